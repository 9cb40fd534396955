import { expect, test } from 'vitest';
import { listSheet } from '../../../../lib/sheet/table/list-sheet';
import { sheetOf } from '../cells-of';

/* docs/product.md 2.2: the list is opened first, not the cover; the first one where in doubt. */

type Rows = readonly (readonly string[])[];

const named = (name: string, rows: Rows, hidden = false) => ({ ...sheetOf(...rows), name, hidden });
const LIST = named('Fixes', [
  ['Name', 'Email'],
  ['Ada', 'ada@x.org'],
  ['Bo', 'bo@x.org'],
  ['Cy', 'cy@x.org'],
]);

test.each([
  [
    'the summary of an export from Numbers',
    named('Export Summary', [
      ['', 'This document was exported from Numbers.'],
      [],
      ['', 'Numbers Sheet Name', 'Numbers Table Name', 'Excel Worksheet Name'],
      ['', 'Sheet 1', '', ''],
      ['', '', 'Table 1', 'Fixes'],
    ]),
  ],
  [
    'a table of contents',
    named('Contents', [
      ['Sheet', 'Rows'],
      ['Fixes', '1'],
    ]),
  ],
  ['instructions', named('Read me', [['Please read'], ['Fill in the next sheet']])],
  ['a title', named('Cover', [['Corrections of May']])],
  [
    'lines of two cells',
    named('About', [
      ['Made by', 'Eve'],
      ['Version', '2'],
      ['As of', 'May'],
    ]),
  ],
  [
    'labels with their values',
    named('Info', [
      ['Course', 'Safety at Work'],
      ['Date', '12 May'],
      ['Contact email', 'eve@x.org'],
    ]),
  ],
  [
    'a title page of three cells, where a longer list follows',
    named('Title', [['Corrections', 'of May', 'by Eve']]),
  ],
  [
    'a title above lines of two cells',
    named('Front', [['Corrections of May'], [], ['Prepared by', 'Eve'], ['Version', '2']]),
  ],
  ['a blank sheet', named('Sheet1', [])],
  [
    'a hidden list',
    named(
      'Old',
      [
        ['Name', 'Email'],
        ['Bob', 'bob@x.org'],
      ],
      true,
    ),
  ],
])('skips %s', (_, cover) => {
  expect(listSheet([cover, LIST])).toBe(1);
});

test.each([
  [
    'a list of names and grades',
    named('Results', [
      ['Name', 'Grade'],
      ['Ada', 'A'],
    ]),
  ],
  ['a single column of e-mails', named('Emails', [['Email'], ['ada@x.org']])],
  [
    'ids without a header',
    named('Ids', [
      ['10498227', 'A'],
      ['10498228', 'B'],
      ['10498229', 'A'],
    ]),
  ],
  [
    'headers that nobody knows',
    named('Liste', [
      ['Teilnehmende', 'Ergebnis', 'Ort'],
      ['Ada', 'gut', 'Bonn'],
    ]),
  ],
  [
    'a long list of two columns',
    named(
      'Liste',
      Array.from({ length: 30 }, (_, at) => [`P ${at}`, 'gut']),
    ),
  ],
  [
    'a list in which one sheet is named',
    named('Courses', [
      ['Name', 'Course'],
      ['Ada', 'Basics'],
      ['Bob', 'More'],
    ]),
  ],
])('stays at %s', (_, first) => {
  expect(listSheet([first, LIST])).toBe(0);
});

test('takes a cover where there is nothing else', () => {
  expect(listSheet([named('Cover', [['Corrections of May']]), named('Sheet2', [])])).toBe(0);
  expect(listSheet([])).toBe(0);
});
