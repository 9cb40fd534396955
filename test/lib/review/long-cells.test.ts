import { expect, test } from 'vitest';
import { createGroup } from '../../../lib/review/group/group';
import { foldedKey } from '../../../lib/review/group/folded-keys';
import { nameColumnsOf } from '../../../lib/review/match/name-columns';
import { credentialOf } from '../../fakes/credential';
import { describeAll, reviewInputOf, reviewOf } from '../../fakes/review';

/*
 * A cell of a text file may have 4,000,000 characters (docs/product.md 2.2). A pattern that goes
 * back over a long cell takes hours for one, which no test outlasts.
 */
const LONG = 400_000;
const ADA = credentialOf({ id: '1', recipientName: 'Ada King', recipientEmail: 'ada@example.org' });

const codesOf = (review: ReturnType<typeof reviewOf>) =>
  describeAll(review).flatMap(({ findings }) => findings.map(({ code }) => code));

test.each([
  ['dots behind an @', `a@${'.'.repeat(LONG)}<`],
  ['dots and letters behind an @', `a@${'.x'.repeat(LONG)}@`],
])('a key of many signs gets no offer of a new address: %s', (_, key) => {
  const columns = ['recipient-email', 'recipient-name'] as const;
  expect(codesOf(reviewOf({ columns, rows: [[key, 'Ada King']], credentials: [ADA] }))).toEqual(['no-match']);
});

test.each([
  ['mailto: and many @', `mailto:${'@'.repeat(LONG)} x`],
  ['a name and many @', `Ada <${'@'.repeat(LONG)} x`],
  ['many letters before an @ that is no address', `${'a'.repeat(LONG)} @ <b@`],
  ['many quotes in the middle', `1${"'".repeat(LONG)}x@`],
  ['many dots behind an address', `a@b${'.'.repeat(LONG)}c@ <d@e`],
])('a key of many signs has a folded form: %s', (_, key) => {
  expect(foldedKey(key)).not.toBe('');
});

test.each([
  ['quotes', `1${"'".repeat(LONG)}x`, '1x'],
  ['spaces', `1${' '.repeat(LONG)}x`, '1x'],
  ['zeros', `${'0'.repeat(LONG)}x`, 'x'],
  ['spaces before an @', `a${' '.repeat(LONG)}@x.org`, 'a@x.org'],
])('a key with many %s is folded as a short one is', (_, key, folded) => {
  expect(foldedKey(key)).toBe(folded);
});

test('a column of notes is none of names', () => {
  const notes = `${'seen on the ward '.repeat(LONG / 10)}7`;
  const input = reviewInputOf({
    columns: ['credential-id', 'grade'],
    rows: [['1', notes]],
    credentials: [ADA],
  });
  const skipped = input.assignment.columns.map((choice) => ({
    ...choice,
    target: { kind: 'skip' as const },
  }));
  const assignment = { ...input.assignment, columns: skipped };
  expect(nameColumnsOf(input.table, assignment, createGroup([ADA]))).toEqual([]);
});

test('a name of many spaces is read', () => {
  const name = `Ada${' '.repeat(LONG)}King 1000`;
  const review = reviewOf({
    columns: ['credential-id', 'recipient-name'],
    rows: [['1', name]],
    credentials: [ADA],
  });
  expect(codesOf(review)).toContain('odd-name');
});
