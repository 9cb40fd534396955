import { expect } from '@playwright/test';
import { renewalState } from '../fakes/renewal-state';
import { groupOf, putsOf } from '../platform/platform-watch';
import { addDays, dayOf } from '../platform/rules/days';
import { panelOn, test } from './extension-test';
import { beginUpdate, clearTheWay, openReview, runIsFinished } from './panel';

/* docs/product.md 2.3: a whole group is renewed by a rule, without a sheet. */

const TODAY = dayOf(Date.now());
const VALID = addDays(TODAY, 100);

test.use({
  platformOptions: {
    state: renewalState([{ expired_on: VALID }, { expired_on: addDays(TODAY, -1) }, { expired_on: null }]),
  },
});

/** The same day of the next year; 29 February becomes the 28th. */
function yearLater(day: string): string {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return later.endsWith('-02-29') ? later.replace(/29$/, '28') : later;
}

test('a group is renewed by a rule, and only its expiry is sent', { tag: '@long' }, async ({ world }) => {
  const { platform } = world;
  const { panel } = await panelOn(world);
  await panel.getByText('Update without a sheet').click();
  await panel.getByRole('button', { name: 'Take the whole group' }).click();
  await panel.getByRole('button', { name: 'Add a rule' }).click();
  const form = panel.getByRole('form', { name: 'A rule' });
  await expect(form.getByLabel('Attribute')).toBeFocused();
  await form.getByLabel('By', { exact: true }).fill('1');
  await form.getByRole('button', { name: 'Use this rule' }).click();
  expect(await openReview(panel)).toMatchObject({ rows: 3, toUpdate: 2, unchanged: 1, credits: 2 });
  const grid = panel.getByRole('grid', { name: 'Changes' });
  await expect(grid.getByText('from the present day')).toBeVisible();
  await expect(grid.getByText('from today: lapsed')).toBeVisible();
  await clearTheWay(panel);
  await beginUpdate(panel);
  await runIsFinished(panel);

  const { standIn } = platform;
  expect(groupOf(standIn.state(), 555).map(({ expired_on }) => expired_on)).toEqual([
    yearLater(VALID),
    yearLater(TODAY),
    null,
  ]);
  expect(putsOf(standIn).map(({ body }) => body)).toEqual([
    { credential: { expired_on: yearLater(VALID) } },
    { credential: { expired_on: yearLater(TODAY) } },
  ]);
});
