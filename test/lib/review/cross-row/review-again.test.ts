import { expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { groupId } from '../../../../lib/credential/ids';
import { carryDecisions, sameButFor } from '../../../../lib/review/plan/decide';
import type { Decision } from '../../../../lib/review/corrections/decision';
import { beginReview, decide, withLocated, type Reviewed } from '../../../../lib/review/reviewed';
import { correctedInput } from '../../../../lib/review/corrections/corrected-input';
import { NONE } from '../../../../lib/review/match/match-rows';
import { reviewSheet } from '../../../../lib/review/view/review-sheet';
import { summarise } from '../../../../lib/review/view/summarise';
import type { Review, ReviewFilter, ReviewView } from '../../../../lib/review/cross-row/review';
import { FINDING_CODES, isWarning } from '../../../../lib/review/terms/finding-codes';
import { tallyOf } from '../../../../lib/review/view/tally';
import { seededRandom } from '../../../platform/seeded-random';
import { credentialOf } from '../../../fakes/credential';
import { describeAll, reviewInputOf, type WrittenReview } from '../../../fakes/review';

/*
 * Judging only what a decision touches gives what judging everything gives. Sheets and decisions by
 * seed: names and e-mails that change hands, keys that repeat or match nothing, days that are none.
 * The sheets are long enough for one row to be few of them, so that what holds is taken from the
 * review before.
 */

const COLUMNS: readonly AttributeId[] = [
  'credential-id',
  'recipient-name',
  'recipient-email',
  'expiry-date',
  'grade',
  'published',
];
const NAMES = ['Ana Ruiz', 'Ruiz, Ana', 'Ben Moor', 'Cleo Voss', 'José Núñez', 'Jose Nunez', 'Иван Петров'];
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'credential-id': ['1', '2', '3', '999', '', '1.2E+15'],
  'recipient-name': [...NAMES, ''],
  'recipient-email': ['p1@example.org', 'p2@example.org', 'new@gmial.com', 'not an address', ''],
  'expiry-date': ['2028-01-01', '2024-01-01', '31/02/2027', ''],
  grade: ['A', 'B', ''],
  published: ['true', 'no', 'perhaps'],
};

/** Every row of a review in words, and its counts. */
const reported = (review: Review, { decisions }: Reviewed) => [
  describeAll(review),
  summarise(review, decisions),
];

/** The places of the rows that a step is about. */
function judgedIn(before: Pick<Reviewed, 'review' | 'corrections'>, after: Reviewed, isLocating: boolean) {
  const isColumn = before.corrections.columns !== after.corrections.columns;
  return [...after.written.table.rows.entries()].flatMap(([place, row]) => {
    const isRow = before.corrections.rows.get(row) !== after.corrections.rows.get(row);
    return isRow || isColumn || (isLocating && before.review.rows.position[place] === NONE) ? [place] : [];
  });
}

