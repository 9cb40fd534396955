import { join } from 'node:path';
import { expect } from '@playwright/test';
import { askingForMerge, correctionRows, correctionsState, wantedOf } from '../fixtures/e2e/corrections';
import { expectState, putsOf, writesOf } from '../platform/platform-watch';
import { panelOn, test } from './extension-test';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
} from './panel';

/*
 * 300 rows of a workbook that LibreOffice has saved, against a group of 1,000. What is wanted comes
 * from the table of edits that the file was made from, not from the extension's own code. (The same
 * as CSV in windows-1252, and below the platform's limit of requests:
 * test/whole-job/corrections.test.ts.)
 */

const STATE = correctionsState();
const ROWS = correctionRows(STATE);

test.use({ platformOptions: { state: STATE } });

test(
  '300 rows of a workbook: the old state plus exactly the confirmed changes',
  { tag: '@long' },
  async ({ world }) => {
    test.setTimeout(240_000);
    const { standIn } = world.platform;
    const before = standIn.state();
    const { panel } = await panelOn(world);
    await chooseSheet(panel, join(import.meta.dirname, '../fixtures/e2e/corrections-300.xlsx'));
    await assignColumns(panel, {
      Participant: { attribute: 'Recipient Name' },
      'Primary e-mail': { attribute: 'Recipient Email' },
      'Issue date': { attribute: 'Issue Date' },
      'Valid until': { attribute: 'Expiry Date' },
      Result: { attribute: 'Grade' },
      City: { attribute: 'Location', blank: 'Clear' },
      'Line manager': { attribute: 'Manager Email' },
      Mobile: { attribute: 'Recipient Phone' },
    });

    const wanted = ROWS.filter(({ put }) => put !== null);
    const errors = ROWS.filter(({ isError }) => isError).length;
    const renewals = ROWS.filter(({ isRenewal }) => isRenewal).length;
    expect(await openReview(panel)).toMatchObject({
      rows: 300,
      toUpdate: wanted.length,
      errors,
      notMatched: 2,
      unchanged: 300 - wanted.length - errors,
      credits: renewals,
    });
    expect(writesOf(standIn)).toEqual([]);

    await clearTheWay(panel);
    await beginUpdate(panel);
    await runIsFinished(panel);
    await expect
      .poll(() => resultOf(panel))
      .toEqual({ updated: wanted.length, failed: 0, credits: renewals });

    const puts = putsOf(standIn);
    expect(writesOf(standIn)).toHaveLength(puts.length);
    const sent = new Map(puts.map(({ id, body }) => [id, body]));
    expect(sent.size, 'one PUT for each credential').toBe(puts.length);
    expect(sent).toEqual(
      new Map(askingForMerge(wanted).map(({ credential, put }) => [String(credential), { credential: put }])),
    );
    expectState(standIn.state(), before, wantedOf(ROWS), renewals);
  },
);
