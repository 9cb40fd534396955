import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileOf, jobOverPlatform, type ColumnDecision } from '../fakes/job-over-platform';
import {
  askingForMerge,
  correctionRows,
  correctionsState,
  rowIn1252,
  wantedOf,
  type CorrectionRow,
} from '../fixtures/e2e/corrections';
import { expectState, putsOf, writesOf } from '../platform/platform-watch';
import { RATE } from '../platform/stand-in-options';

/*
 * 300 rows against a group of 1,000, as a workbook and as CSV in windows-1252, whose names are
 * blank where it cannot hold them. What is wanted comes from the table of edits that the files were
 * made from (fixtures/e2e/corrections.ts), not from the extension's own code. The platform has its
 * limit of requests: staying below it is part of the job. (The workbook in the browser:
 * test/e2e/corrections.spec.ts.)
 */

const STATE = correctionsState();
const ROWS = correctionRows(STATE);
const DECISIONS: Readonly<Record<string, ColumnDecision>> = {
  Participant: { attribute: 'Recipient Name' },
  'Primary e-mail': { attribute: 'Recipient Email' },
  'Issue date': { attribute: 'Issue Date' },
  'Valid until': { attribute: 'Expiry Date' },
  Result: { attribute: 'Grade' },
  City: { attribute: 'Location', blank: 'clear' },
  'Line manager': { attribute: 'Manager Email' },
  Mobile: { attribute: 'Recipient Phone' },
};

describe.each<[string, readonly CorrectionRow[]]>([
  ['corrections-300.xlsx', ROWS],
  ['corrections-300.csv', ROWS.map(rowIn1252)],
])('%s', (name, rows) => {
  test('the old state plus exactly the confirmed changes', async () => {
    const job = await jobOverPlatform({ state: STATE, rate: RATE });
    const { standIn } = job;
    const before = standIn.state();
    await job.open(fileOf(name, readFileSync(join(import.meta.dirname, '../fixtures/e2e', name))));
    job.assign(DECISIONS);
    const { summary } = await job.review();
    const wanted = rows.filter(({ put }) => put !== null);
    const errors = rows.filter(({ isError }) => isError).length;
    const renewals = rows.filter(({ isRenewal }) => isRenewal).length;
    expect(summary).toMatchObject({
      rows: 300,
      toUpdate: wanted.length,
      withErrors: errors,
      notMatched: 2,
      unchanged: 300 - wanted.length - errors,
      creditsAtMost: renewals,
    });
    expect(writesOf(standIn)).toEqual([]);

    const entries = await job.update();
    expect(entries.map(({ state }) => state)).toEqual(wanted.map(() => ({ kind: 'applied' })));
    const puts = putsOf(standIn);
    expect(writesOf(standIn)).toHaveLength(puts.length);
    const sent = new Map(puts.map(({ id, body }) => [id, body]));
    expect(sent.size, 'one PUT for each credential').toBe(puts.length);
    expect(sent).toEqual(
      new Map(askingForMerge(wanted).map(({ credential, put }) => [String(credential), { credential: put }])),
    );
    expectState(standIn.state(), before, wantedOf(rows), renewals);
    expect(standIn.log.filter(({ status }) => status === 429)).toEqual([]);
    expect(job.faults).toEqual([]);
  });
});
