import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  correctionRows,
  correctionsState,
  rowIn1252,
  type CorrectionRow,
  type WantedPut,
} from '../fixtures/e2e/corrections';
import { RATE } from '../platform/stand-in-options';
import { eachWithExtension, panelOn } from './each-with-extension';
import {
  assignColumns,
  beginUpdate,
  chooseSheet,
  clearTheWay,
  openReview,
  resultOf,
  runIsFinished,
} from './panel';
import { expectState, putsOf, writesOf, type Wanted } from './platform-watch';

/*
 * Issue 2, 4 (a) and (b): 300 rows against a group of 1,000. What is wanted comes from the table of edits that the files
 * were made from (fixtures/e2e/corrections.ts), not from the extension's own code.
 */

const FILES = join(import.meta.dirname, '../fixtures/e2e');
const STATE = correctionsState();
const ROWS = correctionRows(STATE);

/** The credentials after the PUTs of these rows; a cleared custom value is gone from the map. */
function wantedOf(rows: readonly CorrectionRow[]): Wanted {
  return new Map(
    rows.flatMap(({ credential, put }) => {
      if (credential === null || put === null) return [];
      const { custom_attributes: custom, ...rest } = put;
      if (custom === undefined) return [[credential, rest]];
      const kept = Object.entries(custom).filter((entry): entry is [string, string] => entry[1] !== null);
      return [[credential, { ...rest, custom_attributes: Object.fromEntries(kept) }]];
    }),
  );
}

/** With the platform's own limit of requests: staying below it is part of the job. */
const world = eachWithExtension({ state: STATE, rate: RATE });

/** Does the whole job with one of the files and gives the bodies of the PUTs by credential. */
async function update(file: string, rows: readonly CorrectionRow[]): Promise<ReadonlyMap<string, unknown>> {
  const { standIn } = world.platform;
  const before = standIn.state();
  const { panel } = await panelOn(world);
  await chooseSheet(panel, join(FILES, file));
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

  const wanted = rows.filter(({ put }) => put !== null);
  const errors = rows.filter(({ isError }) => isError).length;
  const renewals = rows.filter(({ isRenewal }) => isRenewal).length;
  const summary = await openReview(panel);
  expect(summary).toMatchObject({
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
  await expect.poll(() => resultOf(panel)).toEqual({ updated: wanted.length, failed: 0, credits: renewals });

  const puts = putsOf(standIn);
  expect(writesOf(standIn)).toHaveLength(puts.length);
  const sent = new Map(puts.map(({ id, body }) => [id, body]));
  expect(sent.size, 'one PUT for each credential').toBe(puts.length);
  expect(sent).toEqual(
    new Map(wanted.map(({ credential, put }) => [String(credential), { credential: put }])),
  );
  expectState(standIn.state(), before, wantedOf(rows), renewals);
  expect(standIn.log.filter(({ status }) => status === 429)).toEqual([]);
  return sent;
}

test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

const sentByWorkbook = new Map<string, unknown>();

test('300 rows of an XLSX saved by LibreOffice: old state plus exactly the confirmed changes', async () => {
  for (const [id, body] of await update('corrections-300.xlsx', ROWS)) sentByWorkbook.set(id, body);
});

test('the same as CSV in windows-1252 with semicolons gives the same changes', async () => {
  const sent = await update('corrections-300.csv', ROWS.map(rowIn1252));
  // Names that windows-1252 cannot hold are blank in the CSV, and so kept. Nothing else differs.
  const unnamed = new Set(
    ROWS.filter((row) => rowIn1252(row) !== row).map(({ credential }) => String(credential)),
  );
  const expected = [...sentByWorkbook].flatMap(([id, body]): [string, unknown][] => {
    if (!unnamed.has(id)) return [[id, body]];
    const { credential } = body as { readonly credential: WantedPut };
    const { recipient, ...rest } = credential;
    const { name, ...others } = recipient ?? {};
    if (name === undefined) return [[id, body]];
    const left = Object.keys(others).length > 0 ? { ...rest, recipient: others } : rest;
    return Object.keys(left).length > 0 ? [[id, { credential: left }]] : [];
  });
  expect(sent).toEqual(new Map(expected));
});
