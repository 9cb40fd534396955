import { groupId, type CredentialId } from '../lib/credential/ids';
import { candidatesOf } from '../lib/review/view/candidates';
import { obstacles } from '../lib/review/plan/make-plan';
import { nextWith } from '../lib/review/view/next-with';
import { previewReplacement } from '../lib/review/corrections/replace';
import { beginReview, decide, withLocated, type Reviewed } from '../lib/review/reviewed';
import type { ReviewInput } from '../lib/review/group/review-input';
import type { PlanObstacle } from '../lib/review/plan/plan';
import { credentialsWithoutDetail, unmatchedKeys } from '../lib/review/view/review-keys';
import { windowOf } from '../lib/review/view/review-window';
import type { LocatedGroup } from '../lib/review/terms/matched-row';
import { isVersionOf } from '../lib/review/corrections/saved-corrections';
import { summarise } from '../lib/review/view/summarise';
import { countCarriedOver } from '../lib/review/corrections/carried-over';
import type { ReviewState, SheetContract } from '../lib/rpc/contract/sheet-contract';
import type { Table } from '../lib/sheet/table/table';

/** The calls of the contract that are about a review that is there. */
type ReviewCalls = Pick<
  SheetContract,
  'toLocate' | 'addLocated' | 'decide' | 'window' | 'nextWith' | 'previewReplace' | 'candidates'
>;

/** The review that the worker holds. Asking for one before it was begun is a bug of the panel. */
export interface Reviewing extends ReviewCalls {
  begin(input: ReviewInput): ReviewState;
  present(): Reviewed;
  /** What stands between the admin and the button. */
  obstacles(): readonly PlanObstacle[];
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
export function createReviewing(isInPart: (input: ReviewInput) => boolean = () => false): Reviewing {
  let reviewed: Reviewed | null = null;
  /** What was decided before the review was made anew. */
  let before: Reviewed | null = null;

  const present = (): Reviewed => {
    if (reviewed === null) throw new Error('asked for before it was there');
    return reviewed;
  };
  const obstaclesOf = ({ review, decisions }: Reviewed): readonly PlanObstacle[] => {
    const found = obstacles(review, decisions);
    return isInPart(review.frame.input) ? [...found, { code: 'not-looked-up' }] : found;
  };
  const settle = (next: Reviewed, isOfAnotherSheet = false): ReviewState => {
    reviewed = next;
    before = null;
    const { review, corrections, decisions, done, undone, carriedOver } = next;
    return {
      isOfAnotherSheet,
      summary: summarise(review, decisions),
      obstacles: obstaclesOf(next),
      carriedOver: countCarriedOver(corrections, carriedOver),
      canUndo: done.length > 0,
      canRedo: undone.length > 0,
    };
  };
  return {
    obstacles: () => obstaclesOf(present()),
    withoutDetail: () => (reviewed === null ? [] : credentialsWithoutDetail(reviewed.review)),
    sheet: () => reviewed?.review.frame.input.table ?? null,
    begin(input) {
      const last = reviewed ?? before;
      const next = beginReview(withPlaces(input, reviewed === null ? null : reviewed.written), last);
      return settle(next, last === null || isAnother(next.written, last.written));
    },
    present,
    outdate() {
      before = reviewed ?? before;
      reviewed = null;
    },
    forget() {
      before = null;
      reviewed = null;
    },
    toLocate: () => unmatchedKeys(present().review),
    addLocated(located) {
      const groups = new Map<string, LocatedGroup>(
        located.map((found) => [
          found.value,
          { groupId: groupId(found.groupId), groupName: found.groupName },
        ]),
      );
      return settle(withLocated(present(), groups));
    },
    decide: (decision) => settle(decide(present(), decision)),
    window: (view, from, count) => windowOf(present().review, view, from, count),
    nextWith: (view, severity, after) => nextWith(present().review, view, severity, after),
    previewReplace: (replacement) => previewReplacement(present().review, replacement),
    candidates: (row) => candidatesOf(present().review, row),
  };
}

/** A review that is made again, with more of the group, knows where its rows were found in others: they are not asked anew. */
function withPlaces(input: ReviewInput, last: ReviewInput | null): ReviewInput {
  if (last?.located === undefined || last.assignment.key !== input.assignment.key) return input;
  return { ...input, located: last.located };
}

function isAnother(sheet: ReviewInput, last: ReviewInput): boolean {
  return sheet.table !== last.table && !isVersionOf(sheet, last);
}
