import { expect, test } from 'vitest';
import { matchingText } from '../../../../lib/sheet/cells/matching-text';

test.each([
  ['surrounding spaces', '  AB-1 ', 'AB-1'],
  ['no-break spaces', '\u00A0AB 1\u00A0', 'AB 1'],
  ['a no-break space inside', 'Ann\u00A0Lee', 'Ann Lee'],
  ['zero-width characters', '\uFEFFAB\u200B-1\u200D', 'AB-1'],
  ['a soft hyphen', 'AB\u00AD-1', 'AB-1'],
  ['decomposed accents', 'Zoe\u0308', 'Zo\u00EB'],
  ['line ends', 'Ann\r\nLee', 'Ann Lee'],
  ['case, which is kept', 'aB', 'aB'],
  ['only spaces', ' \u00A0\u200B', ''],
])('ignores %s', (_, text, expected) => {
  expect(matchingText(text)).toBe(expected);
});
