import * as XLSX from 'sheetjs-ce';
import { describe, expect, test } from 'vitest';
import { FIRST_JOINED } from '../../lib/assign/edit/join';
import type { Credential } from '../../lib/credential/credential';
import type { Entry, EntryState, RunId } from '../../lib/journal/entry';
import type { RowResult } from '../../lib/report/result-rows';
import { credentialOf } from '../fakes/credential';
import { RESULT_WORDS } from '../fakes/result-words';
import { assignmentTo, openText, realSheet, requestFor, reviewedSheet } from '../fakes/sheet';

const group = [
  credentialOf({ id: '1', recipientName: 'Ada Lovelace', grade: 'A' }),
  credentialOf({ id: '2', recipientName: 'Bob Stone', grade: 'B' }),
];
const WORDS = {
  ...RESULT_WORDS,
  headers: ['Status', 'Message', 'Credential', 'Credential link'],
} as const;
const RESULTS: readonly RowResult[] = [
  { credential: group[1]!.id, failed: true, status: 'refused', message: '=cmd()', link: '', fields: [] },
  {
    credential: group[0]!.id,
    failed: false,
    status: 'updated',
    message: 'Grade',
    link: 'https://example.org/1',
    fields: [],
  },
];
const TEXT = 'Grade,Note,id\nD,=1+1,1\nE,+4930,2\n,@x,\nF,00123,9\n';

/** The cells of a written file as SheetJS reads them: [type, value], null where there is none. */
function cellsOf(bytes: ArrayBuffer): readonly (readonly [string, unknown, unknown] | null)[][] {
  const book = XLSX.read(bytes, { type: 'array', dense: true });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  const cells = sheet['!data'] as (XLSX.CellObject | undefined)[][];
  return cells.map((row) =>
    Array.from(row, (cell) => (cell === undefined ? null : [cell.t, cell.v, cell.f])),
  );
}

