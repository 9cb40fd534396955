import { describe, expect, test } from 'vitest';
import { findHeaderRow } from '../../../../lib/sheet/table/header-row';
import { makeTable } from '../../../../lib/sheet/table/make-table';
import { sheetOf } from '../cells-of';

/** A block about a meeting or a report above the list, and another list below it. */

type Rows = readonly (readonly string[])[];

const LIST: Rows = [
  ['Name', 'Email', 'Duration'],
  ['Ada King', 'ada@x.org', '58'],
  ['Bob Stone', 'bob@x.org', '60'],
];
const MEETING: Rows = [
  ['Meeting ID', 'Topic', 'Start Time', 'End Time', 'User Email'],
  ['845 1234', 'Safety', '03/05/2027 09:00', '03/05/2027 10:00', 'host@x.org'],
];
const lines = (count: number): Rows =>
  Array.from({ length: count }, (_, at) => [`Read point ${at + 1} first`]);

test.each<[string, Rows, number]>([
  ['a meeting with a header of its own and one row', [...MEETING, [], ...LIST], 4],
  ['the same with one participant', [...MEETING, [], ...LIST.slice(0, 2)], 4],
  ['the same with a title above the list', [...MEETING, [], ['Participants'], ...LIST], 5],
  [
    'a list of which few headers are known words',
    [
      ['Meeting ID', 'Topic', 'Start Time', 'End Time', 'User Email', 'Duration (Minutes)', 'Participants'],
      ['845 1234', 'Safety', '9:00', '10:00', 'host@x.org', '60', '2'],
      [],
      ['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)', 'Guest'],
      ['Ada King', 'ada@x.org', '9:00', '10:00', '58', 'No'],
      ['Bob Stone', 'bob@x.org', '9:01', '10:00', '57', 'Yes'],
    ],
    4,
  ],
  [
    'two blocks, the second with a host',
    [
      ['Attendee Report'],
      [
        'Topic',
        'Webinar ID',
        'Actual Start Time',
        'Duration',
        '# Registered',
        '# Cancelled',
        'Unique Viewers',
      ],
      ['Safety', '845 1234', 'Mar 5', '60', '3', '0', '2'],
      [],
      ['Host Details'],
      ['Attended', 'User Name', 'Email', 'Join Time', 'Time in Session'],
      ['Yes', 'Eve Host', 'eve@x.org', '9:00', '60'],
      [],
      ['Attendee Details'],
      [
        'Attended',
        'User Name',
        'First Name',
        'Last Name',
        'Email',
        'Approval Status',
        'Join Time',
        'Country',
      ],
      ['Yes', 'Ada King', 'Ada', 'King', 'ada@x.org', 'approved', '9:00', 'FR'],
      ['Yes', 'Bob Stone', 'Bob', 'Stone', 'bob@x.org', 'approved', '9:00', 'DE'],
    ],
    10,
  ],
  [
    'a course, a trainer, then the list',
    [
      ['Course', 'Start', 'End'],
      ['Safety', '1 May', '2 May'],
      [],
      ['Trainer', 'Email'],
      ['Eve', 'e@x.org'],
      [],
      ...LIST,
    ],
    7,
  ],
  [
    'lines of two cells, as wide as the list',
    [
      ['Meeting title', 'Safety'],
      ['Start', '9:00'],
      ['Held by', 'Eve'],
      [],
      ['Name', 'Email'],
      ['Ada', 'a@x.org'],
    ],
    5,
  ],
  [
    'lines of two cells above a wider list',
    [['1. Summary'], ['Title', 'Safety'], ['Start', '9:00'], [], ['2. Participants'], ...LIST],
    6,
  ],
  ['thirty lines of instructions', [...lines(30), ...LIST], 31],
  ['ninety lines of instructions', [...lines(90), ...LIST], 91],
  [
    'a German report',
    [['Bericht', 'Mai'], [], ['Nachname', 'E-Mail', 'Note'], ['King', 'ada@x.org', '1']],
    3,
  ],
])('%s: row %#', (_, rows, row) => {
  expect(findHeaderRow(sheetOf(...rows)).row).toBe(row);
});

test.each<[string, Rows]>([
  ['a list of one person, and the same header on the next page', [...LIST.slice(0, 2), [], ...LIST]],
  [
    'a list of years',
    [
      ['Name', '2026', '2027'],
      ['Ada', 'A', 'B'],
      ['Bob', 'B', 'C'],
      ['Eve', 'C', 'A'],
    ],
  ],
  [
    'a list with notes that name an e-mail',
    [...LIST, [], ['Questions by e-mail', 'to'], ['Eve', 'eve@x.org']],
  ],
  ['a list with a blank row within', [...LIST, [], ['Eve', 'eve@x.org', '5'], ['Jo', 'jo@x.org', '6']]],
  [
    'a list above the contacts of its trainers',
    [...LIST, [], ['Trainer name', 'Email'], ['Eve', 'eve@x.org']],
  ],
  ['a list above a legend', [['Name', 'Grade'], ['Ada', 'A'], [], ['Grade', 'Meaning'], ['A', 'Very good']]],
  [
    'a list of words with blank rows',
    [['Name', 'Grade'], ['Ada', 'Merit'], [], ['Bob', 'Pass'], ['Eve', 'Pass']],
  ],
  ['a list of one person', [['Name', 'Email'], ['Ada', 'ada@x.org'], [], ['As of May']]],
  ['a list with a note of two cells below', [...LIST, [], ['As of', 'May'], ['Made by', 'Eve']]],
  [
    'a long list of another language',
    [
      ['Teilnehmende', 'Ergebnis'],
      ...Array.from({ length: 20 }, (_, at) => [`P ${at}`, 'gut']),
      [],
      ['Name', 'Email'],
      ['Eve', 'eve@x.org'],
    ],
  ],
])('stays in row 1: %s', (_, rows) => {
  expect(findHeaderRow(sheetOf(...rows)).row).toBe(1);
});

describe('rows of another list below', () => {
  const excluded = (rows: Rows) => {
    const table = makeTable(sheetOf(...rows), { row: 1, reason: 'first-row' });
    if (!table.ok) throw new Error(table.problem.code);
    return { rows: table.value.rows, excluded: table.value.excluded };
  };

  test('are no data, with its title and header', () => {
    const activities: Rows = [
      ['3. Activities'],
      ['Name', 'Join', 'Email'],
      ['Ada King', '9:00', 'ada@x.org'],
    ];
    expect(excluded([...LIST, [], ...activities])).toEqual({
      rows: [2, 3],
      excluded: [
        { reason: 'blank', rows: [4] },
        { reason: 'another-list', rows: [5, 6, 7] },
      ],
    });
  });

  test.each<[string, Rows, readonly number[]]>([
    ['the header once more, on the next page', [...LIST, [], ...LIST], [2, 3, 6, 7]],
    ['people behind a blank row', [...LIST, [], ['Eve', 'eve@x.org', '1']], [2, 3, 5]],
    ['a value that is also a header', [...LIST, [], ['Name', 'n@x.org', '1']], [2, 3, 5]],
    ['a header-like row without a blank row above', [...LIST, ['Name', 'Email', 'x']], [2, 3, 4]],
  ])('are not: %s', (_, rows, data) => {
    expect(excluded(rows).rows).toEqual(data);
  });
});
