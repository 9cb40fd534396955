import * as XLSX from 'sheetjs-ce';
import { describe, expect, test } from 'vitest';
import { FIRST_JOINED } from '../../lib/assign/edit/join';
import type { AttributeId } from '../../lib/credential/attribute';
import type { Change } from '../../lib/credential/change';
import type { Credential } from '../../lib/credential/credential';
import type { Value } from '../../lib/credential/value';
import type { ResultFormat } from '../../lib/report/csv';
import type { OpenedTable } from '../../lib/rpc/contract/sheet-contract';
import { credentialOf } from '../fakes/credential';
import { type RealSheet, assignmentTo, bytesOf, realSheet, requestFor } from '../fakes/sheet';
import { CUSTOM, GROUP, SHEETS, type CorrectedSheet } from './corrected-sheets';

/*
 * docs/product.md 2.6: a result says what was confirmed, also where a cell was corrected in the
 * review. So the whole one dropped again changes nothing more, and the failed rows dropped again
 * are exactly what was confirmed.
 */

const WORDS = {
  environment: 'production',
  headers: ['Update status', 'Update message', 'Updated credential', 'Credential link'],
  attributes: { headers: {}, account: '(account)' },
  unchanged: 'unchanged',
  notSent: 'not sent',
  reasons: { unchanged: 'nothing', leftOut: 'out', errors: new Map() },
} as const;

function opened(sheet: RealSheet, of: CorrectedSheet): OpenedTable {
  const table = sheet.chooseTable(0, null);
  if (!table.ok) throw new Error(table.problem.code);
  const joins = (of.joins ?? []).map(([first, second], at) => ({ column: FIRST_JOINED + at, first, second })); // most have none
  return joins.length === 0
    ? table.value
    : { ...table.value, columns: [...table.value.columns, ...sheet.joinColumns(joins)] };
}

/** Everything in order but for what was decided; all that is asked is confirmed. */
async function reviewed(of: CorrectedSheet, file: ArrayBuffer, group: readonly Credential[], again = false) {
  const sheet = realSheet();
  expect(await sheet.open(file, {})).toMatchObject({ ok: true });
  const isToldByItself = again && of.added !== undefined;
  const table = opened(sheet, isToldByItself ? { ...of, joins: [] } : of);
  const own = of.sheet.split('\n', 1)[0]!.split(',').length;
  const targets = of.targets.slice(0, own);
  if (isToldByItself) targets.push(of.added);
  const behind = table.columns.map(({ column }) =>
    column < FIRST_JOINED ? (targets[column] ?? null) : (of.targets[own + column - FIRST_JOINED] ?? null),
  );
  const assigned = assignmentTo(table, behind, 'credential-id');
  const columns = assigned.columns.map((choice) =>
    choice.target.kind === 'attribute' && choice.target.id !== 'credential-id'
      ? { ...choice, ...of.choice }
      : choice,
  );
  sheet.addCredentials(group, true);
  sheet.review(requestFor({ ...assigned, columns }, CUSTOM));
  for (const decision of again ? [] : of.decisions) sheet.decide(decision);
  sheet.decide({ kind: 'skip-errors', skip: true });
  const state = sheet.decide({ kind: 'confirm', code: 'name-change', confirmed: true });
  for (const { code, severity } of state.summary.groups)
    if (severity === 'warning')
      sheet.decide({ kind: 'confirm', code: code as 'name-change', confirmed: true });
  const plan = sheet.makePlan();
  return { sheet, plan, changes: plan.ok ? sheet.changes(0, 99) : [], summary: state.summary };
}

function resultsOf(changes: readonly Change[], failed: boolean) {
  return changes.map(({ credential, fields }) => ({
    credential,
    failed,
    status: failed ? 'refused' : 'updated',
    message: '',
    link: '',
    fields,
  }));
}

function cellsOf(file: ArrayBuffer, columns: number): readonly string[] {
  const book = XLSX.read(file, { type: 'array', raw: true });
  const rows: string[][] = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, {
    header: 1,
    defval: '',
  });
  return rows.map((row) => row.slice(0, columns).join('|'));
}

/** The credentials after a run that went well. */
function afterAll(group: readonly Credential[], changes: readonly Change[]): readonly Credential[] {
  return group.map((credential) => {
    const after = new Map<AttributeId, Value>(
      changes
        .filter((change) => change.credential === credential.id)
        .flatMap(({ fields }) => fields.map((field) => [field.attribute, field.after] as const)),
    );
    const has = (attribute: AttributeId, before: Value) =>
      after.has(attribute) ? after.get(attribute)! : before;
    return {
      ...credential,
      grade: has('grade', credential.grade),
      recipientName: has('recipient-name', credential.recipientName),
      expiredOn: has('expiry-date', credential.expiredOn),
      private: has('private', credential.private),
      custom: {
        First: has('custom:First', credential.custom['First'] ?? null),
        Last: has('custom:Last', credential.custom['Last'] ?? null),
      },
    } as Credential;
  });
}

describe.each(SHEETS)('%s', (_name, of) => {
  const group = GROUP.map((one) => credentialOf(one));

  test.each<ResultFormat>(['xlsx', 'csv'])(
    'stands in the results, which change nothing more: %s',
    async (format) => {
      const { sheet, changes } = await reviewed(of, bytesOf(of.sheet), group);
      expect(changes.length).toBeGreaterThan(0);
      const file = await sheet.results(resultsOf(changes, false), WORDS, 'all', format);
      if (format === 'xlsx') expect(cellsOf(file!, of.rows[0]!.split('|').length)).toEqual(of.rows);
      const { plan, summary } = await reviewed(of, file!, afterAll(group, changes), true);
      expect(plan).toEqual({ ok: false, problem: [{ code: 'nothing-to-update' }] });
      expect(summary).toMatchObject({ unchanged: 2, withErrors: 0 });
    },
  );

  test.each<ResultFormat>(['xlsx', 'csv'])('the failed rows are what was confirmed: %s', async (format) => {
    const { sheet, changes } = await reviewed(of, bytesOf(of.sheet), group);
    const file = await sheet.results(resultsOf(changes, true), WORDS, 'failed', format);
    const said = (some: readonly Change[]) => some.map(({ credential, fields }) => ({ credential, fields }));
    const again = await reviewed(of, file!, group, true);
    expect(said(again.changes)).toEqual(said(changes));
  });
});

/** [what, the value that was sent in the end, its cell] */
test.each<[string, Value, string]>([
  ['another value', '2029-12-31', '2029-12-31'],
  ['none', null, ''],
  ['the one of the sheet', '2028-02-01', '01/02/2028'],
])('a conflict decided otherwise than the sheet said: %s', async (_name, after, cell) => {
  const of: CorrectedSheet = {
    sheet: 'id,Expires\n1,01/02/2028\n2,03/04/2028\n',
    targets: ['credential-id', 'expiry-date'],
    choice: { dateFormat: 'day-month-year' },
    decisions: [],
    rows: [],
  };
  const { sheet, changes } = await reviewed(
    of,
    bytesOf(of.sheet),
    GROUP.map((one) => credentialOf(one)),
  );
  const sent = resultsOf(changes, false).map((result, at) =>
    at === 0 ? { ...result, fields: result.fields.map((field) => ({ ...field, after })) } : result,
  );
  const file = await sheet.results(sent, WORDS, 'all');
  expect(cellsOf(file!, 2)).toEqual(['id|Expires', `1|${cell}`, '2|03/04/2028']);
});
