import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../lib/review/corrections/decision';
import { makePlan as planOf, obstacles as obstaclesOf } from '../../../../lib/review/plan/make-plan';
import { beginReview, decide, type Reviewed } from '../../../../lib/review/reviewed';
import { summarise } from '../../../../lib/review/view/summarise';
import { credentialOf } from '../../../fakes/credential';
import { reviewedOf, reviewInputOf, rowsShown, type WrittenReview } from '../../../fakes/review';

const credentials = ['1', '2', '3', '4'].map((id) =>
  credentialOf({ id, recipientName: `Ada ${id}0000`, expiredOn: id === '3' ? '2025-01-01' : '2027-01-15' }),
);
const columns = ['credential-id', 'recipient-name', 'expiry-date'] as const;
const sheet: WrittenReview = {
  columns,
  rows: [
    ['1', 'Ada King', ''],
    ['2', '', ''],
    ['3', '', '2028-01-01'],
    ['9', 'Nobody', ''],
    ['4', '', 'soon'],
  ],
  credentials,
};
const reviewed = reviewedOf(sheet);
const makePlan = ({ review, decisions }: Reviewed) => planOf(review, decisions);
const obstacles = ({ review, decisions }: Reviewed) => obstaclesOf(review, decisions);
const leaveOut = (row: number, excluded = true): Decision => ({ kind: 'exclude', rows: [row], excluded });
const skip: Decision = { kind: 'skip-errors', skip: true };
const confirmed = [
  { kind: 'confirm', code: 'name-change', confirmed: true },
  { kind: 'confirm', code: 'renewal', confirmed: true },
] as const;

test('the summary counts each row once', () => {
  const summary = summarise(reviewed.review, reviewed.decisions);
  expect(summary).toMatchObject({
    rows: 5,
    unchanged: 1,
    toUpdate: 2,
    withWarnings: 2,
    withErrors: 2,
    notMatched: 1,
    excluded: 0,
    creditsAtMost: 1,
    key: ['credential-id'],
  });
  expect(summary.attributes).toEqual([
    { attribute: 'recipient-name', changed: 1, cleared: 0, excluded: 0, isExcluded: false, shown: 1 },
    // The row with a wrong date is shown by its filter, and not sent.
    { attribute: 'expiry-date', changed: 1, cleared: 0, excluded: 0, isExcluded: false, shown: 2 },
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
    expect(makePlan(reviewed)).toEqual({
      ok: false,
      problem: [
        { code: 'errors-open', count: 2 },
        { code: 'warnings-open', kinds: ['name-change', 'renewal'] },
      ],
    });
  });

  test('holds exactly the confirmed changes, in the order of the sheet', () => {
    const plan = makePlan(reviewedOf(sheet, ...confirmed, skip));
    expect(plan.ok && plan.value.changes.map(({ credential }) => credential)).toEqual(['1', '3']);
    expect(plan.ok && plan.value).toMatchObject({
      creditsAtMost: 1,
      confirmedWarnings: [
        { code: 'name-change', count: 1 },
        { code: 'renewal', count: 1 },
      ],
      rest: { errors: 2, leftOut: 0, unchanged: 1 },
    });
  });

  test('needs no confirmation of what was left out', () => {
    const out = { kind: 'exclude-finding', code: 'renewal' } as const;
    const plan = makePlan(reviewedOf(sheet, confirmed[0], skip, out));
    expect(plan.ok && plan.value.changes.map(({ credential }) => credential)).toEqual(['1']);
    expect(plan.ok && plan.value.creditsAtMost).toBe(0);
  });

  test('of nothing is not made', () => {
    const out = reviewedOf(sheet, ...confirmed, skip, leaveOut(2), leaveOut(4));
    expect(obstacles(out)).toEqual([{ code: 'nothing-to-update' }]);
  });
});

describe('a confirmation', () => {
  test('stays when a row leaves and falls when one comes back', () => {
    const out = reviewedOf(sheet, ...confirmed, leaveOut(2));
    expect([...out.decisions.confirmed]).toEqual(['name-change', 'renewal']);
    const back = decide(out, leaveOut(2, false));
    expect([...back.decisions.confirmed]).toEqual(['renewal']);
  });

  test('falls when a new review has more or other changes behind it', () => {
    const before = reviewedOf(sheet, ...confirmed);
    const rows = [
      ['1', 'Ada Queen', ''],
      ['3', '', '2028-01-01'],
    ];
    const other = beginReview(reviewInputOf({ ...sheet, rows }), before);
    expect([...other.decisions.confirmed]).toEqual(['renewal']);
    const same = beginReview(reviewInputOf(sheet), before);
    expect([...same.decisions.confirmed]).toEqual(['name-change', 'renewal']);
  });
});

test.each([
  ['changes', { kind: 'changes' }, '', [2, 4]],
  ['errors', { kind: 'errors' }, '', [5, 6]],
  ['an attribute', { kind: 'attribute', attribute: 'expiry-date' }, '', [4, 6]],
  ['a finding', { kind: 'finding', code: 'no-match' }, '', [5]],
  ['a search', { kind: 'changes' }, ' KING', [2]],
  ['left out', { kind: 'excluded' }, '', []],
  ['all', { kind: 'all' }, '', [2, 3, 4, 5, 6]],
] as const)('the window shows %s', (_, filter, search, rows) => {
  expect(rowsShown(reviewed.review, filter, search)).toEqual(rows);
});

describe('skipping rows with errors', () => {
  const before = reviewedOf(sheet, skip);
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
    const after = beginReview(reviewInputOf({ ...sheet, rows }), before);
    expect(after.decisions.skipErrors).toBe(holds);
  });
});
