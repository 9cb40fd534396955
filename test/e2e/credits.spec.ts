import { expect, test } from '@playwright/test';
import { generateState } from '../platform/generate/generate-state';
import { addDays, dayOf } from '../platform/rules/days';
import { startStandIn } from '../platform/serve';
import type { Credential } from '../platform/state/schema';
import { launchWithExtension, openGroup, openPanel } from './extension-browser';
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
import { at, groupOf, putsOf } from './platform-watch';
import { sheetText } from './sheet-text';

/* docs/product.md 2.4: credits at most, against the balance, with the reason per credential; too few is said before. */

const TODAY = dayOf(Date.now());

/** A group of which all expired yesterday but one, which does so today; the account has one credit. */
function stateWithOneCredit() {
  const state = generateState({ credentials: 8, seed: 3, today: TODAY });
  let n = -1;
  const credentials = state.credentials.map((credential): Credential => {
    if (credential.group_id !== 555) return credential;
    n += 1;
    const expired_on = n === 2 ? TODAY : addDays(TODAY, -1);
    return { ...credential, issued_on: '2020-01-01', expired_on, grade: null };
  });
  return { ...state, credentials, issuer: { ...state.issuer, certificate_left: 1 } };
}

for (const expires of ['valid', 'expired'] as const) {
  test(`too few credits are said in the review; one that expires today is ${expires} to the platform`, async () => {
    const platform = await startStandIn({
      state: stateWithOneCredit(),
      port: 0,
      rate: 0,
      switches: { 'expires-today': expires },
    });
    const browser = await launchWithExtension({ platformPort: platform.port });
    try {
      const group = groupOf(platform.standIn.state(), 555);
      const next = addDays(TODAY, 365);
      const page = await browser.context.newPage();
      await openGroup(page, 555);
      const panel = await openPanel(page);
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
      await expect(panel.getByRole('grid', { name: 'Changes' }).getByText('renewal: 1 credit')).toHaveCount(
        2,
      );

      await panel.getByRole('button', { name: 'Leave renewals out' }).click();
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
      expect(left).toBe(expires === 'expired' ? 0 : 1);
    } finally {
      await browser.close();
      await platform.close();
    }
  });
}
