import { describe, expect, test } from 'vitest';
import { confirm, leaveFindingOut, leaveOut, skipErrors, carryDecisions } from '../../../lib/review/decide';
import { NO_DECISIONS } from '../../../lib/review/included-rows';
import { makePlan, obstacles } from '../../../lib/review/make-plan';
import { windowOf } from '../../../lib/review/review-window';
import { summarise } from '../../../lib/review/summarise';
import { credentialId } from '../../../lib/credential/ids';
import { credentialOf } from '../../fakes/credential';
import { reviewOf } from '../../fakes/review';

const credentials = ['1', '2', '3', '4'].map((id) =>
  credentialOf({ id, recipientName: `Ada ${id}0000`, expiredOn: id === '3' ? '2025-01-01' : '2027-01-15' }),
);
const columns = ['credential-id', 'recipient-name', 'expiry-date'] as const;
const review = reviewOf({
  columns,
  rows: [
    ['1', 'Ada King', ''],
    ['2', '', ''],
    ['3', '', '2028-01-01'],
    ['9', 'Nobody', ''],
    ['4', '', 'soon'],
  ],
  credentials,
});
const confirmed = confirm(confirm(NO_DECISIONS, 'name-change', true), 'renewal', true);

test('the summary counts each row once', () => {
  const summary = summarise(review, NO_DECISIONS);
  expect(summary).toMatchObject({
    rows: 5,
    unchanged: 1,
    toUpdate: 2,
    withWarnings: 2,
    withErrors: 2,
    notMatched: 1,
    leftOut: 0,
    creditsAtMost: 1,
    key: 'credential-id',
  });
  expect(summary.attributes).toEqual([
    { attribute: 'recipient-name', changed: 1 },
    { attribute: 'expiry-date', changed: 1 },
  ]);
  expect(summary.groups.map(({ code, count }) => [code, count])).toEqual([
    ['no-match', 1],
    ['bad-date', 1],
    ['name-change', 1],
    ['renewal', 1],
  ]);
});

describe('a plan', () => {
  test('is not made while errors and warnings are open', () => {
    expect(makePlan(review, NO_DECISIONS)).toEqual({
      ok: false,
      problem: [
        { code: 'errors-open', count: 2 },
        { code: 'warnings-open', kinds: ['name-change', 'renewal'] },
      ],
    });
  });

  test('holds exactly the confirmed changes, in the order of the sheet', () => {
    const plan = makePlan(review, skipErrors(confirmed, true));
    expect(plan.ok && plan.value.changes.map(({ credential }) => credential)).toEqual(['1', '3']);
    expect(plan.ok && plan.value).toMatchObject({
      creditsAtMost: 1,
      confirmedWarnings: [
        { code: 'name-change', count: 1 },
        { code: 'renewal', count: 1 },
      ],
      skippedErrors: 2,
    });
  });

  test('needs no confirmation of what was left out', () => {
    const out = leaveFindingOut(
      review,
      skipErrors(confirm(NO_DECISIONS, 'name-change', true), true),
      'renewal',
    );
    const plan = makePlan(review, out);
    expect(plan.ok && plan.value.changes.map(({ credential }) => credential)).toEqual(['1']);
    expect(plan.ok && plan.value.creditsAtMost).toBe(0);
  });

  test('of nothing is not made', () => {
    const out = leaveOut(review, skipErrors(confirmed, true), [credentialId('1'), credentialId('3')], true);
    expect(obstacles(review, out)).toEqual([{ code: 'nothing-to-update' }]);
  });
});

describe('a confirmation', () => {
  test('stays when a row leaves and falls when one comes back', () => {
    const out = leaveOut(review, confirmed, [credentialId('1')], true);
    expect([...out.confirmed]).toEqual(['name-change', 'renewal']);
    const back = leaveOut(review, out, [credentialId('1')], false);
    expect([...back.confirmed]).toEqual(['renewal']);
  });

  test('falls when a new review has more or other changes behind it', () => {
    const other = reviewOf({
      columns,
      rows: [
        ['1', 'Ada Queen', ''],
        ['3', '', '2028-01-01'],
      ],
      credentials,
    });
    expect([...carryDecisions(review, confirmed, other).confirmed]).toEqual(['renewal']);
    expect([...carryDecisions(review, confirmed, review).confirmed]).toEqual(['name-change', 'renewal']);
  });
});

test.each([
  ['changes', { kind: 'changes' }, '', [2, 4]],
  ['errors', { kind: 'errors' }, '', [5, 6]],
  ['an attribute', { kind: 'attribute', attribute: 'expiry-date' }, '', [4, 6]],
  ['a finding', { kind: 'finding', code: 'no-match' }, '', [5]],
  ['a search', { kind: 'changes' }, ' KING', [2]],
  ['left out', { kind: 'left-out' }, '', []],
] as const)('the window shows %s', (_, filter, search, rows) => {
  const window = windowOf(review, NO_DECISIONS, filter, search, 0, 10);
  expect(window.rows.map(({ row }) => row)).toEqual(rows);
  expect(window.total).toBe(rows.length);
});

describe('skipping rows with errors', () => {
  const skipped = skipErrors(NO_DECISIONS, true);
  const anew = (rows: readonly (readonly string[])[]) => reviewOf({ columns, rows, credentials });
  test.each([
    [
      'the same sheet',
      [
        ['9', 'Nobody', ''],
        ['4', '', 'soon'],
      ],
      true,
    ],
    ['one error mended', [['9', 'Nobody', '']], true],
    [
      'an error that was not there',
      [
        ['9', 'Nobody', ''],
        ['8', 'Nobody', ''],
      ],
      false,
    ],
    ['a row that was right and is wrong', [['2', '', 'soon']], false],
  ])('holds only for errors that were seen: %s', (_name, rows, holds) => {
    expect(carryDecisions(review, skipped, anew(rows)).skipErrors).toBe(holds);
  });
});