describe('the result file (docs/product.md 2.6)', () => {
  const made = async (only: 'all' | 'failed') => {
    const sheet = realSheet();
    const table = await openText(sheet, TEXT);
    sheet.addCredentials(group, true);
    sheet.review(requestFor(assignmentTo(table, ['grade', null, 'credential-id'], 'credential-id')));
    sheet.decide({ kind: 'skip-errors', skip: true });
    expect(sheet.makePlan()).toMatchObject({ ok: true, value: { changes: 2 } });
    const bytes = await sheet.results(RESULTS, WORDS, only);
    if (bytes === null) throw new Error('no file');
    return { sheet, rows: cellsOf(bytes) };
  };
  const texts = (rows: ReturnType<typeof cellsOf>) => rows.map((row) => row.map((cell) => cell?.[1] ?? ''));

  test("has the admin's own columns alone, without those that were joined here", async () => {
    const sheet = realSheet();
    const table = await openText(sheet, 'id,First,Last\n1,Ada,King\n');
    sheet.addCredentials(group, true);
    const join = { column: FIRST_JOINED, first: 1, second: 2 };
    const columns = [...table.columns, ...sheet.joinColumns([join])];
    const assignment = assignmentTo({ ...table, columns }, ['credential-id', null, null, 'recipient-name']);
    sheet.review(requestFor(assignment));
    sheet.decide({ kind: 'confirm', code: 'name-change', confirmed: true });
    expect(sheet.makePlan()).toMatchObject({ ok: true, value: { changes: 1 } });
    expect(sheet.changes(0, 1)[0]?.fields).toEqual([
      { attribute: 'recipient-name', before: 'Ada Lovelace', after: 'Ada King' },
    ]);
    const bytes = await sheet.results([], WORDS, 'all');
    if (bytes === null) throw new Error('no file');
    expect(texts(cellsOf(bytes)).map((row) => row.slice(0, 4))).toEqual([
      ['id', 'First', 'Last', 'Status'],
      ['1', 'Ada', 'King', 'not sent'],
    ]);
  });

  test("has the admin's rows and columns in their order, each with the outcome of its credential", async () => {
    const { rows } = await made('all');
    expect(texts(rows)).toEqual([
      ['Grade', 'Note', 'id', ...WORDS.headers],
      ['D', '=1+1', '1', 'updated', 'Grade', '1', 'https://example.org/1'],
      ['E', '+4930', '2', 'refused', '=cmd()', '2'],
      ['', '@x', '', 'not sent'],
      ['F', '00123', '9', 'not sent'],
    ]);
  });

  test('holds text only: nothing in it is a formula or a number', async () => {
    const { rows } = await made('all');
    const cells = rows.flat().filter((cell) => cell !== null);
    expect(new Set(cells.map(([type, , formula]) => `${type} ${String(formula)}`))).toEqual(
      new Set(['s undefined']),
    );
  });

  test('or only the rows that failed, and those that were skipped because of errors', async () => {
    const { rows } = await made('failed');
    expect(texts(rows).map(([grade]) => grade)).toEqual(['Grade', 'E', '', 'F']);
  });

  test('says of each row that was not sent why not', async () => {
    const text = 'id,Grade,Name\n1,D,\n2,B,\n2,B,\n3,D,\n4,D,\n5,,\n1,D,\n9,D,\n6,E,\n6,F,\n7,G,Z\n';
    const some = ['1', '2', '3', '4', '5', '6', '7'].map((id) => credentialOf({ id, grade: 'B' }));
    const { sheet } = await reviewedSheet(text, ['credential-id', 'grade', 'recipient-name'], some);
    const out = { kind: 'exclude', rows: [5], excluded: true } as const;
    sheet.decide(out);
    sheet.decide({ kind: 'exclude-cell', row: 6, attribute: 'grade', excluded: true });
    sheet.decide({ kind: 'exclude', rows: [12], excluded: true });
    sheet.decide({ kind: 'skip-errors', skip: true });
    expect(sheet.makePlan()).toMatchObject({
      ok: true,
      value: { changes: 1, rest: { errors: 3, leftOut: 3, unchanged: 4 } },
    });
    // A later decision is none about the run.
    sheet.decide({ ...out, excluded: false });
    const skipped = sheet.skippedRows();
    expect(skipped.map(({ row, errors }) => [row, errors.map(({ code }) => code)])).toEqual([
      [9, ['no-match']],
      [10, ['repeated']],
      [11, ['repeated']],
    ]);
    const reasons = {
      unchanged: 'nothing',
      leftOut: 'out',
      errors: new Map(skipped.map(({ row }) => [row, `error ${row}`])),
    };
    const bytes = await sheet.results(RESULTS.slice(1), { ...WORDS, reasons }, 'all');
    expect(texts(cellsOf(bytes!)).map((row) => row.slice(3, 6).map(String).join('|'))).toEqual([
      'Status|Message|Credential',
      'updated|Grade|1',
      'unchanged|nothing|2',
      'unchanged|nothing|2',
      'not sent|out|3',
      'not sent|out|4',
      'unchanged|nothing|5',
      'updated|Grade|1',
      'not sent|error 9',
      'not sent|error 10|6',
      'not sent|error 11|6',
      'not sent|out|7',
    ]);
  });

  test('as CSV, its failed rows dropped again are the same keys and values, however they begin', async () => {
    const cells = [
      '00123',
      '+49301234',
      '-5',
      '@ada',
      '=1+1',
      "'=1",
      "O'Brien",
      '123456789012345678',
      '03/04/2026',
    ];
    const some = cells.map((_, at) => credentialOf({ id: String(at + 1), grade: 'old' }));
    const text = `id,Grade\n${cells.map((cell, at) => `${at + 1},"${cell}"\n`).join('')}`;
    const wanted = async (sheet: ReturnType<typeof realSheet>, file: ArrayBuffer) => {
      expect(await sheet.open(file, {})).toMatchObject({ ok: true });
      const table = sheet.chooseTable(0, null);
      if (!table.ok) throw new Error(table.problem.code);
      sheet.addCredentials(some, true);
      sheet.review(requestFor(assignmentTo(table.value, ['credential-id', 'grade'])));
      sheet.decide({ kind: 'confirm', code: 'many-changes', confirmed: true });
      // A date in full as a grade.
      sheet.decide({ kind: 'confirm', code: 'converted-value', confirmed: true });
      expect(sheet.makePlan()).toMatchObject({ ok: true, value: { changes: cells.length } });
      return sheet.changes(0, 99).map(({ credential, fields }) => [credential, fields[0]?.after]);
    };
    const sheet = realSheet();
    const first = await wanted(sheet, new TextEncoder().encode(text).slice().buffer);
    expect(first).toEqual(cells.map((cell, at) => [String(at + 1), cell]));
    const refused = some.map(({ id }) => ({
      credential: id,
      failed: true,
      status: 'refused',
      message: '=cmd()',
      link: '',
      fields: [],
    }));
    const file = await sheet.results(refused, WORDS, 'failed', 'csv');
    if (file === null) throw new Error('no file');
    expect(await wanted(realSheet(), file)).toEqual(first);
  });

  test('is about the rows that were sent, whatever is opened after them', async () => {
    const { sheet } = await made('all');
    const table = await openText(sheet, 'id,grade\n1,Z\n');
    sheet.review(requestFor(assignmentTo(table, ['credential-id', 'grade'])));
    const bytes = await sheet.results(RESULTS, WORDS, 'failed');
    expect(texts(cellsOf(bytes!))[1]?.slice(0, 3)).toEqual(['E', '+4930', '2']);
  });

  test('is none when the run is of rows that are not here', async () => {
    expect(await realSheet().results(RESULTS, WORDS, 'all')).toBeNull();
    const { sheet } = await reviewedSheet('id,grade\n1,Z\n', ['credential-id', 'grade'], group);
    expect(await sheet.results(RESULTS, WORDS, 'all')).toBeNull();
  });
});

