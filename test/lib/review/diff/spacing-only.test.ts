import { expect, test } from 'vitest';
import { isSpacingOnly } from '../../../../lib/review/diff/spacing-only';
import type { ReviewedCell } from '../../../../lib/review/terms/reviewed-row';

test.each<[string, string, ReviewedCell['outcome'], boolean]>([
  ['Ada King', 'Ada King ', 'same', true],
  ['Ada King', 'Ada\u00A0King', 'same', true],
  ['ada@example.org', 'ADA@example.org', 'same', true],
  ['Ada King', 'Ada King', 'same', false],
  ['2027-01-15', '15/01/2027', 'same', false],
  ['Ada King', 'ada king', 'changed', false],
])('%j, written %j, %s', (before, text, outcome, expected) => {
  const cell: ReviewedCell = { attribute: 'recipient-name', before, after: before, text, outcome };
  expect(isSpacingOnly(cell)).toBe(expected);
});
