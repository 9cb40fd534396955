import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
  summaryOf,
} from './panel';
import { at, groupOf, putsOf } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 2.4: spaces and the case of e-mails are shown and not counted as changes, unless
 * the admin wants.
 */

test.use({ platformOptions: { generate: 20 } });

test(
  'differences in spaces or e-mail case count when the admin says so, and that can be undone',
  { tag: '@long' },
  async ({ world }) => {
    const { platform } = world;
    const group = groupOf(platform.standIn.state(), 555);
    const [spaced, cased] = [at(group, 4), at(group, 5)];
    platform.standIn.edit(String(spaced.id), { recipient: { ...spaced.recipient, name: 'Ada\u00A0King ' } });
    platform.standIn.edit(String(cased.id), {
      recipient: { ...cased.recipient, name: 'Bob Stone', email: 'bob.stone@example.org' },
    });
    const { panel } = await panelOn(world);
    await chooseSheet(panel, {
      name: 'slight.csv',
      text: sheetText([
        ['Credential ID', 'Recipient Name', 'Recipient Email'],
        [String(spaced.id), 'Ada King', spaced.recipient.email],
        [String(cased.id), 'Bob Stone', 'Bob.Stone@example.org'],
      ]),
    });
    await assignColumns(panel, { 'Recipient Name': { attribute: 'Recipient Name' } }, 'Credential ID');
    expect(await openReview(panel)).toMatchObject({ rows: 2, toUpdate: 0, unchanged: 2 });
    const spaces = panel.getByRole('checkbox', {
      name: 'Count differences in spaces only as changes (1 row)',
    });
    const cases = panel.getByRole('checkbox', {
      name: 'Count differences in upper and lower case of e-mails as changes (1 row)',
    });
    await expect(spaces).not.toBeChecked();
    await spaces.check();
    await expect(panel.getByRole('checkbox', { name: 'Confirm: Recipient names change' })).toBeVisible();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 1, unchanged: 1 });
    await cases.check();
    await expect(panel.getByRole('status', { name: 'Summary' })).toContainText('2 to update');
    await panel.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(cases).not.toBeChecked();
    await panel.getByRole('button', { name: 'Redo', exact: true }).click();
    await expect(cases).toBeChecked();

    // Kept on going back and on.
    await panel.getByRole('button', { name: 'Back to Assign' }).click();
    await panel.getByRole('button', { name: 'Review changes' }).click();
    await expect(spaces).toBeChecked();
    await expect(cases).toBeChecked();

    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    expect(putsOf(platform.standIn).map(({ id, body }) => [Number(id), body])).toEqual([
      [spaced.id, { credential: { recipient: { name: 'Ada King' } } }],
      [cased.id, { credential: { recipient: { email: 'Bob.Stone@example.org' } } }],
    ]);
    // The stand-in keeps e-mails in small letters: what was asked for is sent, and what did not
    // become of it is reported.
    await expect.poll(() => resultOf(panel)).toEqual({ updated: 1, failed: 1, credits: 0 });
    await expect(
      panel.getByText('Accredible accepted the request but left Recipient Email as it was.'),
    ).toBeVisible();
    const now = groupOf(platform.standIn.state(), 555);
    expect([at(now, 4).recipient.name, at(now, 5).recipient.email]).toEqual([
      'Ada King',
      'bob.stone@example.org',
    ]);
  },
);
