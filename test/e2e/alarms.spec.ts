import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  openItem,
  openReview,
  resultOf,
  runIsFinished,
  updateButton,
} from './panel';
import { at, groupOf, putsOf, writesOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * Alarms (docs/product.md 2.4): names that were sorted alone stop everything until the admin types
 * how many rows they are.
 */

test.use({ platformOptions: { generate: 90 } });

test('names sorted alone and two people swapped', { tag: '@long' }, async ({ world }) => {
  test.setTimeout(120_000);
  const { platform } = world;
  const { standIn } = platform;
  const seen = new Set<string>();
  // The first four are one person twice and the like; then each name once, so that every row of the
  // sheet is about somebody else.
  const group = groupOf(standIn.state(), 555)
    .slice(4)
    .filter(({ recipient: { name } }) => {
      const isNew = !seen.has(name);
      seen.add(name);
      return isNew;
    });
  const nameAt = (n: number) => at(group, n).recipient.name;
  const names = group.map((_, n) => {
    if (n === 0 || n === 1) return nameAt(1 - n);
    if (n >= 20 && n < 32) return nameAt(20 + ((n - 20 + 5) % 12));
    return nameAt(n);
  });
  const rows = group.map(({ id }, n) => [String(id), at(names, n), n === 10 ? 'Merit with alarm' : '']);
  const { panel } = await panelOn(world);
  await chooseSheet(panel, {
    name: 'sorted.csv',
    text: sheetText([['Credential ID', 'Recipient Name', 'Grade'], ...rows]),
  });
  await assignColumns(panel, {
    'Recipient Name': { attribute: 'Recipient Name' },
    Grade: { attribute: 'Grade' },
  });
  expect(await openReview(panel)).toMatchObject({ toUpdate: 15 });
  for (const kind of await panel.getByRole('checkbox', { name: /^Confirm: / }).all()) await kind.check();

  const shifted = panel.getByRole('group', { name: 'Names beside the wrong rows' });
  const swapped = panel.getByRole('group', { name: 'People swapped' });
  await expect(shifted).toContainText('Type 12 to continue anyway');
  await expect(swapped).toContainText('Type 2 to continue anyway');
  await expect(panel.getByText('2 alarms to overrule')).toBeVisible();
  await expect(updateButton(panel)).toBeDisabled();

  // Another number does nothing; the right one overrules, and only that alarm.
  const overrule = panel.getByRole('textbox', { name: 'Overrule: People swapped' });
  const wrong = swapped.getByRole('alert').filter({ hasText: 'That is not the number of rows' });
  await expect(wrong).toHaveCount(0);
  await overrule.fill('12');
  await expect(wrong).toBeVisible();
  await expect(panel.getByText('2 alarms to overrule')).toBeVisible();
  await overrule.fill('');
  await expect(wrong).toHaveCount(0);
  await overrule.fill('2');
  await expect(wrong).toHaveCount(0);
  await expect(swapped).toContainText('Overruled');
  await expect(panel.getByText('1 alarm to overrule')).toBeVisible();
  await expect(updateButton(panel)).toBeDisabled();

  await openItem(panel, 'Names beside the wrong rows');
  await panel.getByRole('button', { name: 'Show rows: Names beside the wrong rows' }).click();
  await expect(panel.getByRole('grid', { name: 'Changes' })).toHaveAttribute('aria-rowcount', '13');
  await panel.getByRole('button', { name: 'Leave these out: Names beside the wrong rows' }).click();
  await expect(shifted).toHaveCount(0);
  await expect(updateButton(panel)).toBeEnabled();
  expect(writesOf(standIn)).toEqual([]);

  await updateButton(panel).click();
  await expect(panel.getByRole('dialog', { name: 'Confirm update' })).toContainText('People swapped 2');
  await panel.getByRole('button', { name: 'Not yet' }).click();
  await beginUpdate(panel);
  await runIsFinished(panel);
  await expect.poll(() => resultOf(panel)).toMatchObject({ updated: 3, failed: 0 });
  expect(
    putsOf(standIn)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([0, 1, 10].map((n) => String(at(group, n).id)).sort());
});
