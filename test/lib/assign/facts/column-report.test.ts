import { expect, test } from 'vitest';
import type { ColumnChoice } from '../../../../lib/assign/choice/assignment';
import { reportColumns, type ColumnReport } from '../../../../lib/assign/facts/column-report';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import { attributesOf } from '../../../../lib/credential/attributes';
import { dayCell, tableOf, type WrittenCell } from '../../../fakes/table';

const ATTRIBUTES = attributesOf([{ name: '__proto__', kind: 'email' }]);

/** [name, choice, cells of the column, expected report] */
test.each<[string, Partial<ColumnChoice>, readonly WrittenCell[], Partial<ColumnReport> | null]>([
  [
    'all readable',
    { target: { kind: 'attribute', id: 'grade' } },
    ['A', 7, true],
    { blank: 0, unreadable: 0 },
  ],
  [
    'blanks, also those of spaces, kept or cleared',
    { target: { kind: 'attribute', id: 'grade' }, blank: 'clear', write: 'always' },
    ['A', null, ' ', '\u00A0'],
    { blank: 3, unreadable: 0 },
  ],
  [
    'unreadable ones with the first three as written',
    { target: { kind: 'attribute', id: 'recipient-email' } },
    ['a@example.org', 'none', 'b@', null, '@c', 'd'],
    {
      blank: 1,
      unreadable: 4,
      examples: [
        { row: 3, text: 'none' },
        { row: 4, text: 'b@' },
        { row: 6, text: '@c' },
      ],
    },
  ],
  [
    'dates without a decided order: only those that need none are read',
    { target: { kind: 'attribute', id: 'expiry-date' }, dateFormat: null },
    [dayCell('2026-01-02', '02/01/26'), '2026-01-02', '02/01/2026'],
    { unreadable: 1, examples: [{ row: 4, text: '02/01/2026' }] },
  ],
  [
    'dates whose order is known',
    { target: { kind: 'attribute', id: 'expiry-date' }, dateFormat: 'day-month-year' },
    ['02/01/2026', '31/02/2026'],
    { unreadable: 1, examples: [{ row: 3, text: '31/02/2026' }] },
  ],
  [
    'formula errors and damaged ids',
    { target: { kind: 'attribute', id: 'credential-id' } },
    [{ kind: 'error', text: '#REF!' }, '1.23E+15', '1'],
    { unreadable: 2 },
  ],
  [
    'an attribute named like a prototype',
    { target: { kind: 'attribute', id: 'custom:__proto__' } },
    ['x'],
    { unreadable: 1 },
  ],
  ['a skipped column: it is not read', { target: { kind: 'skip' } }, ['x'], null],
  ['an undecided column', { target: { kind: 'undecided' } }, ['x'], null],
  [
    'an attribute that the account does not have',
    { target: { kind: 'attribute', id: 'custom:Gone' } },
    ['x'],
    null,
  ],
])('%s', (_name, choice, cells, expected) => {
  const whole: ColumnChoice = {
    column: 1,
    target: { kind: 'skip' },
    dateFormat: null,
    blank: 'keep',
    write: 'always',
    ...choice,
  };
  const table = tableOf(
    ['Other', 'Column'],
    cells.map((cell) => ['x', cell]),
  );
  const reports = reportColumns(table, describeColumns(table), { columns: [whole], key: null }, ATTRIBUTES);
  expect(reports).toMatchObject(expected === null ? [] : [{ column: 1, ...expected }]);
  expect(reports).toHaveLength(expected === null ? 0 : 1);
});
