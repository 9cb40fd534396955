import { expect, type Frame, type Locator } from '@playwright/test';
import type { ExtensionBrowser } from './extension-browser';
import type { SheetToChoose } from './panel';
import { withNumbers, type WordsOf } from './words-of';
import { withoutIsolates } from '../../components/parts/isolated';

/*
 * The steps of an admin by role and accessible name in any language of the extension: what
 * panel.ts does in English.
 */

/** Chooses the language as the popup does; null: as in the browser. */
export async function chooseLanguage(browser: ExtensionBrowser, language: string | null): Promise<void> {
  const background = await browser.background();
  await background.evaluate((chosen) => {
    const { local } = (globalThis as unknown as { chrome: { storage: { local: StorageArea } } }).chrome
      .storage;
    return chosen === null ? local.remove('language') : local.set({ language: chosen });
  }, language);
}

interface StorageArea {
  set(values: object): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Steps on one panel. */
export function jobIn(words: WordsOf, panel: Frame) {
  const button = (name: string): Locator => panel.getByRole('button', { name, exact: true });
  const grid = panel.getByRole('grid', { name: words('changes') });
  return {
    grid,
    /** Chooses a sheet, and waits until its rows are counted among the group's credentials. */
    async drop(sheet: SheetToChoose): Promise<void> {
      const file =
        typeof sheet === 'string'
          ? sheet
          : { name: sheet.name, mimeType: 'text/csv', buffer: Buffer.from(sheet.text, 'utf8') };
      await panel.getByLabel(words('uploadInput')).setInputFiles(file);
      await panel.getByText(withNumbers(words('matchedRows', '0', '0'))).waitFor();
    },
    /** Assigns the column with this header to an attribute, by the attribute's label. */
    async assign(header: string, label: string): Promise<void> {
      const choice = panel.getByRole('combobox', { name: words('attributeFor', header), exact: true });
      await choice.selectOption({ label });
      await expect(choice.locator('option:checked')).toHaveText(label);
    },
    /** Skips what is undecided, and opens the review. */
    async review(): Promise<void> {
      const rest = button(words('skipTheRest'));
      if (await rest.isEnabled()) await rest.click();
      await button(words('reviewChanges')).click();
      await grid.waitFor();
    },
    /** Skips errors where there are any, and confirms every kind of warning. */
    async confirm(): Promise<void> {
      const skip = panel.getByRole('checkbox', { name: words('skipErrors') });
      if ((await skip.count()) > 0) await skip.check();
      const [before = ''] = withoutIsolates(words('confirmKind', '0')).split('0');
      for (const kind of await panel.getByRole('checkbox').all()) {
        const name = (await kind.getAttribute('aria-label')) ?? '';
        if (name.startsWith(before)) await kind.check();
      }
    },
    /** Presses "Update n credentials", or whatever number it has; gives the last question. */
    async ask(changes?: number): Promise<Locator> {
      await (
        changes === undefined
          ? panel.getByRole('button', { name: withNumbers(words('updateButton', '0')) })
          : button(words('updateButton', String(changes)))
      ).click();
      const dialog = panel.getByRole('dialog', { name: words('confirmUpdate') });
      await dialog.waitFor();
      return dialog;
    },
    /** Answers it, and waits for the end of the run. */
    async update(dialog: Locator): Promise<void> {
      await dialog.getByRole('button', { name: words('updateNow') }).click();
      await panel.getByRole('heading', { name: words('finished') }).waitFor({ timeout: 60_000 });
    },
    results: () => button(words('downloadResults')),
  };
}
