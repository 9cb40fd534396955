import { describe, expect, test } from 'vitest';
import { decide } from '../../../../lib/review/reviewed';
import type { FindingCode } from '../../../../lib/review/terms/finding';
import { changeShapes } from '../../../../lib/review/view/change-shapes';
import { summarise } from '../../../../lib/review/view/summarise';
import { codesOf } from '../../../../lib/review/view/tally';
import { reviewSheet } from '../../../../lib/review/view/review-sheet';
import { reviewInput } from '../../../bench/review/review-sheets';
import { leastCost } from '../../sheet/least-cost';
import { credentialOf } from '../../../fakes/credential';
import { reviewedOf, reviewInputOf, rowsShown } from '../../../fakes/review';

const NAMES = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus', 'Hal', 'Ida', 'Jo'];
const group = NAMES.map((name, n) =>
  credentialOf({
    id: String(n + 1),
    recipientName: `Dr. ${name} Stone`,
    recipientEmail: `${name}@old.example`.toLowerCase(),
    expiredOn: `2090-0${(n % 9) + 1}-11`,
  }),
);

/** Four titles go and two names become others; five domains change; expiries move in three ways. */
function begun() {
  return reviewedOf({
    columns: ['credential-id', 'recipient-name', 'recipient-email', 'expiry-date'],
    rows: NAMES.map((name, n) => [
      String(n + 1),
      n < 4 ? `${name} Stone` : n < 6 ? `Zo${name.toLowerCase()} Wood` : `Dr. ${name} Stone`,
      n < 5 ? `${name}@new.example`.toLowerCase() : `${name}@old.example`.toLowerCase(),
      n < 4 ? `2091-0${(n % 9) + 1}-11` : n < 8 ? '2095-12-31' : `2090-0${(n % 9) + 1}-12`,
    ]),
    credentials: group,
  });
}

const told = (reviewed: ReturnType<typeof begun>, code: FindingCode) =>
  changeShapes(reviewed.review, code).map(({ shape, count, samples }) => [
    shape,
    count,
    samples.map(({ row }) => row),
  ]);

describe('changes of one shape', () => {
  test('are counted, large groups first, the rest at the end', () => {
    const reviewed = begun();
    expect(told(reviewed, 'name-change')).toEqual([
      [{ kind: 'removed', words: 'Dr.' }, 4, [2, 3, 4]],
      [{ kind: 'other' }, 2, [6, 7]],
    ]);
    expect(told(reviewed, 'email-change')).toEqual([
      [{ kind: 'domain', from: 'old.example', to: 'new.example' }, 5, [2, 3, 4]],
    ]);
    expect(told(reviewed, 'expiry-outside-year')).toEqual([
      [{ kind: 'years', by: 1 }, 4, [2, 3, 4]],
      [{ kind: 'to', value: '2095-12-31' }, 4, [6, 7, 8]],
      [{ kind: 'days', by: 1 }, 2, [10, 11]],
    ]);
  });

  test('are none for a kind that is not about how values change, or that is not there', () => {
    expect(changeShapes(begun().review, 'no-match')).toEqual([]);
    expect(changeShapes(begun().review, 'renewal')).toEqual([]);
  });

  test('are shown by themselves', () => {
    const { review } = begun();
    const [first] = changeShapes(review, 'name-change');
    if (first === undefined) throw new Error('there is a group');
    const { attribute, key } = first;
    expect(rowsShown(review, { kind: 'shape', code: 'name-change', attribute, key })).toEqual([2, 3, 4, 5]);
  });

  test('are left out at once, rows decided by hand stay as they are', () => {
    const before = decide(begun(), { kind: 'exclude', rows: [3], excluded: true });
    const [first] = changeShapes(before.review, 'expiry-outside-year').filter(
      ({ shape }) => shape.kind === 'years',
    );
    if (first === undefined) throw new Error('there is a group');
    expect(first.count).toBe(3);
    const { attribute, key } = first;
    const after = decide(before, { kind: 'exclude-shape', code: 'expiry-outside-year', attribute, key });
    expect([...after.corrections.rows.keys()].sort()).toEqual([2, 3, 4, 5]);
    // The other changes of these rows are still sent.
    expect(summarise(after.review, after.decisions)).toMatchObject({ toUpdate: 9, excluded: 1 });
    const undone = decide(after, { kind: 'undo' });
    expect(undone.corrections.rows.get(3)?.excluded).toBe(true);
    expect(undone.corrections.rows.size).toBe(1);
  });

  test('beyond twelve groups the small ones are one of others', () => {
    const people = Array.from({ length: 40 }, (_, n) => `Person${String.fromCharCode(97 + (n % 26))}x${n}`);
    const { review } = reviewedOf({
      columns: ['credential-id', 'expiry-date'],
      rows: people.map((_, n) => [String(n + 1), `2091-01-${String(1 + (n % 28)).padStart(2, '0')}`]),
      credentials: people.map((recipientName, n) =>
        credentialOf({ id: String(n + 1), recipientName, expiredOn: '2090-07-31' }),
      ),
    });
    const groups = changeShapes(review, 'expiry-outside-year');
    expect(groups).toHaveLength(12);
    expect(groups.at(-1)?.shape).toEqual({ kind: 'other' });
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  });
});

