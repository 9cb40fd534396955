import { expect, test } from 'vitest';
import type { Credential } from '../../../../lib/credential/credential';
import { credentialOf } from '../../../fakes/credential';
import { findingLines, reviewOf } from '../../../fakes/review';

test.each<[string, 'keep' | 'clear', Credential, readonly string[]]>([
  ['blank clears a grade', 'clear', credentialOf({ id: '1', grade: 'A' }), ['2 value-cleared grade']],
  ['blank keeps it', 'keep', credentialOf({ id: '1', grade: 'A' }), []],
  ['there is none to clear', 'clear', credentialOf({ id: '1' }), []],
])('value-cleared: %s', (_, blank, credential, expected) => {
  const review = reviewOf({
    columns: ['credential-id', 'grade'],
    rows: [['1', null]],
    credentials: [credential],
    blank,
  });
  expect(findingLines(review.described)).toEqual(expected);
});
