import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../../lib/review/corrections/decision';
import type { ReviewView } from '../../../../lib/review/cross-row/review';
import { decide, type Reviewed } from '../../../../lib/review/reviewed';
import { windowOf } from '../../../../lib/review/view/review-window';
import { PEOPLE } from '../../../fakes/corrections';
import { reviewedOf, type WrittenReview } from '../../../fakes/review';

describe('a row that is left out takes those with it that only repeat it', () => {
  const REPEATED: WrittenReview = {
    columns: ['credential-id', 'grade'],
    rows: [
      ['1', 'X'],
      ['2', 'Y'],
      ['1', 'X'],
      ['1', 'X'],
    ],
    credentials: PEOPLE,
  };
  const UNLIKE: WrittenReview = { ...REPEATED, rows: [...REPEATED.rows, ['1', 'Z']] };
  const out = (...rows: readonly number[]): Decision => ({ kind: 'exclude', rows, excluded: true });
  const view: ReviewView = { filter: { kind: 'changes' }, search: 'Lovelace', sort: null };
  const MANY: WrittenReview = {
    ...REPEATED,
    columns: ['credential-id', 'recipient-name'],
    rows: [
      ['1', 'Ada King'],
      ['1', 'Ada King'],
    ],
  };

  test.each<[string, WrittenReview, Decision, readonly number[]]>([
    ['by its box', REPEATED, out(2), [3]],
    ['with all that are shown', REPEATED, { kind: 'exclude-shown', view, excluded: true }, [3]],
    ['with all of a kind', MANY, { kind: 'exclude-finding', code: 'name-change' }, []],
    ['another one', REPEATED, out(3), [2]],
    ['of rows that are at odds only the one that is meant', UNLIKE, out(6), [2, 3]],
  ])('%s', (_, written, decision, expected) => {
    const included = ({ review }: Reviewed) => {
      const view: ReviewView = { filter: { kind: 'changes' }, search: '', sort: null };
      const { rows } = windowOf(review, view, 0, 100);
      return rows.filter((row) => row.included).map(({ row }) => row);
    };
    const after = reviewedOf(written, decision);
    expect(included(after)).toEqual(expected);
    expect(included(decide(after, { kind: 'undo' }))).toEqual(included(reviewedOf(written)));
  });
});
