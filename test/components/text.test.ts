import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  formatClock,
  formatMoment,
  formatNumber,
  language,
  named,
  namedPlural,
  setMessages,
  t,
  tn,
} from '../../components/text';
import { speakEnglish } from '../fakes/messages';

beforeEach(() => speakEnglish());
afterEach(() => speakEnglish());

describe('a message', () => {
  test('has its substitutions, numbers as the language writes them', () => {
    expect(t('sheetLine', 'a.csv', 'Sheet1', '3 rows')).toBe('a.csv · Sheet “Sheet1” · 3 rows');
    expect(t('matchedRows', 12345, 20000)).toBe('12,345 of 20,000 rows match');
    speakEnglish('de');
    expect([t('matchedRows', 12345, 20000), formatNumber(1234567), language()]).toEqual([
      '12.345 of 20.000 rows match',
      '1.234.567',
      'de',
    ]);
  });

  test('takes what looks like a placeholder, a tag or a number in a value as it is', () => {
    expect(t('headerRowOption', '1', '$2 <b>&amp; 12345')).toBe('Row 1: $2 <b>&amp; 12345');
  });
});

describe('a message for a count', () => {
  test.each<[number, string]>([
    [0, '0 rows'],
    [1, '1 row'],
    [2, '2 rows'],
    [1000, '1,000 rows'],
    [1.5, '1.5 rows'],
  ])('%d in English: %s', (count, expected) => {
    expect(tn('rows', count)).toBe(expected);
  });

  test('has the form of its language where there is one, else the other one', () => {
    const polish = new Map([
      ['rows_one', '$1 wiersz'],
      ['rows_few', '$1 wiersze'],
      ['rows_other', '$1 wierszy'],
    ]);
    setMessages((name, [first = '']) => (polish.get(name) ?? '').replace('$1', first), 'pl');
    expect([1, 2, 5].map((count) => tn('rows', count))).toEqual(['1 wiersz', '2 wiersze', '5 wierszy']);
  });

  test('takes further substitutions behind the count', () => {
    expect(tn('row_several_match', 2, 'x')).toBe('2 credentials have “x”. Match by an id instead.');
  });
});

/** 17:00:20 in the time zone of the tests, whichever it is. */
const AFTERNOON = new Date(2026, 2, 3, 17, 0, 20).getTime();

test.each<[string, string, RegExp]>([
  ['en', 'en-US', /^5:00:20.PM$/],
  ['en', 'de-DE', /^17:00:20$/],
  ['en', 'en-GB', /^17:00:20$/],
  ['de', 'de-DE', /^17:00:20$/],
  ['fr', 'fr-FR', /^17:00:20$/],
  ['ar', 'ar-EG', /^5:00:20.م$/],
])('a time in %s for a reader of %s is written as their moments are', (language, reader, clock) => {
  setMessages((name) => name, language, reader);
  expect(formatClock(AFTERNOON)).toMatch(clock);
  expect(formatMoment(AFTERNOON)).toMatch(clock.source.startsWith('^17') ? /17:00/ : /5:00/);
});

test('a code names its message', () => {
  expect(named('error', 'no-match')).toBe('error_no_match');
  expect(named('warning', 'expiry-outside-year')).toBe('warning_expiry_outside_year');
  expect(namedPlural('note', 'merged-cells')).toBe('note_merged_cells');
});
