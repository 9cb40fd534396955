import { expect, test } from 'vitest';
import { withSpacesShown } from '../../../components/parts/shown-spaces';

test.each([
  ['Ada King', 'Ada King'],
  ['Ada  King', 'Ada␣␣King'],
  [' Ada King  ', '␣Ada King␣␣'],
  ['Ada\u00A0King', 'Ada␣King'],
  ['Ada\tKing', 'Ada␣King'],
  ['Ada\u200BKing', 'Ada␣King'],
  ['\uFEFFAda', '␣Ada'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['two\nlines', 'two\nlines'],
  ['山田\u3000太郎', '山田\u3000太郎'],
  [' ', '␣'],
  ['', ''],
])('%j is drawn as %j', (text, expected) => {
  expect(withSpacesShown(text)).toBe(expected);
});
