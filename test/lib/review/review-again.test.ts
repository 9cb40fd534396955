import { expect, test } from 'vitest';
import type { AttributeId } from '../../../lib/credential/attribute';
import type { Decision } from '../../../lib/review/decision';
import { beginReview, decide, type Reviewed } from '../../../lib/review/reviewed';
import { correctedInput } from '../../../lib/review/corrected-input';
import { reviewSheet } from '../../../lib/review/review-sheet';
import { summarise } from '../../../lib/review/summarise';
import type { Review } from '../../../lib/review/review';
import { seededRandom } from '../../platform/seeded-random';
import { credentialOf } from '../../fakes/credential';
import { allToldRows, reviewInputOf, type WrittenReview } from '../../fakes/review';

/*
 * Judging only what an edit touches gives what judging everything gives. Sheets and edits by seed: names and e-mails that
 * change hands, keys that repeat or match nothing, days that are none.
 */

const COLUMNS: readonly AttributeId[] = [
  'credential-id',
  'recipient-name',
  'recipient-email',
  'expiry-date',
  'grade',
];
const NAMES = ['Ana Ruiz', 'Ruiz, Ana', 'Ben Moor', 'Cleo Voss', 'José Núñez', 'Jose Nunez', 'Иван Петров'];
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'credential-id': ['1', '2', '3', '999', '', '1.2E+15'],
  'recipient-name': [...NAMES, ''],
  'recipient-email': ['p1@example.org', 'p2@example.org', 'new@gmial.com', 'not an address', ''],
  'expiry-date': ['2028-01-01', '2024-01-01', '31/02/2027', ''],
  grade: ['A', 'B', ''],
};

/** Every row of a review in words, and its counts. */
const told = (review: Review, { decisions }: Reviewed) => [allToldRows(review), summarise(review, decisions)];

test.each(Array.from({ length: 40 }, (_, seed) => seed))('sheet and edits of seed %i', (seed) => {
  const random = seededRandom(seed, 'edits');
  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)]!;
  const size = 4 + Math.floor(random() * 20);
  const credentials = Array.from({ length: size }, (_, n) =>
    credentialOf({
      id: String(n + 1),
      recipientName: `${pick(NAMES)}${n % 3 === 0 ? '' : ` ${'abcdefghijklmnopqrstuvwxyz'[n]!}`}`,
      recipientEmail: `p${n % 5 === 4 ? n : n + 1}@example.org`,
      grade: pick(['A', null]),
    }),
  );
  const shift = pick([0, 1]);
  const rows = credentials.map(({ id, recipientEmail }, n) => [
    id,
    credentials[(n + shift) % size]!.recipientName,
    recipientEmail,
    null,
    pick(['A', 'B']),
  ]);
  const sheet: WrittenReview = { columns: COLUMNS, rows, credentials, dateFormat: 'day-month-year' };
  const rowOf = () => 2 + Math.floor(random() * size);
  const decisionOf = (): Decision => {
    const attribute = pick(COLUMNS);
    const leftOut = random() < 0.6;
    return pick<Decision>([
      { kind: 'edit', row: rowOf(), attribute, text: pick(WORDS[attribute]!) },
      { kind: 'edit', row: rowOf(), attribute, text: pick(WORDS[attribute]!) },
      { kind: 'leave-out', rows: [rowOf(), rowOf()], leftOut },
      { kind: 'leave-out-cell', row: rowOf(), attribute: pick(COLUMNS.slice(1)), leftOut },
      { kind: 'leave-out-column', attribute: pick(COLUMNS.slice(1)), leftOut },
      { kind: 'undo' },
      { kind: 'redo' },
    ]);
  };
  let reviewed = beginReview(reviewInputOf(sheet), null);
  const first = told(reviewed.review, reviewed);
  for (let step = 0; step < 25; step += 1) {
    reviewed = decide(reviewed, decisionOf());
    const whole = reviewSheet(correctedInput(reviewed.written, reviewed.corrections));
    expect(told(reviewed.review, reviewed)).toEqual(told(whole, reviewed));
  }
  // Taking everything back gives exactly what there was.
  while (reviewed.done.length > 0) reviewed = decide(reviewed, { kind: 'undo' });
  expect(told(reviewed.review, reviewed)).toEqual(first);
});
