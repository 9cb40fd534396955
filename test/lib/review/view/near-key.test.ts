import { expect, test } from 'vitest';
import { reviewSheet } from '../../../../lib/review/view/review-sheet';
import { describeAll, reviewInputOf, reviewOf, type WrittenReview } from '../../../fakes/review';
import { windowOf } from '../../../../lib/review/view/review-window';
import { credentialOf } from '../../../fakes/credential';

const groupOf = (...emails: readonly string[]) =>
  emails.map((recipientEmail, at) => credentialOf({ id: String(at + 1), recipientEmail }));
const shown = (written: WrittenReview) =>
  windowOf(reviewSheet(reviewInputOf(written)), { filter: { kind: 'all' }, search: '', sort: null }, 0, 100);
/** Gives the suggestion for each row without a match, when rows are matched by e-mail. */
const suggested = (emails: readonly string[], ...group: readonly string[]) =>
  shown({
    columns: ['recipient-email', 'grade'],
    rows: emails.map((email) => [email, 'B']),
    credentials: groupOf(...group),
  }).rows.flatMap(({ findings }) =>
    findings.flatMap((finding) => (finding.code === 'no-match' ? [finding.facts.suggestion] : [])),
  );

/** [what is wrong with it, key of the row, addresses of the group, what may be meant] */
test.each<[string, string, readonly string[], string | null]>([
  [
    'two letters swapped in the domain',
    'jane@gmial.com',
    ['jane@gmail.com', 'bob@gmail.com'],
    'jane@gmail.com',
  ],
  ['a letter too few', 'jane.do@x.org', ['jane.doe@x.org', 'bob@x.org'], 'jane.doe@x.org'],
  ['a letter too many', 'janne@x.org', ['jane@x.org'], 'jane@x.org'],
  ['another letter', 'jabe@x.org', ['jane@x.org'], 'jane@x.org'],
  ['a Cyrillic letter', 'jane@gmаil.com', ['jane@gmail.com'], 'jane@gmail.com'],
  ['a letter of the group’s own', 'jurgen@x.org', ['jürgen@x.org'], 'jürgen@x.org'],
  ['as it is stored', 'jane@gmial.com', ['Jane@Gmail.com'], 'Jane@Gmail.com'],
  ['two letters', 'jan.do@x.org', ['jane.doe@x.org'], null],
  ['two are near', 'jane1@x.org', ['jane@x.org', 'jane2@x.org'], null],
  ['the near one is that of two credentials', 'jane@gmial.com', ['jane@gmail.com', 'jane@gmail.com'], null],
  ['none is near', 'eve@y.org', ['jane@x.org'], null],
  ['no address', 'jan', ['jane'], null],
  ['longer than any address', `${'a'.repeat(200)}@x.or`, [`${'a'.repeat(200)}@x.org`], null],
])('%s: %s', (_, email, group, expected) => {
  expect(suggested([email], ...group)).toEqual([expected]);
});

test('the credential of another row is not the one that is meant', () => {
  const rows = ['student1@x.org', 'student2@x.org'];
  expect(suggested(rows, 'student1@x.org')).toEqual([null]);
  expect(suggested(rows.slice(1), 'student1@x.org')).toEqual(['student1@x.org']);
});

test('ids are not guessed: those of two people are as near', () => {
  const byId = { rows: [['11', 'B']], credentials: groupOf('jane@x.org') };
  const [row] = shown({ columns: ['credential-id', 'grade'], ...byId }).rows;
  expect(row?.findings[0]?.facts).toEqual({ text: '11', suggestion: null });
});

test('a suggestion is a hint for the reader of the row, and matches nothing', () => {
  const written: WrittenReview = {
    columns: ['recipient-email', 'grade'],
    rows: [['jane@gmial.com', 'B']],
    credentials: groupOf('jane@gmail.com'),
  };
  const [row] = shown(written).rows;
  expect(row).toMatchObject({ credential: null, status: 'not-matched', included: false });
  // It is not looked for where all rows are described at once.
  expect(describeAll(reviewOf(written))[0]?.findings[0]?.facts).toEqual({
    text: 'jane@gmial.com',
    suggestion: null,
  });
});
