import { describe, expect, test } from 'vitest';
import { findDateFormat } from '../../../../lib/sheet/dates/dates';

describe('the order of a column', () => {
  test.each([
    ['no dates', ['', 'n/a'], { kind: 'none-needed' }],
    ['no numbers to order', ['2027-01-31', '31 Jan 2027', '46418'], { kind: 'none-needed' }],
    [
      'two days above 12 prove day first',
      ['01/02/2027', '31/01/2027', '15/03/2027'],
      { kind: 'proved', format: 'day-month-year', by: '31/01/2027' },
    ],
    [
      'two second numbers above 12 prove month first',
      ['01/02/2027', '01/31/2027', '03/15/2027'],
      { kind: 'proved', format: 'month-day-year', by: '01/31/2027' },
    ],
    [
      'two texts can prove it together',
      ['01/02/2027', '31/12/27', '31/01/2027'],
      { kind: 'proved', format: 'day-month-year', by: '31/01/2027' },
    ],
    [
      'no day above 12 leaves two readings',
      ['01/02/2027', '03/04/2027'],
      { kind: 'open', candidates: ['day-month-year', 'month-day-year'], by: '01/02/2027' },
    ],
    [
      'an ambiguity is shown by a text that is another day in each order',
      ['5 August 2028', '05/05/2027', '12.10.28', '03/04/2027'],
      { kind: 'open', candidates: ['day-month-year', 'month-day-year'], by: '12.10.28' },
    ],
    [
      'an ambiguity is shown by a text of one day, where there is no other',
      ['5 August 2028', '05/05/2027'],
      { kind: 'open', candidates: ['day-month-year', 'month-day-year'], by: '05/05/2027' },
    ],
    [
      'a year of two digits may also be in front',
      ['31/12/27'],
      { kind: 'open', candidates: ['day-month-year', 'year-month-day'], by: '31/12/27' },
    ],
    [
      'a first number above 31 is a year',
      ['99/01/31'],
      { kind: 'proved', format: 'year-month-day', by: '99/01/31' },
    ],
    [
      'contradictions are mixed, the one that reads most first',
      ['01/31/2027', '02/28/2027', '31/01/2027'],
      { kind: 'mixed', candidates: ['month-day-year', 'day-month-year'] },
    ],
    [
      'a single date that only one order reads is a proof',
      ['31/01/2027'],
      { kind: 'proved', format: 'day-month-year', by: '31/01/2027' },
    ],
    [
      'so is one beside days that every order reads alike',
      ['31/01/2027', '05/05/2027', '06/06/2027'],
      { kind: 'proved', format: 'day-month-year', by: '31/01/2027' },
    ],
    [
      'one row of four may be mistyped',
      ['01/06/2027', '02/07/2027', '03/08/2027', '13/09/2027'],
      { kind: 'hinted', format: 'day-month-year', by: '13/09/2027' },
    ],
    [
      'and so may one of two',
      ['01/06/2027', '13/09/2027'],
      { kind: 'hinted', format: 'day-month-year', by: '13/09/2027' },
    ],
    [
      'two rows in ten are a proof',
      [...Array.from({ length: 8 }, (_, at) => `01/0${at + 2}/2027`), '31/01/2027', '30/01/2027'],
      { kind: 'proved', format: 'day-month-year', by: '31/01/2027' },
    ],
    [
      'one row in six may be mistyped',
      ['01/02/2027', '01/03/2027', '01/04/2027', '01/05/2027', '01/06/2027', '01/13/2027'],
      { kind: 'hinted', format: 'month-day-year', by: '01/13/2027' },
    ],
    [
      'two texts that rule out one order each, of ten',
      [...Array.from({ length: 9 }, (_, at) => `01.0${at + 1}.2027`), '31.12.27'],
      { kind: 'hinted', format: 'day-month-year', by: '31.12.27' },
    ],
    [
      'dates with dots say nothing of those with slashes',
      ['31.01.2027', '15.02.2027', '01/02/2027', '03/04/2027', '05/06/2027'],
      { kind: 'hinted', format: 'day-month-year', by: '31.01.2027' },
    ],
    [
      'nor do slashes of one with hyphens',
      ['01/31/2027', '02/15/2027', '03/16/2027', '01-02-2027'],
      { kind: 'hinted', format: 'month-day-year', by: '01/31/2027' },
    ],
    [
      'dates with dots and with slashes, each a proof',
      ['31.01.2027', '01.02.2027', '31/01/2027', '03/04/2027'],
      { kind: 'proved', format: 'day-month-year', by: '31.01.2027' },
    ],
    [
      'a date with another separator that is the same day in each order',
      ['31.01.2027', '15.01.2027', '01.02.2027', '05/05/2027'],
      { kind: 'proved', format: 'day-month-year', by: '31.01.2027' },
    ],
    [
      'spaces around a separator are no other one',
      ['31 . 01 . 2027', '15.01.2027', '01.02.2027'],
      { kind: 'proved', format: 'day-month-year', by: '31 . 01 . 2027' },
    ],
    [
      'a time behind the day is no separator',
      ['31.01.2027 10:30', '15.01.2027', '01.02.2027'],
      { kind: 'proved', format: 'day-month-year', by: '31.01.2027 10:30' },
    ],
    [
      'days with the month in words beside them',
      ['31.01.2027', '15.01.2027', '01.02.2027', '1 March 2027', '2027-02-01'],
      { kind: 'proved', format: 'day-month-year', by: '31.01.2027' },
    ],
    [
      'a text that no order reads proves nothing',
      ['01/02/2027', '31/02/2027'],
      { kind: 'open', candidates: ['day-month-year', 'month-day-year'], by: '01/02/2027' },
    ],
    [
      'a repeated proof is shown by its first text',
      ['13/01/2027', '14/01/2027'],
      { kind: 'proved', format: 'day-month-year', by: '13/01/2027' },
    ],
  ])('%s', (_, texts, expected) => {
    expect(findDateFormat(texts)).toEqual(expected);
  });
});
