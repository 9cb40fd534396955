import { expect, test } from 'vitest';
import { countPeopleAcross } from '../../../../lib/sheet/table/people-across';
import { sheetOf } from '../cells-of';

/* docs/product.md 2.2: a list that lies on its side is said, and every other one is read. */

type Rows = readonly (readonly string[])[];

test.each<[string, Rows, number]>([
  [
    'names and e-mails',
    [
      ['Name', 'Ada King', 'Bo Lind'],
      ['Email', 'ada@x.org', 'bo@x.org'],
    ],
    2,
  ],
  [
    'ids, names and grades',
    [
      ['Credential ID', '100001', '100002', '100003'],
      ['Recipient Name', 'Ada', 'Bo', 'Cy'],
      ['Grade', 'A', 'B', 'C'],
    ],
    3,
  ],
  [
    'a corner that says nothing',
    [
      ['', 'Ada King', 'Bo Lind'],
      ['Email', 'ada@x.org', 'bo@x.org'],
      ['Grade', 'A', 'B'],
      ['Expiry date', '2027-01-31', '2028-01-31'],
    ],
    2,
  ],
  [
    'with a blank cell',
    [
      ['Name', 'Ada', 'Bo', 'Cy'],
      ['Email', 'ada@x.org', '', 'cy@x.org'],
    ],
    3,
  ],
  [
    'dates',
    [
      ['Nombre', 'Ada', 'Bo'],
      ['Fecha', '31/01/2027', '01/02/2027'],
    ],
    2,
  ],
  [
    'German headers',
    [
      ['Nachname', 'King', 'Lind'],
      ['Geburtsdatum', '31.01.1990', '01.02.1991'],
    ],
    2,
  ],
])('on its side: %s', (_name, rows, people) => {
  expect(countPeopleAcross(sheetOf(...rows))).toBe(people);
});

test.each<[string, Rows]>([
  [
    'a list',
    [
      ['Name', 'Email', 'Grade'],
      ['Ada', 'ada@x.org', 'A'],
      ['Bo', 'bo@x.org', 'B'],
    ],
  ],
  [
    'a list of one row',
    [
      ['Email', 'Name', 'Grade'],
      ['ada@x.org', 'Ada', 'A'],
    ],
  ],
  [
    'a list whose first column repeats',
    [
      ['Course', 'Name', 'Email'],
      ['Course', 'Ada', 'ada@x.org'],
    ],
  ],
  [
    'types without a header row',
    [
      ['Certificate', 'ada@x.org', '100001'],
      ['Diploma', 'bo@x.org', '100002'],
    ],
  ],
  [
    'types below a header row',
    [
      ['Type', 'Email', 'Id'],
      ['Certificate', 'ada@x.org', '100001'],
      ['Diploma', 'bo@x.org', '100002'],
    ],
  ],
  [
    'two columns',
    [
      ['Name', 'Ada'],
      ['Email', 'ada@x.org'],
    ],
  ],
  [
    'words alone',
    [
      ['Name', 'Ada', 'Bo'],
      ['Grade', 'A', 'B'],
    ],
  ],
  [
    'the same value for all',
    [
      ['Name', 'Ada', 'Bo'],
      ['Email', 'a@x.org', 'a@x.org'],
    ],
  ],
  [
    'a report of months',
    [
      ['Course', 'Jan', 'Feb'],
      ['Started', '12', '31'],
      ['Completed', '10', '30'],
    ],
  ],
  [
    'names first',
    [
      ['Ada King', 'ada@x.org', '100001'],
      ['Bo Lind', 'bo@x.org', '100002'],
    ],
  ],
  ['an empty sheet', []],
  [
    'more rows than attributes',
    Array.from({ length: 61 }, (_, at) => [`Name ${at}`, `a${at}@x.org`, `b${at}@x.org`]),
  ],
])('read as it is: %s', (_name, rows) => {
  expect(countPeopleAcross(sheetOf(...rows))).toBe(0);
});
