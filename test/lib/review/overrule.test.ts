import { expect, test } from 'vitest';
import { carryDecisions, confirm, leaveFindingOut, leaveOut, overrule } from '../../../lib/review/decide';
import { NO_DECISIONS } from '../../../lib/review/included-rows';
import { makePlan, obstacles } from '../../../lib/review/make-plan';
import { summarise } from '../../../lib/review/summarise';
import { credentialId } from '../../../lib/credential/ids';
import { credentialOf } from '../../fakes/credential';
import { reviewOf } from '../../fakes/review';

const credentials = ['Ana Ruiz', 'Ben Moor', 'Cleo Voss', 'Dan Ode', 'Eva Lind'].map((recipientName, index) =>
  credentialOf({ id: String(index + 1), recipientName }),
);
const columns = ['credential-id', 'recipient-name'] as const;
const swap = [
  ['1', 'Ben Moor'],
  ['2', 'Ana Ruiz'],
];
const review = reviewOf({ columns, rows: [...swap, ['5', 'Eva Berg']], credentials });
const decided = confirm(NO_DECISIONS, 'name-change', true);
const codes = (decisions: typeof decided, of = review) => obstacles(of, decisions).map(({ code }) => code);

test('an alarm stops everything, and is told first', () => {
  expect(obstacles(review, decided)).toEqual([{ code: 'alarms-open', kinds: ['people-swapped'] }]);
  expect(makePlan(review, decided).ok).toBe(false);
  expect(summarise(review, decided).groups[0]).toMatchObject({
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
  expect(codes(overrule(review, decided, 'people-swapped', rows))).toEqual(expected);
});

test('another number takes it back', () => {
  const overruled = overrule(review, decided, 'people-swapped', 2);
  expect(codes(overrule(review, overruled, 'people-swapped', 22))).toEqual(['alarms-open']);
});

test('the plan says what was overruled', () => {
  const plan = makePlan(review, overrule(review, decided, 'people-swapped', 2));
  expect(plan.ok && plan.value.confirmedWarnings).toEqual([
    { code: 'people-swapped', count: 2 },
    { code: 'name-change', count: 3 },
  ]);
});

test('leaving the rows out resolves it, and taking them in again does not', () => {
  const out = leaveFindingOut(review, decided, 'people-swapped');
  expect(codes(out)).toEqual([]);
  expect([...out.leftOut]).toEqual(['1', '2']);
  expect(codes(leaveOut(review, out, [credentialId('1')], false))).toContain('alarms-open');
});

test('it falls when the set grows, and holds when the sheet comes again', () => {
  const overruled = overrule(review, decided, 'people-swapped', 2);
  const grown = reviewOf({ columns, rows: [...swap, ['3', 'Dan Ode'], ['4', 'Cleo Voss']], credentials });
  expect(codes(carryDecisions(review, overruled, grown), grown)).toContain('alarms-open');
  const same = reviewOf({ columns, rows: swap, credentials });
  expect(codes(carryDecisions(review, overruled, same), same)).toEqual([]);
});

test('e-mails that are refused as taken raise it as well, and can be left out', () => {
  const emails = reviewOf({
    columns: ['credential-id', 'recipient-email'],
    rows: [
      ['1', 'p2@example.org'],
      ['2', 'p1@example.org'],
    ],
    credentials,
  });
  expect(obstacles(emails, { ...NO_DECISIONS, skipErrors: true }).map(({ code }) => code)).toContain(
    'alarms-open',
  );
  expect(leaveFindingOut(emails, NO_DECISIONS, 'people-swapped').leftOut.size).toBe(2);
});
