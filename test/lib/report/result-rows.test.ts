import { UNCORRECTED } from '../../fakes/review';
import { createGroup } from '../../../lib/review/group/group';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../lib/credential/day';
import { credentialId, type CredentialId } from '../../../lib/credential/ids';
import { resultRows, type ResultSheet, type RowResult } from '../../../lib/report/result-rows';
import type { Table } from '../../../lib/sheet/table/table';
import { dayCell, tableOf } from '../../fakes/table';
import { writtenText, type WrittenRows } from '../../../lib/sheet/cells/written-cell';
import { RESULT_WORDS } from '../../fakes/result-words';

const table = tableOf(
  ['Name', 'Day', 'Status'],
  [
    ['Ada', dayCell('2026-01-02', '2 Jan'), null],
    ['Bob', null, '=1+1'],
    ['Ada again', null, true],
    ['Eve', null, 7],
    ['Nobody', null, { kind: 'error', text: '#N/A' }],
  ],
);
const OF_ROW = new Map([
  [2, credentialId('1')],
  [3, credentialId('2')],
  [4, credentialId('1')],
  [5, credentialId('3')],
]);
const of = (row: number): CredentialId | null => OF_ROW.get(row) ?? null;
const RESULTS: readonly RowResult[] = [
  { credential: credentialId('2'), failed: true, status: 'refused', message: 'no', link: '', fields: [] },
  {
    credential: credentialId('1'),
    failed: false,
    status: 'updated',
    message: '',
    link: 'https://example.org/1',
    fields: [],
  },
];
/** Rows as a CSV has them. The types are in `written-cells.test.ts`. */
const textsOf = (rows: WrittenRows) => rows.map((row) => row.map(writtenText));
/** A sheet without assignment and corrections. */
const sheetOf = (own: Table, credentialOfRow = of): ResultSheet => ({
  table: own,
  input: {
    table: own,
    assignment: { columns: [], key: null },
    attributes: [],
    group: createGroup([]),
    today: '2026-06-15' as Day,
    ...UNCORRECTED,
  },
  joins: [],
  changes: [],
  credentialOfRow,
  roleOfRow: () => 'sent',
  linkOf: () => '',
});
const HEADER = ['Name', 'Day', 'Status', 'Status', 'Message', 'Credential', 'Link'];

/** [what, results, which, rows behind the header] */
test.each<[string, readonly RowResult[], 'all' | 'failed', readonly (readonly string[])[]]>([
  [
    "all: the admin's rows in their order as shown, each with what became of its credential",
    RESULTS,
    'all',
    [
      ['Ada', '2026-01-02', '', 'updated', '', '1', 'https://example.org/1'],
      ['Bob', '', '=1+1', 'refused', 'no', '2', ''],
      ['Ada again', '', 'TRUE', 'updated', '', '1', 'https://example.org/1'],
      ['Eve', '', '7', 'not sent', '', '3', ''],
      ['Nobody', '', '#N/A', 'not sent', '', '', ''],
    ],
  ],
  [
    'failed: only what was to be updated and was not',
    RESULTS,
    'failed',
    [['Bob', '', '=1+1', 'refused', 'no', '2', '']],
  ],
  ['a run without failures', RESULTS.slice(1), 'failed', []],
])('%s', (_name, results, only, rows) => {
  expect(textsOf(resultRows(sheetOf(table), results, RESULT_WORDS, only))).toEqual([HEADER, ...rows]);
});

test('a number that the spreadsheet shows shortened or grouped keeps its digits', () => {
  const number = (text: string, value: number) => ({ kind: 'number', text, value, damaged: false }) as const;
  const numbers = tableOf(
    ['Member', 'Phone', 'Score', 'Code', 'GPA'],
    [
      [
        number('1.23457E+12', 1234567890123),
        number('447,700,900,123', 447700900123),
        number('85%', 0.85),
        number('0012', 12),
        number('4.0', 4),
      ],
    ],
  );
  expect(
    textsOf(
      resultRows(
        sheetOf(numbers, () => null),
        [],
        RESULT_WORDS,
        'all',
      ),
    )[1]?.slice(0, 5),
  ).toEqual(['1234567890123', '447700900123', '85%', '0012', '4.0']);
});

describe('the columns', () => {
  test('are those of the table, also where the sheet has gaps', () => {
    const gaps = { ...table, columns: [table.columns[0]!, table.columns[2]!] };
    expect(resultRows(sheetOf(gaps), [], RESULT_WORDS, 'all').slice(0, 3)).toEqual([
      ['Name', 'Status', 'Status', 'Message', 'Credential', 'Link'],
      ['Ada', '', 'not sent', '', '1', ''],
      ['Bob', '=1+1', 'not sent', '', '2', ''],
    ]);
  });
});
