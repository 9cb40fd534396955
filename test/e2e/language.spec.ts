import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { chooseSheet } from './panel';

/* docs/product.md 4, Language: what is chosen holds for all pages at once, and nothing is lost. */

test.use({ platformOptions: { generate: 20 } });

test(
  'a language that is chosen in the popup is that of the open panel, with the sheet that is open',
  { tag: '@long' },
  async ({ world }) => {
    const { panel } = await panelOn(world);
    await chooseSheet(panel, { name: 'two.csv', text: 'Credential ID,Recipient Name\n1001,Ana Ruiz\n' });
    const root = panel.locator('html');
    await expect(root).toHaveAttribute('lang', 'en');

    const popup = await world.browser.context.newPage();
    const background = await world.browser.background();
    await popup.goto(background.url().replace('background.js', 'popup.html'));
    await popup.getByLabel('Language').selectOption({ label: 'Deutsch' });
    await expect(popup.locator('html')).toHaveAttribute('lang', 'de');
    await expect(popup.getByLabel('Sprache')).toHaveValue('de');
    await expect(root).toHaveAttribute('lang', 'de');
    await expect(panel.getByRole('button', { name: 'Hochladen' }).first()).toBeVisible();
    await expect(panel.getByText('two.csv').first()).toBeVisible();

    await popup.getByLabel('Sprache').selectOption({ label: 'العربية' });
    await expect(root).toHaveAttribute('dir', 'rtl');
    await expect(panel.getByText('two.csv').first()).toBeVisible();
    // A panel that opens later speaks it from the start.
    const later = await panelOn(world);
    await expect(later.panel.locator('html')).toHaveAttribute('lang', 'ar');

    await popup.getByLabel('اللغة').selectOption({ index: 0 });
    await expect(root).toHaveAttribute('lang', 'en');
    await expect(root).toHaveAttribute('dir', 'ltr');
    await expect(panel.getByRole('button', { name: 'Upload' }).first()).toBeVisible();
  },
);
