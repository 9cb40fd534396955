import { groupId, type CredentialId } from '../lib/credential/ids';
import { candidatesOf } from '../lib/review/view/candidates';
import { obstacles } from '../lib/review/plan/make-plan';
import { nextWith } from '../lib/review/view/next-with';
import { movedRows } from '../lib/review/view/moved-rows';
import { previewReplacement } from '../lib/review/corrections/replace';
import { beginReview, decide, withLocated, type Reviewed } from '../lib/review/reviewed';
import type { WrittenSheet } from '../lib/review/group/review-input';
import { withRuledColumns } from '../lib/review/group/ruled-columns';
import type { PlanObstacle } from '../lib/review/plan/plan';
import { changeShapes } from '../lib/review/view/change-shapes';
import { credentialsWithoutDetail, unmatchedKeys } from '../lib/review/view/review-keys';
import { countViewed, stillViewed } from '../lib/review/corrections/viewed';
import { windowOf } from '../lib/review/view/review-window';
import type { LocatedGroup } from '../lib/review/terms/matched-row';
import { isVersionOf } from '../lib/review/corrections/saved-corrections';
import { summarise } from '../lib/review/view/summarise';
import { countCarriedOver } from '../lib/review/corrections/carried-over';
import { ok } from '../lib/result';
import { NOT_HELD, type Held, type ReviewId } from '../lib/rpc/contract/held';
import type { ReviewState, SheetContract } from '../lib/rpc/contract/sheet-contract';
import type { Table } from '../lib/sheet/table/table';

/** The calls of the contract that are about the review that is held. */
export type ReviewCalls = Pick<
  SheetContract,
  | 'toLocate'
  | 'addLocated'
  | 'decide'
  | 'window'
  | 'nextWith'
  | 'changeShapes'
  | 'markViewed'
  | 'previewReplace'
  | 'candidates'
  | 'movedRows'
>;

/** The review that the worker holds. A call with the handle of another one is refused. */
export interface Reviewing extends ReviewCalls {
  begin(id: ReviewId, input: WrittenSheet): ReviewState;
  /** Null before there is a review of the sheet. */
  id(): ReviewId | null;
  /** The review, and what stands between the admin and the button. */
  present(id: ReviewId): Held<{ readonly reviewed: Reviewed; readonly obstacles: readonly PlanObstacle[] }>;
  /** Credentials that have to be read before all cells can be compared. */
  withoutDetail(): readonly CredentialId[];
  /** The sheet with what was corrected in it; null before there is a review of it. */
  sheet(): Table | null;
  /** The sheet goes; what was decided about it holds on where it fits the next one. */
  outdate(): void;
  /** Nothing of it holds on. */
  forget(): void;
}

/** `isInPart`: whether something of the sheet is still to be looked up in the group. */
export function createReviewing(isInPart: (input: WrittenSheet) => boolean = () => false): Reviewing {
  let held: { readonly id: ReviewId; readonly reviewed: Reviewed } | null = null;
  /** The review of the sheet before this one, whose decisions may fit it. */
  let before: Reviewed | null = null;
  /** Rows that were looked at, by their numbers. */
  let viewed: ReadonlySet<number> = new Set();

  const ifHeld = <T>(id: ReviewId, give: (reviewed: Reviewed) => T): Held<T> =>
    held?.id === id ? ok(give(held.reviewed)) : NOT_HELD;
  const obstaclesOf = ({ review, decisions }: Reviewed): readonly PlanObstacle[] => {
    const found = obstacles(review, decisions);
    return isInPart(review.frame.input) ? [...found, { code: 'not-looked-up' }] : found;
  };
  const settle = (id: ReviewId, reviewed: Reviewed, isOfAnotherSheet = false): ReviewState => {
    const last = held?.reviewed ?? before;
    viewed = last === null || isOfAnotherSheet ? new Set() : stillViewed(viewed, last, reviewed);
    held = { id, reviewed };
    before = null;
    const { review, corrections, decisions, done, undone, carriedOver } = reviewed;
    return {
      review: id,
      isOfAnotherSheet,
      summary: summarise(review, decisions),
      obstacles: obstaclesOf(reviewed),
      carriedOver: countCarriedOver(corrections, carriedOver),
      viewed: countViewed(review, viewed),
      canUndo: done.length > 0,
      canRedo: undone.length > 0,
    };
  };
  return {
    id: () => held?.id ?? null,
    withoutDetail: () => (held === null ? [] : credentialsWithoutDetail(held.reviewed.review)),
    sheet: () => held?.reviewed.review.frame.input.table ?? null,
    begin(id, input) {
      const last = held?.reviewed ?? before;
      const next = beginReview(withPlaces(withRuledColumns(input), held?.reviewed.written ?? null), last);
      return settle(id, next, last === null || isAnother(next.written, last.written));
    },
    present: (id) => ifHeld(id, (reviewed) => ({ reviewed, obstacles: obstaclesOf(reviewed) })),
    outdate() {
      before = held?.reviewed ?? before;
      held = null;
    },
    forget() {
      before = null;
      held = null;
      viewed = new Set();
    },
    toLocate: (id) => ifHeld(id, ({ review }) => unmatchedKeys(review)),
    addLocated: (id, located) =>
      ifHeld(id, (reviewed) => {
        const groups = new Map<string, LocatedGroup>(
          located.map((found) => [
            found.value,
            { groupId: groupId(found.groupId), groupName: found.groupName },
          ]),
        );
        return settle(id, withLocated(reviewed, groups));
      }),
    decide: (id, decision) => ifHeld(id, (reviewed) => settle(id, decide(reviewed, decision))),
    window: (id, view, from, count) =>
      ifHeld(id, ({ review }) => {
        const window = windowOf(review, view, from, count);
        return {
          ...window,
          viewed: new Set(window.rows.map(({ row }) => row).filter((row) => viewed.has(row))),
        };
      }),
    markViewed: (id, rows) =>
      ifHeld(id, ({ review }) => {
        viewed = new Set([...viewed, ...rows]);
        return countViewed(review, viewed);
      }),
    nextWith: (id, view, severity, after) =>
      ifHeld(id, ({ review }) => nextWith(review, view, severity, after)),
    changeShapes: (id, code) => ifHeld(id, ({ review }) => changeShapes(review, code)),
    previewReplace: (id, replacement) => ifHeld(id, ({ review }) => previewReplacement(review, replacement)),
    candidates: (id, row) => ifHeld(id, ({ review }) => candidatesOf(review, row)),
    movedRows: (id, credentials) => ifHeld(id, ({ review }) => movedRows(review, credentials)),
  };
}

/**
 * A review that is made again, with more of the group, knows where its rows were found in others:
 * they are not asked again.
 */
function withPlaces(input: WrittenSheet, last: WrittenSheet | null): WrittenSheet {
  if (last === null || last.assignment.key !== input.assignment.key) return input;
  return { ...input, located: last.located };
}

function isAnother(sheet: WrittenSheet, last: WrittenSheet): boolean {
  return sheet.table !== last.table && !isVersionOf(sheet, last);
}
