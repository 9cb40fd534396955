import { expect } from '@playwright/test';
import { panelOn, test } from './extension-test';
import {
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
  summaryOf,
} from './panel';
import { apiRequests, at, expectState, groupOf, putsOf, type StandIn } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 2.2 to 2.4 in a group that is too large to be read for three rows: they are
 * looked up, and that is reported.
 */

const SIZE = 3_000;

const searches = (standIn: StandIn) =>
  apiRequests(standIn).filter(({ path }) => path === '/v2/credentials/search');

test.use({ platformOptions: { generate: SIZE } });

test(
  'a few rows of a large group are looked up with a request each way, reviewed and updated',
  { tag: '@long' },
  async ({ world }) => {
    const { platform } = world;
    const { standIn } = platform;
    const before = standIn.state();
    const group = groupOf(before, 555);
    const [one, two, three] = [at(group, 2_001), at(group, 2_002), at(group, 2_003)];
    const { panel } = await panelOn(world);
    await chooseSheet(panel, {
      name: 'fixes.csv',
      text: sheetText([
        ['Recipient Email', 'Grade', 'Salary'],
        [one.recipient.email, 'Looked up 1', '90001'],
        [two.recipient.email, 'Looked up 2', '90002'],
        [three.recipient.email.toUpperCase(), three.grade ?? '', '90003'],
      ]),
    });

    // Nothing of the sheet has left yet; what will is said.
    const note = panel.getByText('The group has more than a thousand credentials');
    await expect(note).toContainText('(3,000)');
    await expect(note).toContainText('values of “Recipient Email” (3)');
    await expect(note).toContainText('with 1 request instead of 30');
    expect(searches(standIn)).toHaveLength(1);
    expect(JSON.stringify(apiRequests(standIn))).not.toContain(one.recipient.email);

    // Every column decided: now they may.
    await panel.getByRole('button', { name: 'Skip the rest' }).click();
    await expect(panel.getByText('3 of 3 rows match')).toBeVisible();
    await expect(panel.getByText('Keys and e-mails looked up: 3, with 2 requests')).toBeVisible();
    expect(searches(standIn)).toHaveLength(2);

    expect(await openReview(panel)).toMatchObject({ rows: 3, toUpdate: 2, unchanged: 1, errors: 0 });
    await expect(panel.getByText('reading all of the group (3,000) would take 30')).toBeVisible();
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    expect(await resultOf(panel)).toMatchObject({ updated: 2, failed: 0 });
    expect(putsOf(standIn)).toHaveLength(2);
    expect(JSON.stringify(apiRequests(standIn))).not.toContain('9000');
    const wanted = new Map([
      [one.id, { grade: 'Looked up 1' }],
      [two.id, { grade: 'Looked up 2' }],
    ]);
    expectState(standIn.state(), before, wanted, 0);

    // Taken back with as little: the credentials of the run, and no more.
    const sofar = searches(standIn).length;
    await panel.getByRole('button', { name: 'Undo this run' }).click();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ rows: 2, toUpdate: 2 });
    expect(searches(standIn).length - sofar).toBeLessThanOrEqual(3);
  },
);

test(
  'an e-mail typed in the review is looked up at once; all of the group can be read all the same',
  { tag: '@long' },
  async ({ world }) => {
    const { platform } = world;
    const { standIn } = platform;
    const group = groupOf(standIn.state(), 555);
    const [one, other] = [at(group, 2_001), at(group, 2_500)];
    const { page, panel } = await panelOn(world);
    await chooseSheet(panel, {
      name: 'fixes.csv',
      text: sheetText([
        ['Credential ID', 'Recipient Email'],
        [String(one.id), 'brand.new@example.org'],
      ]),
    });
    await panel.getByRole('button', { name: 'Look up now' }).click();
    await expect(panel.getByText('1 of 1 rows match')).toBeVisible();
    expect(await openReview(panel)).toMatchObject({ rows: 1, toUpdate: 1, errors: 0 });

    // Somebody who is not in the sheet has that one.
    await panel.getByRole('gridcell').filter({ hasText: 'brand.new@example.org' }).dblclick();
    await panel.getByRole('textbox', { name: 'Correct Recipient Email, row 2' }).fill(other.recipient.email);
    await page.keyboard.press('Enter');
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 0, errors: 1 });
    await expect(panel.getByText('Reading what the review needs')).toHaveCount(0);
    await expect(
      panel.getByText('Whether somebody has a new e-mail already was only looked up.'),
    ).toBeVisible();

    await panel.getByRole('button', { name: 'Back to Assign' }).click();
    await panel.getByRole('button', { name: 'Read the whole group' }).click();
    await expect(panel.getByText('Credentials of the group read: 3,000, with 30 requests')).toBeVisible();
    expect(await openReview(panel)).toMatchObject({ toUpdate: 0, errors: 1 });
    expect(putsOf(standIn)).toHaveLength(0);
  },
);
