import { describe, expect, it } from 'vitest';
import { describeColumns } from '../../../../lib/assign/facts/describe-columns';
import { FIRST_JOINED, joinable, type Join } from '../../../../lib/assign/edit/join';
import { joinColumns } from '../../../../lib/assign/edit/joined-columns';
import { nameParts } from '../../../../lib/assign/guess/name-parts';
import type { Cell } from '../../../../lib/sheet/cells/sheet';
import { cellOf, dayCell, tableOf, type WrittenCell } from '../../../fakes/table';

const JOIN: Join = { column: FIRST_JOINED, first: 0, second: 1 };
const ERROR: Cell = { kind: 'error', text: '#REF!' };
const text = (of: string): Cell => ({ kind: 'text', text: of });
const half = (of: string): Cell => ({ kind: 'text', text: of, half: true });

describe('a joined column', () => {
  it.each<[string, WrittenCell, WrittenCell, Cell]>([
    ['both, with a space between', 'Ada', 'Lovelace', text('Ada Lovelace')],
    ['spaces around each part are dropped', ' Ada ', '\u00a0Lovelace', text('Ada Lovelace')],
    ['one alone', 'Ada', null, half('Ada')],
    ['the other alone', null, 'Lovelace', half('Lovelace')],
    ['a part of spaces only is blank', 'Ada', '  ', half('Ada')],
    ['none', null, null, { kind: 'blank' }],
    ['what is shown of a number and of a day', 7, dayCell('2026-03-01', '1 March'), text('7 1 March')],
    ['an error spoils the whole', 'Ada', ERROR, ERROR],
    ['an error spoils the whole, first', ERROR, 'Lovelace', ERROR],
  ])('%s', (_, first, second, expected) => {
    const table = joinColumns(tableOf(['First', 'Last'], [[cellOf(first), cellOf(second)]]), [JOIN]);
    expect(table.cell(2, FIRST_JOINED)).toEqual(expected);
  });

  it('stands behind the others, which stay, and says what it is of', () => {
    const own = tableOf(['First', 'Last'], [['Ada', 'Lovelace']]);
    const table = joinColumns(own, [{ ...JOIN, first: 1, second: 0 }]);
    expect(table.columns).toEqual([
      ...own.columns,
      { index: FIRST_JOINED, letter: 'B + A', header: 'Last + First' },
    ]);
    expect(table.cell(2, FIRST_JOINED)).toEqual(text('Lovelace Ada'));
    expect(table.cell(2, 0)).toEqual(text('Ada'));
  });

  it('of columns that are not there is left out', () => {
    const own = tableOf(['First'], [['Ada']]);
    expect(joinColumns(own, [JOIN])).toBe(own);
  });
});

describe('joinable columns', () => {
  const facts = describeColumns(
    tableOf(
      ['First', 'Last', 'E-mail', 'No', 'Until', 'Town'],
      [['Ada', 'Lovelace', 'ada@example.org', '10498227', '2027-01-31', 'London']],
    ),
  );
  const names = (column: number, joins: readonly Join[] = []) =>
    joinable(column, facts, joins).map(({ header }) => header);
  it('is text with text', () => {
    expect(names(0)).toEqual(['Last', 'Town']);
    expect(names(2)).toEqual([]);
  });
  it('and each column once', () => {
    expect(names(5, [JOIN])).toEqual([]);
    expect(names(0, [JOIN])).toEqual([]);
  });
});

describe('first and last name columns', () => {
  it.each<[readonly string[], readonly [number, number] | null]>([
    [
      ['First Name', 'Last Name'],
      [0, 1],
    ],
    [
      ['Last Name', 'Email', 'First Name'],
      [2, 0],
    ],
    [
      ['FirstName', 'Surname'],
      [0, 1],
    ],
    [
      ['Contact: First Name', 'Contact: Last Name'],
      [0, 1],
    ],
    [
      ['Given names', 'Family name'],
      [0, 1],
    ],
    [
      ['Vorname', 'Nachname'],
      [0, 1],
    ],
    [
      ['Name', 'Vorname'],
      [1, 0],
    ],
    [
      ['Nom', 'Prénom'],
      [1, 0],
    ],
    [
      ['Nombre', 'Apellidos'],
      [0, 1],
    ],
    [
      ['Prénom', 'Nom de famille', 'Nom'],
      [0, 1],
    ],
    [
      ['First Name', 'Parent First Name', 'Last Name'],
      [0, 2],
    ],
    [
      ['Vorname', 'Nachname', 'Vorname Trainer', 'Nachname Trainer'],
      [0, 1],
    ],
    [['Manager First Name', 'Manager Last Name'], null],
    [['Parent/Guardian First Name', 'Parent/Guardian Last Name'], null],
    [['Emergency contact first name', 'Emergency contact last name'], null],
    [['Manager First Name', 'Last Name'], null],
    [['First Name', 'Buyer First Name', 'Last Name'], null],
    [['First Name', 'Last Name', 'Surname'], null],
    [['First Name', 'Email'], null],
    [['Name', 'Email'], null],
    [['Last Name'], null],
  ])('%j', (headers, expected) => {
    const parts = nameParts(headers.map((header, column) => ({ column, header })));
    expect(parts === null ? null : [parts.given, parts.family]).toEqual(expected);
  });
});
