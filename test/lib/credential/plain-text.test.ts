import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainText } from '../../../lib/credential/plain-text';

/*
 * A plain text is taken as it stands, so there must be nothing in it that cleaning, comparing or
 * composing would change.
 */

test.each([
  'Ada',
  'Ada King',
  'José Núñez',
  'Øystein Åse',
  'Παπαδόπουλος',
  'Иван Ёлкин',
  '2027-01-15',
  'a@b.org',
])('%j is plain', (text) => {
  expect(isPlainText(text)).toBe(true);
});

test.each<[string, string]>([
  ['nothing', ''],
  ['a space in front', ' Ada'],
  ['a space behind', 'José '],
  ['a no-break space', 'Ada\u00a0King'],
  ['a soft hyphen', 'Ada\u00adKing'],
  ['an accent by itself', 'Jose\u0301'],
  ['a line break', 'Ada\nKing'],
  ['what is composed to another sign', 'a\u037eb'],
  ['a sign beyond', '李'],
])('not: %s', (_, text) => {
  expect(isPlainText(text)).toBe(false);
});

test('in no plain text is anything that is composed, or is not seen', () => {
  const isSettled = (text: string) =>
    text.normalize('NFC') === text &&
    text.trim() === text &&
    !/[\p{M}\p{Cc}\p{Cf}\p{Cs}]|(?! )\p{Z}/u.test(text);
  const wrong = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
    .flatMap((sign) => [sign, `a${sign}`, `${sign}e`, sign + sign])
    .filter((text) => isPlainText(text) && !isSettled(text));
  expect(wrong).toEqual([]);
  const sign = fc.integer({ min: 0x20, max: 0x530 }).map((unit) => String.fromCharCode(unit));
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 5 }), (signs) => {
      const text = signs.join('');
      expect(!isPlainText(text) || isSettled(text)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
