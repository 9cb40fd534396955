import { describe, expect, test } from 'vitest';
import { changedPart } from '../../../components/grid/changed-part';

/** [what, old, new, [start, changed, end]] */
test.each<[string, string, string, readonly [string, string, string]]>([
  ['a letter inside', 'Jon Smith', 'John Smith', ['Jo', 'h', 'n Smith']],
  ['at the end', 'Ada', 'Adah', ['Ada', 'h', '']],
  ['at the start', 'da Silva', 'dda Silva', ['d', 'd', 'a Silva']],
  ['something taken out: nothing new to mark', 'Annna', 'Anna', ['Ann', '', 'a']],
  ['the same', 'Ada', 'Ada', ['Ada', '', '']],
  ['more than half is new: nothing is marked', 'Ada Lovelace', 'Eve', ['Eve', '', '']],
  ['exactly half', 'ab', 'abcd', ['ab', 'cd', '']],
  ['from nothing', '', 'Ada', ['Ada', '', '']],
  ['to nothing', 'Ada', '', ['', '', '']],
  ['a repeated part is shared once', 'aa', 'aaa', ['aa', 'a', '']],
  ['outside the basic plane', 'a𝒜bcd', 'a𝒞bcd', ['a', '𝒞', 'bcd']],
  ['an emoji of several', 'team 👩‍👩‍👧', 'team 👩‍👩‍👦', ['team ', '👩‍👩‍👦', '']],
  ['a flag', 'team 🇩🇪', 'team 🇩🇰', ['team ', '🇩🇰', '']],
  ['an accent that is a sign of its own', 'Jose\u0301 Ruiz', 'Jose Ruiz', ['Jos', 'e', ' Ruiz']],
  ['an accent added', 'Jose Ruiz', 'Jose\u0301 Ruiz', ['Jos', 'e\u0301', ' Ruiz']],
  ['from right to left', 'محمد علي', 'محمود علي', ['محم', 'و', 'د علي']],
  ['Devanagari', 'अनिल कुमार', 'अनीला कुमार', ['अ', 'नीला', ' कुमार']],
  ['lines', 'a\r\nb\r\nc', 'a\r\nx\r\nc', ['a\r\n', 'x', '\r\nc']],
])('%s', (_name, before, after, [start, changed, end]) => {
  expect(changedPart(before, after)).toEqual({ start, changed, end });
});

describe('the three parts', () => {
  test('are always the whole new text', () => {
    const texts = ['', 'a', 'ab', 'abc', 'acb', '👩‍👩‍👧a', 'e\u0301', 'é', '\ud800', 'محمد', 'a'.repeat(50)];
    for (const before of texts)
      for (const after of texts) {
        const { start, changed, end } = changedPart(before, after);
        expect(start + changed + end).toBe(after);
      }
  });
});
