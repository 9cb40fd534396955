import { expect, test } from 'vitest';
import type { Decision } from '../../../../lib/review/corrections/decision';
import { makePlan, obstacles } from '../../../../lib/review/plan/make-plan';
import type { PlanObstacle } from '../../../../lib/review/plan/plan';
import { credentialOf } from '../../../fakes/credential';
import { reviewedOf, type WrittenReview } from '../../../fakes/review';

/*
 * What stands between the admin and the button (docs/product.md 2.4), in the order in which to deal
 * with it.
 */

const credentials = ['Ana Ruiz', 'Ben Moor', 'Cleo Voss'].map((recipientName, index) =>
  credentialOf({ id: String(index + 1), recipientName }),
);
const byName = (...rows: (readonly [id: string, name: string])[]): WrittenReview => ({
  columns: ['credential-id', 'recipient-name'],
  rows,
  credentials,
});
const SWAPPED = byName(['1', 'Ben Moor'], ['2', 'Ana Ruiz']);
const PHONES: WrittenReview = {
  columns: ['credential-id', 'recipient-phone'],
  rows: [
    ['1', '+44 20 7946 0000'],
    ['2', ''],
    ['3', '+44 20 7946 0001'],
  ],
  credentials,
};

const overrule: Decision = { kind: 'overrule', code: 'people-swapped', rows: 2 };
const confirm: Decision = { kind: 'confirm', code: 'name-change', confirmed: true };
const skip: Decision = { kind: 'skip-errors', skip: true };
const exclude = (...rows: number[]): Decision => ({ kind: 'exclude', rows, excluded: true });

const alarms: PlanObstacle = { code: 'alarms-open', kinds: ['people-swapped'] };
const warnings: PlanObstacle = { code: 'warnings-open', kinds: ['name-change'] };
const errors = (count: number): PlanObstacle => ({ code: 'errors-open', count });
const missing = (count: number): PlanObstacle => ({ code: 'details-missing', count });
const nothing: PlanObstacle = { code: 'nothing-to-update' };

test.each<[string, WrittenReview, readonly Decision[], readonly PlanObstacle[]]>([
  ['nothing but the same names', byName(['1', 'Ana Ruiz']), [], [nothing]],
  ['a spelling that is confirmed', byName(['1', 'Ana Ruis']), [confirm], []],
  ['a spelling that is not', byName(['1', 'Ana Ruis']), [], [warnings]],
  ['an error beside a confirmed change', byName(['1', 'Ana Ruis'], ['9', 'Eve']), [confirm], [errors(1)]],
  ['an error that is skipped', byName(['1', 'Ana Ruis'], ['9', 'Eve']), [confirm, skip], []],
  ['an error that is excluded', byName(['1', 'Ana Ruis'], ['9', 'Eve']), [confirm, exclude(3)], []],
  ['only errors, skipped', byName(['8', 'Adam'], ['9', 'Eve']), [skip], [nothing]],
  ['only errors', byName(['8', 'Adam'], ['9', 'Eve']), [], [errors(2), nothing]],
  ['everything excluded', byName(['1', 'Ana Ruis']), [exclude(2)], [nothing]],
  ['two people who change places', SWAPPED, [], [alarms, warnings]],
  ['the same, and only the warning confirmed', SWAPPED, [confirm], [alarms]],
  ['the same, and only the alarm overruled', SWAPPED, [overrule], [warnings]],
  ['the same, all of it decided', SWAPPED, [overrule, confirm], []],
  ['the same, excluded', SWAPPED, [exclude(2, 3)], [nothing]],
  ['present values that nobody has read', PHONES, [], [missing(2), nothing]],
  [
    'present values that nobody has read, beside an error',
    { ...PHONES, rows: [...PHONES.rows, ['9', '+44 20 7946 0002']] },
    [],
    [missing(2), errors(1), nothing],
  ],
])('%s', (_name, sheet, decisions, expected) => {
  const reviewed = reviewedOf(sheet, ...decisions);
  expect(obstacles(reviewed.review, reviewed.decisions)).toEqual(expected);
  const plan = makePlan(reviewed.review, reviewed.decisions);
  if (expected.length === 0) expect(plan.ok).toBe(true);
  else expect(plan).toEqual({ ok: false, problem: expected });
});
