import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { assignColumns, chooseSheet, openReview, summaryOf, updateButton } from './panel';
import { groupOf, writesOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * Dates that a program wrote as midnight of Berlin in universal time: each is a day early. One
 * correction shifts them back, and is undone like any other (docs/product.md 2.4).
 */

test.use({ platformOptions: { generate: 90 } });

const DAY_MS = 86_400_000;

test(
  'dates that are all a day early are shifted back by one correction',
  { tag: '@long' },
  async ({ world }) => {
    test.setTimeout(120_000);
    const { standIn } = world.platform;
    const rows = groupOf(standIn.state(), 555)
      .flatMap(({ id, expired_on: day }) => (day === null ? [] : [{ id, day }]))
      .slice(0, 5)
      .map(({ id, day }) => {
        const before = new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
        return [String(id), `${before}T23:00:00.000Z`];
      });
    const { panel } = await panelOn(world);
    const text = sheetText([['Credential ID', 'Expiry Date'], ...rows]);
    await chooseSheet(panel, { name: 'exported-in-utc.csv', text });
    await assignColumns(panel, { 'Expiry Date': { attribute: 'Expiry Date' } });
    expect(await openReview(panel)).toMatchObject({ rows: 5, toUpdate: 5, unchanged: 0 });

    const asked = panel.getByRole('checkbox', { name: 'Confirm: Dates off by one day' });
    await expect(asked).not.toBeChecked();
    await expect(updateButton(panel)).toBeDisabled();
    await panel.getByRole('button', { name: 'Shift back one day' }).click();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 0, unchanged: 5 });
    await expect(asked).toHaveCount(0);

    await panel.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 5, unchanged: 0 });
    await expect(asked).not.toBeChecked();
    expect(writesOf(standIn)).toEqual([]);
  },
);