test.each(Array.from({ length: 30 }, (_, seed) => seed))('sheet and edits of seed %i', (seed) => {
  const random = seededRandom(seed, 'edits');
  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)]!;
  const size = 10 + Math.floor(random() * 40);
  const credentials = Array.from({ length: size }, (_, n) =>
    credentialOf({
      id: String(n + 1),
      recipientName: `${pick(NAMES)}${n % 3 === 0 ? '' : ` ${String.fromCharCode(97 + (n % 26), 97 + (n % 7))}`}`,
      recipientEmail: `p${n % 5 === 4 ? n : n + 1}@example.org`,
      expiredOn: pick(['2025-05-05', '2027-05-05']),
      grade: pick(['A', null]),
      published: pick([true, false]),
    }),
  );
  const shift = pick([0, 0, 1]);
  const emailShift = pick([0, 0, 0, 1]);
  const manyGrades = pick([true, false]);
  const rows = credentials.map(({ id, recipientEmail }, n) => [
    random() < 0.1 ? pick(WORDS['credential-id']!) : id,
    credentials[(n + shift) % size]!.recipientName,
    emailShift === 0 ? recipientEmail : credentials[(n + 1) % size]!.recipientEmail,
    pick(['2028-01-01', null, null]),
    manyGrades ? `C ${n}` : pick(['A', 'A', 'B']),
    pick(['true', null]),
  ]);
  const located = new Map([['999', { groupId: groupId('8'), groupName: 'Advanced' }]]);
  const sheet: WrittenReview = { columns: COLUMNS, rows, credentials, dateFormat: 'day-month-year' };
  const rowOf = () => 2 + Math.floor(random() * size);
  const decisionOf = (review: Review): Decision => {
    const attribute = pick(COLUMNS);
    const excluded = random() < 0.6;
    const code = pick(FINDING_CODES);
    const view: ReviewView = {
      filter: pick<ReviewFilter>([{ kind: 'all' }, { kind: 'errors' }, { kind: 'finding', code }]),
      search: pick(['', 'an', 'b']),
      sort: null,
    };
    return pick<Decision>([
      { kind: 'edit', row: rowOf(), attribute, text: pick(WORDS[attribute]!) },
      { kind: 'edit', row: rowOf(), attribute, text: pick(WORDS[attribute]!) },
      { kind: 'edit', row: rowOf(), attribute: 'recipient-name', text: pick(rows)[1] ?? '' },
      { kind: 'edit', row: rowOf(), attribute: 'recipient-email', text: pick(rows)[2] ?? '' },
      { kind: 'edit', row: rowOf(), attribute: 'credential-id', text: pick(rows)[0] ?? '' },
      { kind: 'exclude', rows: [rowOf(), rowOf()], excluded },
      { kind: 'exclude', rows: [rowOf()], excluded },
      { kind: 'exclude-shown', view, excluded },
      { kind: 'exclude-finding', code },
      {
        kind: 'paste',
        view,
        from: Math.floor(random() * 5),
        rows: [],
        attributes: ['recipient-name', 'recipient-email'],
        cells: [[pick(NAMES), 'p1@example.org'], [pick(NAMES)]],
      },
      {
        kind: 'replace',
        replacement: {
          attribute,
          find: pick(['a', 'A', '1']),
          replace: pick(['a', 'o']),
          matchCase: true,
          wholeCell: false,
        },
      },
      { kind: 'choose', row: rowOf(), credential: pick(credentials).id },
      { kind: 'confirm', code: pick(FINDING_CODES.filter(isWarning)), confirmed: excluded },
      { kind: 'overrule', code: 'names-shifted', rows: tallyOf(review).rowsWith('names-shifted') },
      { kind: 'skip-errors', skip: excluded },
      { kind: 'exclude-cell', row: rowOf(), attribute: pick(COLUMNS.slice(1)), excluded },
      { kind: 'exclude-column', attribute: pick(COLUMNS.slice(1)), excluded },
      { kind: 'undo' },
      { kind: 'redo' },
    ]);
  };
  let reviewed = beginReview(reviewInputOf(sheet), null);
  for (let step = 0; step < 40; step += 1) {
    const { review, decisions, corrections } = reviewed;
    reviewed = step === 20 ? withLocated(reviewed, located) : decide(reviewed, decisionOf(review));
    const whole = reviewSheet(correctedInput(reviewed.written, reviewed.corrections));
    expect(reported(reviewed.review, reviewed)).toEqual(reported(whole, reviewed));
    if (reviewed.review === review) continue;
    // Confirmations fall as they do when every row is judged again.
    const { reported: places } = whole.crossRow;
    const same = sameButFor(judgedIn({ review, corrections }, reviewed, step === 20));
    const looked = carryDecisions(review, decisions, whole, places, same);
    expect(reviewed.decisions).toEqual(looked);
  }
  // Taking everything back gives exactly what there was, but for what is known of other groups by
  // now.
  while (reviewed.done.length > 0) reviewed = decide(reviewed, { kind: 'undo' });
  const again = reviewSheet({ ...reviewInputOf(sheet), located });
  expect(reported(reviewed.review, reviewed)).toEqual(reported(again, reviewed));
});
