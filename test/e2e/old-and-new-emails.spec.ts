import { expect, test } from '@playwright/test';
import { eachWithExtension, panelOn } from './each-with-extension';
import { beginUpdate, chooseSheet, clearTheWay, openReview, resultOf, runIsFinished } from './panel';
import { at, expectState, groupOf, putsOf } from './platform-watch';
import { sheetText } from './sheet-text';

/* docs/product.md 2.3, "The key": a list of old and new e-mails, with no id beside them, is matched by the old ones. */

const world = eachWithExtension({ generate: 12 });

test('rows are found by the old address, and only the new one is sent', async () => {
  const { standIn } = world.platform;
  const before = standIn.state();
  const group = groupOf(before, 555);
  const alone = group.filter(
    ({ recipient }) => group.filter(({ recipient: { email } }) => email === recipient.email).length === 1,
  );
  const [one, other] = [at(alone, 0), at(alone, 1)];
  const { panel } = await panelOn(world);
  await chooseSheet(panel, {
    name: 'moved.csv',
    text: sheetText([
      ['Old Email', 'New Email'],
      [one.recipient.email.toUpperCase(), 'moved.one@example.net'],
      [other.recipient.email, 'moved.other@example.net'],
      ['nobody.of.them@example.net', 'moved.nobody@example.net'],
    ]),
  });
  const attributeOf = (header: string) => panel.getByRole('combobox', { name: `Attribute for ${header}` });
  await expect(attributeOf('Old Email').locator('option:checked')).toHaveText('Present Email (to match by)');
  await expect(attributeOf('New Email').locator('option:checked')).toHaveText('Recipient Email');
  await expect(
    panel.getByRole('combobox', { name: 'Match credentials by' }).locator('option:checked'),
  ).toHaveText('Present Email (to match by)');
  expect(await openReview(panel)).toMatchObject({ rows: 3, toUpdate: 2, notMatched: 1, warnings: 2 });
  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);
  expect(await resultOf(panel)).toMatchObject({ updated: 2, failed: 0 });
  expectState(
    standIn.state(),
    before,
    new Map([
      [one.id, { recipient: { email: 'moved.one@example.net' } }],
      [other.id, { recipient: { email: 'moved.other@example.net' } }],
    ]),
    0,
  );
  expect(putsOf(standIn)).toHaveLength(2);
});
