import { expect, test } from 'vitest';
import { findHeaderRow } from '../../../../lib/sheet/table/header-row';
import { sheetOf } from '../cells-of';

const HEADER = ['Name', 'Email', 'Issued'];
const ANN = ['Ann Lee', 'ann@x.org', '2027-01-31'];
const BOB = ['Bob Kim', 'bob@x.org', '2027-02-01'];

test.each([
  ['the first row', [HEADER, ANN, BOB], 1, 'first-row'],
  ['blank rows above', [[], [], HEADER, ANN], 3, 'first-row'],
  ['a title above', [['Graduates of 2027'], HEADER, ANN, BOB], 2, 'below-title'],
  [
    'a title, notes and a blank row above',
    [['Graduates'], ['As of', 'May'], [], HEADER, ANN],
    4,
    'below-title',
  ],
  ['a column without a header', [['Name', '', 'Issued'], ANN], 1, 'first-row'],
  [
    'a year among the headers',
    [
      ['Name', 'Email', 'City', 'Grade', '2027'],
      ['Ann', 'a@x.org', 'Bonn', 'A', '1'],
    ],
    1,
    'first-row',
  ],
  [
    'years behind a header word',
    [
      ['Name', '2026', '2027'],
      ['Ann', 'A', 'B'],
      ['Bob', 'B', 'C'],
    ],
    1,
    'first-row',
  ],
  [
    'sessions by numbers',
    [
      ['Email', '1', '2', '3'],
      ['ann@x.org', 'P', 'P', 'A'],
      ['b@x.org', 'A', 'P', 'P'],
    ],
    1,
    'first-row',
  ],
  ['years below a title', [['Graduates'], ['Name', '2026', '2027'], ['Ann', '1', '2']], 2, 'below-title'],
  [
    'a person with points, above whom are headers',
    [
      ['Team', 'Note', 'Rank'],
      ['Ann', '95', '1'],
      ['Bob', '80', '2'],
    ],
    1,
    'first-row',
  ],
  ['one column', [['Email'], ['ann@x.org']], 1, 'first-row'],
  ['headers in Chinese', [['报表'], ['姓名', '邮箱', '日期'], ANN], 2, 'below-title'],
  ['an empty sheet', [], 1, 'first-row'],
])('%s', (_, rows, row, reason) => {
  expect(findHeaderRow(sheetOf(...rows))).toEqual({ row, reason });
});
