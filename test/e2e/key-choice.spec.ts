import { expect } from '@playwright/test';
import { generateState } from '../platform/generate/generate-state';
import { dayOf } from '../platform/rules/days';
import type { Credential } from '../platform/state/schema';
import { panelOn, test } from './extension-test';
import { openGroup, openPanel } from './extension-browser';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
  openItem,
  groupIsRead,
} from './panel';
import { apiRequests, at, expectState, groupOf, type WantedFields } from '../platform/platform-watch';
import { sheetText } from '../fakes/sheet-text';

/*
 * docs/product.md 2.3, "The key": what is unique in the group can be one, by itself or together
 * with another.
 */

/**
 * A group in which the place is another for each, and the first two share an address and not a
 * course.
 */
function stateWithSharedEmail() {
  const state = generateState({ credentials: 12, seed: 5, today: dayOf(Date.now()) });
  let n = -1;
  const credentials = state.credentials.map((credential): Credential => {
    if (credential.group_id !== 555) return credential;
    n += 1;
    return {
      ...credential,
      name: n === 1 ? 'Pipe Welding' : 'Plate Welding',
      grade: null,
      custom_attributes: { Location: `M-${n}` },
      recipient: { ...credential.recipient, email: n < 2 ? 'shared@example.org' : `p${n}@example.org` },
    };
  });
  return { ...state, credentials };
}

test.use({ platformOptions: { state: stateWithSharedEmail() } });

test(
  'by an attribute that is unique, and by e-mail and course together; neither is ever sent',
  { tag: '@long' },
  async ({ world }) => {
    const { platform, browser } = world;
    const before = platform.standIn.state();
    const group = groupOf(before, 555);
    const { panel } = await panelOn(world);
    const matchBy = panel.getByRole('combobox', { name: 'Match credentials by' });

    // By the account's own attribute, with nothing else that could be one.
    await chooseSheet(panel, {
      name: 'members.csv',
      text: sheetText([
        ['Location', 'Grade'],
        [' M-3 ', 'Merit'],
        ['m-4', 'Merit'],
        ['', 'Merit'],
      ]),
    });
    await expect(panel.getByRole('combobox', { name: 'Attribute for Location' })).toHaveValue(
      'custom:Location',
    );
    await matchBy.selectOption({ label: 'Location' });
    await expect(panel.getByText('1 of 3 rows match')).toBeVisible();
    await expect(panel.getByText('Rows are matched by it; it is never changed')).toBeVisible();
    expect(await openReview(panel)).toMatchObject({ rows: 3, toUpdate: 1, errors: 2, notMatched: 1 });
    await expect(panel.getByText(/^This row has no key to match it by\./)).toHaveCount(0);
    await openItem(panel, 'Rows with errors');
    await panel.getByRole('button', { name: 'Show rows: Key missing' }).click();
    await expect(panel.getByText(/^This row has no key to match it by\./)).toBeVisible();

    // By e-mail and course: the address alone is of two.
    await panel.getByRole('button', { name: 'Upload', exact: true }).click();
    await chooseSheet(panel, {
      name: 'courses.csv',
      text: sheetText([
        ['Recipient Email', 'Course Name', 'Grade'],
        [' Shared@Example.org', 'Pipe Welding', 'Merit'],
        ['p2@example.org', 'Plate Welding', 'Merit'],
        ['shared@example.org', '', 'Merit'],
      ]),
    });
    await assignColumns(panel, { 'Course Name': { attribute: 'Credential Name' } });
    await expect(panel.getByText('1 of 3 rows match')).toBeVisible();
    await expect(panel.getByText('2 match several')).toBeVisible();
    await matchBy.selectOption({ label: 'Recipient Email + Credential Name' });
    await expect(panel.getByText('2 of 3 rows match')).toBeVisible();
    const from = platform.standIn.log.length;
    expect(await openReview(panel)).toMatchObject({ rows: 3, toUpdate: 2, errors: 1 });
    // Nobody asks who has this address elsewhere: it would say nothing of the course.
    const asked = apiRequests(platform.standIn, from).map(({ body }) => JSON.stringify(body ?? null));
    expect(asked.filter((body) => body.includes('shared@example.org'))).toEqual([]);

    // The same headers come again: so does the key.
    await panel.getByRole('button', { name: 'Assign', exact: true }).click();
    await expect(matchBy.locator('option:checked')).toHaveText('Recipient Email + Credential Name');
    await panel.getByRole('button', { name: 'Review changes' }).click();
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    await expect.poll(() => resultOf(panel)).toEqual({ updated: 2, failed: 0, credits: 0 });
    const wanted = new Map<number, WantedFields>(
      [at(group, 1), at(group, 2)].map(({ id }) => [id, { grade: 'Merit' }]),
    );
    expectState(platform.standIn.state(), before, wanted, 0);

    const next = await browser.context.newPage();
    await openGroup(next, 555);
    const again = await openPanel(next);
    await chooseSheet(again, {
      name: 'courses-2.csv',
      text: sheetText([
        ['Grade', 'Recipient Email', 'Course Name'],
        ['Pass', 'shared@example.org', 'Plate Welding'],
      ]),
    });
    await groupIsRead(again);
    await expect(again.getByRole('combobox', { name: 'Match credentials by' })).toHaveValue(
      '["recipient-email","credential-name"]',
    );
    await expect(again.getByText('1 of 1 rows match')).toBeVisible();
  },
);
