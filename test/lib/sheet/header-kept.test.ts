import { expect, test } from 'vitest';
import { LABELLED_SHEETS } from '../../fixtures/headers';
import { cellOf, type WrittenCell } from '../../fakes/table';
import { findHeaderRow } from '../../../lib/sheet/table/header-row';
import type { Sheet } from '../../../lib/sheet/cells/sheet';
import { sheetOf } from './cells-of';

/*
 * No real header is taken for data (starts-without-header.ts). In doubt the first row stays the
 * header.
 */

type Rows = readonly (readonly string[])[];

const IDS: Rows = [
  ['10498227', 'Merit'],
  ['10498228', 'Distinction'],
  ['10498229', 'Pass'],
];

test.each<[string, Rows]>([
  ['one word over text', [['Participants'], ['Ann Lee'], ['Bob Kim']]],
  [
    'words over words',
    [
      ['Ann Lee', 'Merit'],
      ['Bob Kim', 'Pass'],
    ],
  ],
  ['words over ids', [['Nr', 'Note'], ...IDS]],
  [
    'years over numbers',
    [
      ['2023', '2024'],
      ['1500', '2210'],
      ['1700', '2300'],
    ],
  ],
  [
    'a name and years over numbers',
    [
      ['Region', '2023', '2024'],
      ['North', '1500', '2210'],
      ['South', '1700', '2300'],
    ],
  ],
  [
    'years over years',
    [
      ['2023', '2024'],
      ['2023', '2024'],
      ['2022', '2021'],
    ],
  ],
  [
    'months over numbers',
    [
      ['Umsatz', '202301'],
      ['Nord', '150044'],
      ['Sued', '177821'],
    ],
  ],
  [
    'days over numbers',
    [
      ['Umsatz', '20230131'],
      ['Nord', '15004411'],
      ['Sued', '17782133'],
    ],
  ],
  [
    'ids as headers of a pivot',
    [
      ['Aufgabe', '10498227', '10498228'],
      ['Eins', '85', '90'],
      ['Zwei', '70', '65'],
    ],
  ],
  [
    'ids as headers of a pivot over numbers as long',
    [
      ['Aufgabe', '10498227', '10498228'],
      ['Eins', '85123456', '90123456'],
      ['Zwei', '70123456', '65123456'],
    ],
  ],
  [
    'e-mails as headers of a pivot',
    [
      ['Question', 'ann@x.org', 'bob@x.org'],
      ['One', '5', '4'],
      ['Two', '3', '5'],
    ],
  ],
  [
    'days as headers of a pivot',
    [
      ['Name', '2027-01-31', '2027-02-28'],
      ['Ann', '5', '4'],
      ['Bob', '3', '5'],
    ],
  ],
  [
    'a header over a column without values',
    [
      ['10498227', 'Remarks'],
      ['10498228', ''],
      ['10498229', ''],
    ],
  ],
  [
    'a word over numbers',
    [
      ['10498227', 'Points'],
      ['10498228', '85'],
      ['10498229', '70'],
    ],
  ],
  [
    'an address beside the name of a column',
    [
      ['Name', 'office@x.org'],
      ['Ann', 'ann@x.org'],
      ['Bob', 'bob@x.org'],
    ],
  ],
  [
    'the same in Spanish',
    [
      ['Fecha de curso', 'office@x.org'],
      ['Enero', 'ann@x.org'],
      ['Mayo', 'bob@x.org'],
    ],
  ],
  [
    'the same in Chinese',
    [
      ['姓名', 'office@x.org'],
      ['王', 'ann@x.org'],
      ['李', 'bob@x.org'],
    ],
  ],
  [
    'a number over other numbers',
    [
      ['10498227', 'A'],
      ['7', 'B'],
      ['123', 'A'],
    ],
  ],
  [
    'two ids of one form may be chance',
    [
      ['10498227', 'A'],
      ['10498228', 'B'],
    ],
  ],
  [
    'the same number all over',
    [
      ['10498227', 'A'],
      ['55555555', 'B'],
      ['55555555', 'C'],
      ['55555555', 'D'],
    ],
  ],
  [
    'amounts over amounts',
    [
      ['North', '12,345.50'],
      ['South', '17,782.00'],
      ['East', '90,001.25'],
    ],
  ],
  ['one row with a number that was cut short', [['a', '1.23457E+17']]],
  ['one row of words', [['Name', 'Grade']]],
  ['one row of years', [['2023', '2024']]],
  ['one row with the name of a column', [['Email', 'office@x.org']]],
])('the first row stays the header: %s', (_, rows) => {
  expect(findHeaderRow(sheetOf(...rows))).toEqual({ row: 1, reason: 'first-row' });
});

test('keeps a header below a title', () => {
  const rows = [
    ['Report', '2026-11-01'],
    ['Name', 'Issued'],
    ['Ann', '2027-01-31'],
    ['Bob', '2027-02-01'],
  ];
  expect(findHeaderRow(sheetOf(...rows))).toEqual({ row: 2, reason: 'below-title' });
});

test.each(LABELLED_SHEETS.map(({ name, columns }) => [name, columns] as const))(
  'a real header stays: %s',
  (_, columns) => {
    const rows: WrittenCell[][] = [columns.map(([header]) => header)];
    const height = Math.max(...columns.map(([, , ...cells]) => cells.length));
    for (let row = 0; row < height; row += 1) rows.push(columns.map(([, , ...cells]) => cells[row] ?? null));
    const cells = rows.map((row) => row.map(cellOf));
    const sheet: Sheet = {
      name: 'Sheet1',
      hidden: false,
      rowCount: cells.length,
      columnCount: columns.length,
      notes: [],
      width: (row) => cells[row - 1]?.length ?? 0,
      cell: (row, column) => cells[row - 1]?.[column] ?? { kind: 'blank' },
    };
    expect(findHeaderRow(sheet).row).toBe(1);
  },
);