test('grouping a kind costs less than half of the review', async () => {
  const input = await reviewInput(10_000, 'all-change');
  const review = reviewSheet(input);
  const codes = codesOf(review);
  const reviewing = await leastCost(() => reviewSheet(input));
  for (const code of codes) {
    // A copy has no groups yet.
    const grouping = await leastCost(() => changeShapes({ ...review }, code), reviewing / 2);
    expect(grouping, code).toBeLessThan(reviewing / 2);
  }
});

test('a hundred thousand changes are decided in under sixty clicks', () => {
  const ROWS = 20_000;
  const of = (n: number, texts: readonly string[]) => texts[n % texts.length] ?? '';
  const many = (count: number, text: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => text(at));
  // Few shapes that many have, and more shapes than there are cards for.
  const [domains, grades] = [many(40, (at) => `new${at}.example`), many(50, (at) => `Grade ${at}`)];
  const days = many(60, (at) => `20${91 + (at % 9)}-0${(at % 8) + 1}-1${at % 9}`);
  const people = many(ROWS, (at) => `Per${at.toString(36)}`);
  const review = reviewSheet(
    reviewInputOf({
      columns: [
        'credential-id',
        'recipient-name',
        'recipient-email',
        'expiry-date',
        'grade',
        'custom:CE Hours',
      ],
      rows: people.map((name, n) => [
        String(n + 1),
        n % 3 === 0 ? `${name} Stone` : n % 3 === 1 ? `DR. ${name} STONE` : `Zo ${name} Wood`,
        `${n % 4 === 0 ? `p${n}` : name.toLowerCase()}@${of(n, domains)}`,
        of(n, days),
        of(n, grades),
        String(n % 70),
      ]),
      credentials: people.map((name, n) =>
        credentialOf({
          id: String(n + 1),
          recipientName: `Dr. ${name} Stone`,
          recipientEmail: `${name}@old.example`.toLowerCase(),
          expiredOn: '2090-02-03',
          grade: 'Pass',
        }),
      ),
    }),
  );
  const { attributes, groups } = summarise(review, {
    skipErrors: false,
    confirmed: new Set(),
    overruled: new Set(),
  });
  expect(attributes.reduce((sum, { changed }) => sum + changed, 0)).toBeGreaterThanOrEqual(100_000);
  // A kind is confirmed at once, or by its cards; an alarm is typed.
  const clicks = groups.map(({ code }) => Math.max(1, changeShapes(review, code).length));
  expect(groups.length).toBeGreaterThan(3);
  expect(clicks.reduce((sum, of) => sum + of, 0)).toBeLessThan(60);
});
