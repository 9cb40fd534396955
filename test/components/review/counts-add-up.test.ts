import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttributeId } from '../../../lib/credential/attribute';
import type { CredentialId } from '../../../lib/credential/ids';
import type { Decision } from '../../../lib/review/corrections/decision';
import type { CountableDifference } from '../../../lib/review/terms/countable-difference';
import type { ReviewFilter } from '../../../lib/review/cross-row/review';
import { beginReview, decide, type Reviewed } from '../../../lib/review/reviewed';
import { isWrong } from '../../../lib/review/terms/reviewed-row';
import { changeShapes } from '../../../lib/review/view/change-shapes';
import { windowOf } from '../../../lib/review/view/review-window';
import { summarise } from '../../../lib/review/view/summarise';
import { credentialOf } from '../../fakes/credential';
import { filterChoices } from '../../../components/review/filter-choices';
import { reviewInputOf } from '../../fakes/review';

/*
 * Whatever a sheet has (errors, repeated rows, keys of nobody or of several, differences that are
 * none) and whatever is decided, the parts of the bar add up to the rows, and each count is that of
 * the rows which its filter shows.
 */

const GROUP = Array.from({ length: 8 }, (_, n) =>
  credentialOf({
    id: String(100 + n),
    recipientName: `Person ${'ABCDEFGH'[n] ?? ''} Stone`,
    // Two share an address: rows matched by it have to choose.
    recipientEmail: `person${n === 7 ? 6 : n}@example.org`,
    grade: n % 2 === 0 ? 'Pass' : null,
    expiredOn: '2027-03-04',
  }),
);

const COLUMNS = ['credential-id', 'recipient-email', 'recipient-name', 'grade', 'expiry-date'] as const;
const KEYS = ['credential-id', 'recipient-email'] as const;
const TEXTS: Readonly<Record<(typeof COLUMNS)[number], readonly string[]>> = {
  'credential-id': ['100', '101', '102', '103', '106', '107', '999', '', '0100'],
  'recipient-email': ['person0@example.org', 'PERSON1@example.org', 'person6@example.org', 'no address', ''],
  'recipient-name': ['Person A Stone', 'Person  B Stone', 'Somebody Else', 'Garc?a', ''],
  grade: ['Pass', 'Merit', 'pass ', ''],
  'expiry-date': ['2027-03-04', '2031-12-31', '2027-02-31', '1890-01-01', ''],
};

const row = fc.tuple(...COLUMNS.map((column) => fc.constantFrom(...TEXTS[column])));
const number = fc.integer({ min: 2, max: 11 });
const attribute = fc.constantFrom<AttributeId>(...COLUMNS);
const view = fc
  .constantFrom<ReviewFilter>({ kind: 'changes' }, { kind: 'errors' }, { kind: 'excluded' }, { kind: 'all' })
  .map((filter) => ({ filter, search: '', sort: null }));
const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({
    kind: fc.constant('exclude'),
    rows: fc.array(number, { maxLength: 3 }),
    excluded: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('exclude-shown'), view, excluded: fc.boolean() }),
  fc.record({ kind: fc.constant('exclude-cell'), row: number, attribute, excluded: fc.boolean() }),
  fc.record({ kind: fc.constant('exclude-column'), attribute, excluded: fc.boolean() }),
  fc.record({
    kind: fc.constant('edit'),
    row: number,
    attribute,
    text: fc.constantFrom(...Object.values(TEXTS).flat()),
  }),
  fc.record({
    kind: fc.constant('choose'),
    row: number,
    credential: fc.constantFrom(null, '106' as CredentialId, '107' as CredentialId),
  }),
  fc.record({
    kind: fc.constant('count-cosmetic'),
    cosmetic: fc.constantFrom<CountableDifference>('spaces', 'email-case'),
    counted: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('skip-errors'), skip: fc.boolean() }),
  fc.constantFrom<Decision>({ kind: 'undo' }, { kind: 'redo' }),
);

function shown({ review }: Reviewed, filter: ReviewFilter) {
  return windowOf(review, { filter, search: '', sort: null }, 0, 1000).rows;
}

function expectToAddUp(reviewed: Reviewed): void {
  const summary = summarise(reviewed.review, reviewed.decisions);
  const { rows, toUpdate, unchanged, withErrors, notMatched, withWarnings, excluded } = summary;
  const all = shown(reviewed, { kind: 'all' });
  expect(toUpdate + unchanged + withErrors + excluded).toBe(rows);
  expect(all).toHaveLength(rows);
  expect(notMatched).toBeLessThanOrEqual(withErrors);
  expect(withWarnings).toBeLessThanOrEqual(toUpdate);
  // Counted from the rows as they are shown, each in exactly one part.
  expect({
    toUpdate: all.filter(({ included }) => included).length,
    excluded: all.filter((one) => one.excluded && one.status !== 'unchanged').length,
    withErrors: all.filter((one) => isWrong(one) && !one.excluded).length,
  }).toEqual({ toUpdate, excluded, withErrors });
  for (const { filter, count } of filterChoices(summary, reviewed.review.frame.input.attributes))
    expect([filter, shown(reviewed, filter).length]).toEqual([filter, count]);
  for (const { code, count } of summary.groups) {
    expect([code, shown(reviewed, { kind: 'finding', code }).length]).toEqual([code, count]);
    for (const { attribute, key, count: ofCard } of changeShapes(reviewed.review, code))
      expect(shown(reviewed, { kind: 'shape', code, attribute, key })).toHaveLength(ofCard);
  }
}

test('the counts add up to the rows, whatever is in the sheet and whatever is decided', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 10 }),
      fc.constantFrom(...KEYS),
      fc.array(decision, { maxLength: 6 }),
      (rows, key, decisions) => {
        const written = { columns: COLUMNS, rows, credentials: GROUP, key };
        let reviewed = beginReview(reviewInputOf(written), null);
        expectToAddUp(reviewed);
        for (const one of decisions) {
          reviewed = decide(reviewed, one);
          expectToAddUp(reviewed);
        }
      },
    ),
    { numRuns: 80, seed: 14 },
  );
});
