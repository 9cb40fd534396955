import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import { openGroup, openPanel } from './extension-browser';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  runIsFinished,
  openOptions,
} from './panel';
import { at, groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/* docs/product.md 2.3: trim and case normalising on request, per column. */

test.use({ platformOptions: { generate: 20 } });

test(
  'a column in title case is shown, compared and sent so; what is typed is sent as typed',
  { tag: '@long' },
  async ({ world }) => {
    const { platform, browser } = world;
    const group = groupOf(platform.standIn.state(), 555);
    const [same, other, typed] = [at(group, 4), at(group, 5), at(group, 6)];
    platform.standIn.edit(String(same.id), { recipient: { ...same.recipient, name: "Nuala O'Brien" } });
    const { panel } = await panelOn(world);
    await chooseSheet(panel, {
      name: 'names.csv',
      text: sheetText([
        ['Credential ID', 'Recipient Name'],
        [String(same.id), "NUALA  O'BRIEN"],
        [String(other.id), 'LUDWIG VAN BEETHOVEN'],
        [String(typed.id), 'JEAN MCDONALD'],
      ]),
    });
    await assignColumns(panel, { 'Recipient Name': { attribute: 'Recipient Name' } });
    await expect(panel.getByRole('table').getByText('LUDWIG VAN BEETHOVEN')).toBeVisible();
    await openOptions(panel, 'Recipient Name');
    const tidy = panel.getByRole('combobox', { name: 'Spaces and case in Recipient Name' });
    await tidy.selectOption({ label: 'Title Case' });
    await expect(panel.getByRole('table').getByText('Ludwig van Beethoven')).toBeVisible();
    await expect(panel.getByRole('combobox', { name: /^Spaces and case in Credential ID/ })).toHaveCount(0);

    expect(await openReview(panel)).toMatchObject({ rows: 3, toUpdate: 2, unchanged: 1 });
    const grid = panel.getByRole('grid', { name: 'Changes' });
    await grid.getByText('Jean McDonald').dblclick();
    const editor = panel.getByRole('textbox', { name: /^Correct Recipient Name/ });
    await editor.fill('JEAN Mac DONALD');
    await editor.press('Enter');
    await expect(grid.getByText('JEAN Mac DONALD')).toBeVisible();

    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    // A few requests are under way at once: which of them arrives first says nothing.
    const sent = putsOf(platform.standIn).map(({ id, body }) => [Number(id), body] as const);
    expect(sent).toHaveLength(2);
    expect(new Map(sent)).toEqual(
      new Map([
        [other.id, { credential: { recipient: { name: 'Ludwig van Beethoven' } } }],
        [typed.id, { credential: { recipient: { name: 'JEAN Mac DONALD' } } }],
      ]),
    );

    // The same headers, another day: tidied again.
    const next = await browser.context.newPage();
    await openGroup(next, 555);
    const again = await openPanel(next);
    await chooseSheet(again, {
      name: 'names-2.csv',
      text: sheetText([
        ['Recipient Name', 'Credential ID'],
        ['MARIA DE LA CRUZ', String(other.id)],
      ]),
    });
    await expect(again.getByRole('grid', { name: 'Changes' }).getByText('Maria de la Cruz')).toBeVisible();
  },
);
