import { describe, expect, test } from 'vitest';
import { hiddenSigns, withoutHiddenSigns } from '../../../../lib/assign/damage/hidden-signs';
import { programText } from '../../../../lib/assign/damage/program-text';
import { cleanText } from '../../../../lib/assign/read/clean-text';
import { readPublicUrl } from '../../../../lib/assign/read/read-public-url';
import { htmlText } from '../../../../lib/credential/html-text';
import { readHtml } from '../../../../lib/sheet/html/read-html';
import { textOf } from '../../../../lib/sheet/cells/sheet';

/*
 * A cell may hold millions of characters (docs/product.md 2.2). Each of these is read in one pass:
 * a pass for each character would take minutes, and the test would be given up.
 */
const LONG = 400_000;
const many = (part: string) => part.repeat(LONG / part.length);
const FLAG_OF_SCOTLAND = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';

describe('spaces within a text', () => {
  test.each([
    ['spaces', ' ', ' '],
    ['no-break spaces', '\u00A0', ' '],
    ['line ends', '\n', '\n'],
    ['zero-width spaces', '\u200B', ''],
  ])('%s', (_, sign, kept) => {
    const text = `a${many(sign)}b`;
    expect(cleanText(text, 'name') === `a${many(sign).replaceAll(sign, kept)}b`).toBe(true);
    expect(cleanText(`${many(sign)}a\u00A0`, 'name')).toBe('a');
  });

  test('line breaks of a page', () => {
    const read = readHtml(`<table><tr><td>a${'<br>'.repeat(LONG)}b</td></tr></table>`);
    const sheet = read.ok ? read.value[0] : undefined;
    expect(sheet && textOf(sheet.cell(1, 0)).length).toBe(LONG + 2);
  });
});

test.each([
  ['direction marks in Latin', many('a\u200E'), 'unusual'],
  ['joiners', many('a\u200D'), 'unusual'],
  ['flags', FLAG_OF_SCOTLAND.repeat(10_000), 'needed'],
  ['tags behind a flag, of no country', `\u{1F3F4}${'\u{E0061}'.repeat(LONG)}`, 'never'],
] as const)('signs that nobody sees: %s', (_, text, verdict) => {
  expect(hiddenSigns(text)).toBe(verdict);
  expect(withoutHiddenSigns(text) === text).toBe(verdict === 'needed');
});

test.each([
  ['a field that is not closed', `{{${many(' ')}x`],
  ['a field in quotation marks', `«A${many('a')}x`],
  ['a formula of spaces', `=${many(' ')}x`],
  ['a sheet name of spaces', `='${many(' ')}x`],
  ['a list that is not closed', `('a',${many(' ')}x`],
])('no text of a program: %s', (_, text) => {
  expect(programText(text)).toBeNull();
});

test('spaces of a web address', () => {
  expect(programText(`${'Ada%20'.repeat(50_000)}King`)?.meant).toBe(`${'Ada '.repeat(50_000)}King`);
});

test.each([
  ['a host of dots', many('a.')],
  ['dots behind a scheme', `https://${many('a.')}`],
])('no public address: %s', (_, text) => {
  expect(readPublicUrl(text) === text).toBe(true);
});

test('comments that never end', () => {
  const text = many('<!--a');
  expect(htmlText(text) === text).toBe(true);
});
