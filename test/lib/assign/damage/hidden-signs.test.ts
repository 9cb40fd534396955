import { expect, test } from 'vitest';
import { hiddenSigns, withoutHiddenSigns } from '../../../../lib/assign/damage/hidden-signs';

test.each([
  ['letters turned around', 'Anna \u202Enesretep'],
  ['a number turned around', '100\u202E001'],
  ['an override to the right', 'A\u202DB\u202C'],
  ['an isolate in Latin', '5\u2067/10\u2069'],
  ['an embedding in Latin', '5\u202B/10\u202C'],
  ['tags', 'Merit\u{E0041}\u{E0042}'],
  ['tags behind a red flag', '\u{1F6A9}\u{E0067}'],
  ['a Hangul filler', 'Ada\u3164King'],
  ['a filler of half width', 'Ada\uFFA0'],
  ['a filler of jamo alone', 'Ada\u115F'],
  ['an empty Braille cell', 'Ada\u2800King'],
  ['deprecated signs', 'Ada\u206AKing'],
  ['annotations', 'Ada\uFFF9King'],
])('no honest text has %s', (_, text) => {
  expect(hiddenSigns(text)).toBe('never');
});

test.each([
  ['a joiner in Latin', 'Anna\u200DKing', 'AnnaKing'],
  ['a non-joiner in Latin', 'Auf\u200Clage', 'Auflage'],
  ['a zero-width space in Latin', 'Mer\u200Bit', 'Merit'],
  ['a word joiner', 'Mer\u2060it', 'Merit'],
  ['a byte order mark', 'Mer\uFEFFit', 'Merit'],
  ['a soft hyphen', 'Mer\u00ADit', 'Merit'],
  ['a direction mark in Latin', 'A\u200FB', 'AB'],
  ['a variation selector behind a letter', 'A\uFE00', 'A'],
  ['a grapheme joiner', 'A\u034FB', 'AB'],
  ['an isolate in Hebrew', 'שלום \u2066ABC\u2069', 'שלום ABC'],
  ['a joiner behind an emoji', '😀\u200Dx', '😀x'],
])('%s is unusual', (_, text, without) => {
  expect(hiddenSigns(text)).toBe('unusual');
  expect(withoutHiddenSigns(text)).toBe(without);
});

test.each([
  ['a Persian name', 'علی\u200Cرضا'],
  ['a Hindi word', 'क्\u200Dष'],
  ['a Tamil word', 'க்\u200Cஷ'],
  ['a Sinhala word', 'ශ්\u200Dරී'],
  ['Thai with places to break', 'สวัสดี\u200Bครับ'],
  ['Khmer with places to break', 'សួស្តី\u200Bអ្នក'],
  ['a family of emoji', '👨\u200D👩\u200D👧'],
  ['a heart in colour', '❤\uFE0F'],
  ['a key cap', '1\uFE0F\u20E3'],
  ['a rainbow flag', '🏳\uFE0F\u200D🌈'],
  ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
  ['a mark in Hebrew', 'שלום\u200F!'],
  ['Braille', '⠁\u2800⠃'],
  ['old Hangul', '\u115F\u1161'],
  ['Mongolian', 'ᠠ\u180E'],
  ['a form of a Chinese character', '葛\u{E0100}'],
  ['no sign at all', 'José Núñez'],
])('%s needs it', (_, text) => {
  expect(hiddenSigns(text)).toBe('needed');
  expect(withoutHiddenSigns(text)).toBe(text);
});
