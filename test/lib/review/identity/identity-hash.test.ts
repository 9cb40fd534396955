import { expect, test } from 'vitest';
import { identityHash } from '../../../../lib/review/identity/identity-hash';
import { seededRandom } from '../../../platform/seeded-random';

test.each([
  ['Jane Doe', 'DOE, Jane'],
  ['José Núñez', 'Jose Nunez'],
  ["Shane O'Neill", 'shane o’neill'],
  ['J.-P. Roux', 'j p roux'],
  ['Jane Doe', '  Jane   Doe '],
])('%j and %j are spellings of one name', (one, other) => {
  expect(identityHash('recipient-name', one)).toBe(identityHash('recipient-name', other));
});

test.each([
  ['Jane Doe', 'Jane Do'],
  ['Jane Doe', 'JaneDoe'],
  ['Jane Doe', 'Jane Jane Doe'],
  ['Иван Петров', 'Иван Петров-Водкин'],
])('%j and %j are two names', (one, other) => {
  expect(identityHash('recipient-name', one)).not.toBe(identityHash('recipient-name', other));
});

test.each(['', ' ', '-', "'", '\u200B'])('a name without a letter (%j) is 0', (name) => {
  expect(identityHash('recipient-name', name)).toBe(0);
});

test('an e-mail is the same in any case and with space around it', () => {
  const hash = identityHash('recipient-email', 'ada@example.org');
  expect(identityHash('recipient-email', 'Ada@Example.ORG')).toBe(hash);
  expect(identityHash('recipient-email', ' ada@example.org\u00A0')).toBe(hash);
  expect(identityHash('recipient-email', 'ada@example.com')).not.toBe(hash);
});

test('a name or e-mail in plain signs is hashed as one with an invisible sign is', () => {
  const random = seededRandom(1, 'hashes');
  for (let run = 0; run < 500; run += 1) {
    const codes = Array.from({ length: Math.floor(random() * 24) }, () => 1 + Math.floor(random() * 127));
    const text = String.fromCharCode(...codes);
    expect(identityHash('recipient-name', `${text}\u200B`)).toBe(identityHash('recipient-name', text));
    expect(identityHash('recipient-email', `${text}\u00A0`)).toBe(identityHash('recipient-email', text));
  }
});
