import { expect, test } from 'vitest';
import type { Decision } from '../../../lib/review/corrections/decision';
import { makePlan, obstacles } from '../../../lib/review/plan/make-plan';
import { beginReview, decide, type Reviewed } from '../../../lib/review/reviewed';
import { summarise } from '../../../lib/review/view/summarise';
import { credentialOf } from '../../fakes/credential';
import { reviewedOf, reviewInputOf, type WrittenReview } from '../../fakes/review';

const credentials = ['Ana Ruiz', 'Ben Moor', 'Cleo Voss', 'Dan Ode', 'Eva Lind'].map((recipientName, index) =>
  credentialOf({ id: String(index + 1), recipientName }),
);
const columns = ['credential-id', 'recipient-name'] as const;
const swap = [
  ['1', 'Ben Moor'],
  ['2', 'Ana Ruiz'],
];
const sheet: WrittenReview = { columns, rows: [...swap, ['5', 'Eva Berg']], credentials };
const confirmed: Decision = { kind: 'confirm', code: 'name-change', confirmed: true };
const overrule = (rows: number): Decision => ({ kind: 'overrule', code: 'people-swapped', rows });
const codes = ({ review, decisions }: Reviewed) => obstacles(review, decisions).map(({ code }) => code);
const excluded = ({ corrections }: Reviewed) =>
  [...corrections.rows].flatMap(([row, correction]) => (correction.excluded ? [row] : []));
const open = reviewedOf(sheet, confirmed);

test('an alarm stops everything, and is reported first', () => {
  const { review, decisions } = open;
  expect(obstacles(review, decisions)).toEqual([{ code: 'alarms-open', kinds: ['people-swapped'] }]);
  expect(makePlan(review, decisions).ok).toBe(false);
  expect(summarise(review, decisions).groups[0]).toMatchObject({
    code: 'people-swapped',
    severity: 'alarm',
    count: 2,
    confirmed: false,
  });
});

test.each([
  ['another number', 3, ['alarms-open']],
  ['none', 0, ['alarms-open']],
  ['the number of rows', 2, []],
])('typing %s', (_, rows, expected) => {
  expect(codes(decide(open, overrule(rows)))).toEqual(expected);
});

test('another number takes it back', () => {
  expect(codes([overrule(2), overrule(22)].reduce(decide, open))).toEqual(['alarms-open']);
});

test('the plan says what was overruled', () => {
  const { review, decisions } = decide(open, overrule(2));
  const plan = makePlan(review, decisions);
  expect(plan.ok && plan.value.confirmedWarnings).toEqual([
    { code: 'people-swapped', count: 2 },
    { code: 'name-change', count: 3 },
  ]);
});

test('leaving the rows out resolves it, and taking them in again does not', () => {
  const out = decide(open, { kind: 'exclude-finding', code: 'people-swapped' });
  expect([codes(out), excluded(out)]).toEqual([[], [2, 3]]);
  expect(codes(decide(out, { kind: 'exclude', rows: [2], excluded: false }))).toContain('alarms-open');
});

test('it falls when the set grows, and holds when the sheet comes again', () => {
  const overruled = decide(open, overrule(2));
  const again = (rows: WrittenReview['rows']) =>
    codes(beginReview(reviewInputOf({ ...sheet, rows }), overruled));
  expect(again([...swap, ['3', 'Dan Ode'], ['4', 'Cleo Voss']])).toContain('alarms-open');
  expect(again(swap)).toEqual([]);
});

test('e-mails that are refused as taken raise it as well, and can be left out', () => {
  const emails = reviewedOf(
    {
      columns: ['credential-id', 'recipient-email'],
      rows: [
        ['1', 'p2@example.org'],
        ['2', 'p1@example.org'],
      ],
      credentials,
    },
    { kind: 'skip-errors', skip: true },
  );
  expect(codes(emails)).toContain('alarms-open');
  expect(excluded(decide(emails, { kind: 'exclude-finding', code: 'people-swapped' }))).toEqual([2, 3]);
});
