import { afterEach, describe, expect, test } from 'vitest';
import { isolated, withoutIsolates, withOwnIsolates } from '../../../components/parts/isolated';
import { withSignsShown } from '../../../components/parts/shown-signs';
import { setMessages, t } from '../../../components/text';
import { speakEnglish } from '../../fakes/messages';

afterEach(() => speakEnglish());

describe('a value in a sentence', () => {
  /** [value, as it is in a sentence from left to right, and in one from right to left] */
  test.each<[string, string, string]>([
    ['Ada King', 'Ada King', '\u2068Ada King\u2069'],
    ['ada@example.org', 'ada@example.org', '\u2068ada@example.org\u2069'],
    ['+44 20 7946', '+44 20 7946', '\u2068+44 20 7946\u2069'],
    ['2026-03-31', '2026-03-31', '\u20682026-03-31\u2069'],
    ['C#', 'C#', '\u2068C#\u2069'],
    ['Ана', 'Ана', '\u2068Ана\u2069'],
    ['山田', '山田', '\u2068山田\u2069'],
    ['100%', '100%', '\u2068100%\u2069'],
    ['ليلى', '\u2068ليلى\u2069', 'ليلى'],
    ['دفعة 2026', '\u2068دفعة 2026\u2069', 'دفعة 2026'],
    ['דנה לוי', '\u2068דנה לוי\u2069', 'דנה לוי'],
    ['Ada ليلى', '\u2068Ada ليلى\u2069', 'Ada ليلى'],
    ['ﷺ', '\u2068ﷺ\u2069', 'ﷺ'],
    ['', '', ''],
    // A sentence of ours that is a part of another one
    ['name \u2068ليلى\u2069 changes', 'name \u2068ليلى\u2069 changes', 'name \u2068ليلى\u2069 changes'],
  ])('%j', (value, ltr, rtl) => {
    expect([isolated(value, 'ltr'), isolated(value, 'rtl')]).toEqual([ltr, rtl]);
    expect(withoutIsolates(isolated(value, 'rtl'))).toBe(withoutIsolates(value));
  });
});

test.each<[string, string]>([
  ['\u2068a\u202Eb\u2069', '\u2068a[U+202E]b\u2069'],
  ['\u2068a\u2069 \u202Eb', '\u2068a\u2069 [U+202E]b'],
  ['a\u2069b', 'a[U+2069]b'],
  ['\u2068a', '[U+2068]a'],
  ['\u2067a\u2069', '[U+2067]a[U+2069]'],
  ['\u2068\u2068a\u2069\u2069', '[U+2068]\u2068a\u2069[U+2069]'],
])('only whole isolates stay beside signs that are drawn: %j', (value, shown) => {
  expect(withOwnIsolates(value, withSignsShown)).toBe(shown);
});

test('a message isolates once, in whatever is nested in it', () => {
  speakEnglish();
  expect(t('sheetLine', 'علامات.csv', 'Sheet1', '3 rows')).toBe(
    '\u2068علامات.csv\u2069 · Sheet “Sheet1” · 3 rows',
  );
  expect(t('headerRowOption', '1', t('headerRowOption', '2', 'علا'))).toBe('Row 1: Row 2: \u2068علا\u2069');
  setMessages((_name, [value = '']) => `الملف ${value}`, 'ar');
  expect(t('headerRowOption', 'a.csv')).toBe('الملف \u2068a.csv\u2069');
  expect(t('headerRowOption', 12)).not.toContain('\u2068');
});
