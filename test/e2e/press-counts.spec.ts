import { expect } from '@playwright/test';
import { reviewSheet, test } from './extension-test';
import { expectDone, lastWord, pressUpdateNow, seesItself } from './last-word';
import { resultOf, runIsFinished, updateButton } from './panel';
import { sheetText } from '../fakes/sheet-text';
import { groupOf } from '../platform/platform-watch';

/* docs/security.md: presses of a person on a page that means no harm. */

test(
  'a widget that the page keeps in front does not refuse a press, and the end of a resize neither',
  { tag: '@long' },
  async ({ world }) => {
    const { page, panel } = await lastWord(world);
    // As chat and consent widgets do it, before and after the body: as far in front as a page goes.
    await page.evaluate(() => {
      for (const parent of [document.body, document.documentElement]) {
        const widget = document.createElement('div');
        widget.textContent = 'Chat with us';
        widget.style.cssText =
          'position: fixed; right: 20px; bottom: 20px; width: 360px; height: 560px; z-index: 2147483647; background: pink';
        parent.append(widget);
      }
    });
    await page.setViewportSize({ width: 1100, height: 760 });
    await expect.poll(() => seesItself(panel)).toBe(true);
    await expectDone(panel);
  },
);

test(
  'a message of the page over the panel is said, and the same work can be done in a tab',
  { tag: '@long' },
  async ({ world }) => {
    const { page, panel } = await lastWord(world);
    await page.evaluate(() => {
      const toast = document.createElement('div');
      toast.popover = 'manual';
      toast.textContent = 'Your session ends in five minutes';
      document.documentElement.append(toast);
      toast.showPopover();
    });
    await expect.poll(() => seesItself(panel)).toBe(false);
    await pressUpdateNow(page, panel);
    const refused = panel.getByRole('dialog', { name: 'Nothing was done' });
    await expect(refused).toContainText('lies over this panel');
    const opened = world.browser.context.waitForEvent('page');
    await refused.getByRole('button', { name: 'Open in a tab' }).click();
    const tab = (await opened).mainFrame();
    const [{ id } = { id: 0 }] = groupOf(world.platform.standIn.state(), 555);
    const text = sheetText([
      ['Credential ID', 'Grade'],
      [String(id), 'Entirely new'],
    ]);
    await reviewSheet(tab, { name: 'one.csv', text });
    await updateButton(tab).click();
    await tab.getByRole('button', { name: 'Update now' }).click();
    await runIsFinished(tab);
    expect(await resultOf(tab)).toMatchObject({ updated: 1, failed: 0 });
  },
);
