import { expect, test } from 'vitest';
import { withBlank, withTarget } from '../../../../lib/assign/edit/edit-assignment';
import { applyMapping, restoreMapping } from '../../../../lib/assign/mapping/saved-mapping';
import { assignmentOf } from '../../../../lib/assign/edit/edit-assignment';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import { attributesOf } from '../../../../lib/credential/attributes';
import type { Day } from '../../../../lib/credential/day';
import type { AssignmentReport, OpenedTable } from '../../../../lib/rpc/contract/sheet-contract';
import { isAllRemembered } from '../../../../lib/session/assign/all-remembered';
import type { AssignState } from '../../../../lib/session/assign/assign-model';
import { tableOf } from '../../../fakes/table';

const ATTRIBUTES = attributesOf([]);
const KEY = { attribute: 'credential-id', dateFormat: null, blank: 'keep', write: 'always' } as const;
const SAVED = {
  day: '2026-03-02' as Day,
  joins: [],
  key: 'credential-id',
  columns: [
    { ...KEY, name: 'Credential ID' },
    { ...KEY, name: 'Remark', attribute: 'grade', blank: 'clear' },
    { ...KEY, name: 'Payroll', attribute: null },
  ],
} as const;

function stateOf(headers: readonly string[], kind: 'remembered' | 'from-file' = 'remembered'): AssignState {
  const table = tableOf(headers, [headers.map(() => '71001')]);
  const columns = describeColumns(table);
  const names = new Map(headers.map((header, at) => [at, header]));
  const restored = restoreMapping(kind, SAVED, names, ATTRIBUTES);
  const present = { guesses: [], assignment: assignmentOf([], columns), attributes: ATTRIBUTES };
  const applied = applyMapping(restored, present, columns, new Set());
  const opened = { columns, excluded: [] } as unknown as OpenedTable;
  return { ...applied, table: opened, attributes: ATTRIBUTES, joins: [], restored };
}

const WHOLE: AssignmentReport = {
  columns: [],
  keys: [{ key: 'credential-id', alsoBy: null, matched: 3, several: 0, rows: 3, otherSpelling: null }],
  toLookUp: null,
  ofWholeGroup: true,
  valueInHeader: null,
};
const HEADERS = ['Credential ID', 'Remark', 'Payroll'];
const [key] = WHOLE.keys;

test('all is remembered where every column and every row is', () => {
  expect(isAllRemembered(stateOf(HEADERS), WHOLE)).toBe(true);
});

const same = stateOf(HEADERS);
test.each<[string, AssignState, AssignmentReport | null]>([
  ['nothing is counted yet', same, null],
  ['a row is not found', same, { ...WHOLE, keys: [{ ...key!, matched: 2 }] }],
  ['a row finds several', same, { ...WHOLE, keys: [{ ...key!, matched: 2, several: 1 }] }],
  ['there are no rows', same, { ...WHOLE, keys: [{ ...key!, matched: 0, rows: 0 }] }],
  ['only a part of the group is known', same, { ...WHOLE, ofWholeGroup: false }],
  ['the header may be a person', same, { ...WHOLE, valueInHeader: 'ada@example.org' }],
  ['a column is new', stateOf([...HEADERS, 'New']), WHOLE],
  ['it is from a file', stateOf(HEADERS, 'from-file'), WHOLE],
  ['nothing was restored', { ...same, restored: null }, WHOLE],
  [
    'totals were left out',
    { ...same, table: { ...same.table, excluded: [{ reason: 'total', rows: [9] }] } },
    WHOLE,
  ],
  [
    'the admin has changed a column',
    { ...same, assignment: withTarget(same.assignment, 1, { kind: 'skip' }, ATTRIBUTES) },
    WHOLE,
  ],
  ['the admin has changed a rule', { ...same, assignment: withBlank(same.assignment, 1, 'keep') }, WHOLE],
])('not where %s', (_, state, report) => {
  expect(isAllRemembered(state, report)).toBe(false);
});
