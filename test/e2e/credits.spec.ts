import { expect } from '@playwright/test';
import { addDays, dayOf } from '../platform/rules/days';
import { oneCreditState } from '../fakes/one-credit-state';
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
 * docs/product.md 2.4: credits at most, against the balance, with the reason per credential; too
 * few is said before. (Whatever the platform makes of one that expires today:
 * test/whole-job/credits.test.ts.)
 */

const TODAY = dayOf(Date.now());

test.use({
  platformOptions: { state: oneCreditState(TODAY), switches: { 'expires-today': 'expired' } },
});

test(
  'too few credits are said in the review, and the platform takes at most what was said',
  { tag: '@long' },
  async ({ world }) => {
    const { platform } = world;
    const group = groupOf(platform.standIn.state(), 555);
    const next = addDays(TODAY, 365);
    const { panel } = await panelOn(world);
    await chooseSheet(panel, {
      name: 'renew.csv',
      text: sheetText([
        ['Credential ID', 'Expiry Date', 'Grade'],
        [String(at(group, 1).id), next, ''],
        [String(at(group, 2).id), next, ''],
        [String(at(group, 3).id), '', 'Merit'],
      ]),
    });
    await assignColumns(panel, {});
    expect(await openReview(panel)).toMatchObject({ toUpdate: 3, credits: 2 });
    await expect(panel.getByRole('status', { name: 'Summary' })).toContainText(
      'at most 2 credits (the account has 1)',
    );
    await expect(panel.getByText('This may take 2 credits, and the account has 1 credit.')).toBeVisible();
    await expect(panel.getByRole('grid', { name: 'Changes' }).getByText('renewal: 1 credit')).toHaveCount(2);

    await panel.getByRole('button', { name: 'Leave out renewals' }).click();
    await expect(panel.getByText('This may take')).toHaveCount(0);
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 1, leftOut: 2, credits: 0 });
    await panel.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 3, leftOut: 0, credits: 2 });

    // Only the one that expires today: the platform takes at most what was said.
    await panel.getByRole('checkbox', { name: 'Include row 2' }).click();
    await expect.poll(() => summaryOf(panel)).toMatchObject({ toUpdate: 2, credits: 1 });
    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    expect(await resultOf(panel)).toMatchObject({ updated: 2, failed: 0 });
    expect(putsOf(platform.standIn)).toHaveLength(2);
    const { certificate_left: left } = platform.standIn.state().issuer;
    expect(left).toBe(0);
  },
);
