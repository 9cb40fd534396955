import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { chooseSheet, groupIsRead } from './panel';
import { groupOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/* docs/product.md 2.3: how many rows match is said once it was counted, and nothing else before. */

test.use({ platformOptions: { generate: 300 } });

test('no row count is shown that was made before the group was read', { tag: '@long' }, async ({ world }) => {
  const { panel } = await panelOn(world);
  const ids = groupOf(world.platform.standIn.state(), 555).map(({ id }) => String(id));
  await panel.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const note = () => {
      for (const said of document.querySelectorAll('.state > span')) seen.push(said.textContent);
    };
    new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await chooseSheet(panel, {
    name: 'list.csv',
    text: sheetText([['Credential ID', 'Grade'], ...ids.map((id) => [id, 'A'])]),
  });
  await groupIsRead(panel);
  const seen = await panel.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(
    seen.filter((text) => /rows match|another group/.test(text) && !text.startsWith(`${ids.length} of`)),
  ).toEqual([]);
});
