import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { readFlag } from '../../../../lib/assign/read/read-flag';

test.each<[string, AttributeId, boolean | null]>([
  ['نعم', 'published', true],
  ['نعم', 'private', true],
  ['لا', 'published', false],
  ['لا', 'private', false],
  ['منشورة', 'published', true],
  ['غير منشورة', 'published', false],
  ['مسودة', 'published', false],
  ['خاصة', 'private', true],
  ['عامة', 'private', false],
  // Neither yes nor no, or a word of the other column.
  ['خاصة', 'published', null],
  ['منشورة', 'private', null],
  ['لا أعلم', 'published', null],
  ['لا شيء', 'private', null],
  ['نعم ولا', 'published', null],
  ['ربما', 'published', null],
  ['خطأ', 'published', null],
  ['صالحة', 'published', null],
  ['غير', 'published', null],
  ['ملغاة', 'published', null],
])('%s in a column for %s is %s', (text, attribute, flag) => {
  expect(readFlag(text, attribute)).toBe(flag);
});