describe('an undo', () => {
  const entry = (credential: Credential, after: string, state: EntryState = { kind: 'applied' }): Entry => ({
    run: 'r' as RunId,
    credential: credential.id,
    position: 0,
    change: {
      credential: credential.id,
      row: 2,
      who: { name: null, email: null },
      reference: null,
      fields: [{ attribute: 'grade', before: credential.grade, after }],
      credits: 0,
      expiredOn: null,
      updatedAt: null,
    },
    state,
  });
  const [ada, bob] = group as [Credential, Credential];

  test('is a sheet of the old values with its assignment, through the same review', async () => {
    const { sheet } = await reviewedSheet('id,grade\n1,D\n2,E\n', ['credential-id', 'grade'], group);
    sheet.decide({ kind: 'exclude', rows: [2], excluded: true });
    sheet.addCredentials(
      [
        { ...ada, grade: 'D' },
        { ...bob, grade: 'X' },
      ],
      true,
    );
    const undo = sheet.makeUndo([entry(ada, 'D'), entry(bob, 'E')], []);
    expect(undo).toMatchObject({ editedSince: 1, cannot: 0, table: { sheetName: 'Undo', rows: 1 } });
    sheet.takeMade(undo!.table.id);
    // Decisions about the sheet that was undone are none about the undo.
    expect(sheet.review(requestFor(undo!.assignment))).toMatchObject({
      obstacles: [],
      summary: { excluded: 0 },
    });
    sheet.makePlan();
    expect(sheet.changes(0, 9)).toMatchObject([
      { credential: '1', fields: [{ attribute: 'grade', before: 'D', after: 'A' }] },
    ]);
  });

  test('of nothing is none, and the sheet stays', async () => {
    const { sheet, assignment } = await reviewedSheet('id,grade\n1,D\n', ['credential-id', 'grade'], group);
    expect(sheet.makeUndo([entry(ada, 'D', { kind: 'cancelled' })], [])).toBeNull();
    expect(sheet.review(requestFor(assignment)).summary.toUpdate).toBe(1);
  });
});
