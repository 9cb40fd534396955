import type { ReadonlySignal } from '@preact/signals-core';
import type { AttributeId } from '../../credential/attribute';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { Candidate } from '../../review/view/candidates';
import type { Replacement, ReplacePreview } from '../../review/corrections/replace';
import type {
  ReviewFilter,
  ReviewSort,
  ReviewView,
  ReviewWindow,
  ShapeGroup,
} from '../../review/cross-row/review';
import type { WarningCode } from '../../review/terms/finding';
import type { Decision, ReviewState } from '../../rpc/contract/sheet-contract';
import type { ShapeMarks } from './shape-marks';

/** Why there is no review. */
export type ReviewProblem = PlatformProblem | { readonly code: 'reader-ended' };

export type ReviewPhase =
  /** Not asked for yet, or out of date since the assignment, the file or the group changed. */
  | { readonly kind: 'none' }
  | { readonly kind: 'reading-group' }
  | { readonly kind: 'reading-details'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'failed'; readonly problem: ReviewProblem }
  | { readonly kind: 'ready'; readonly state: ReviewState; readonly locating: boolean };

/**
 * Whether something that a correction made necessary is being read: another credential's detail,
 * who has an e-mail.
 */
export type Completing =
  | { readonly kind: 'no' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly problem: PlatformProblem };

export interface ListedShapes {
  readonly code: WarningCode;
  readonly groups: readonly ShapeGroup[];
}

/** The review as the views see it. */
export interface ReviewModel {
  readonly phase: ReadonlySignal<ReviewPhase>;
  readonly completing: ReadonlySignal<Completing>;
  readonly filter: ReadonlySignal<ReviewFilter>;
  readonly search: ReadonlySignal<string>;
  /** The order of the rows; null: as in the sheet. */
  readonly sort: ReadonlySignal<ReviewSort | null>;
  /**
   * The rows that are seen; the grid asks for others as it is scrolled. Null before the first
   * answer.
   */
  readonly window: ReadonlySignal<ReviewWindow | null>;
  /** Preview of the find and replace that is being written; null while none is. */
  readonly replacing: ReadonlySignal<ReplacePreview | null>;
  /** How many of the rows to update were looked at. It informs, and is in the way of nothing. */
  readonly viewed: ReadonlySignal<number>;
  /** The changes of the item that is open, grouped by shape; null while none is listed. */
  readonly shapes: ReadonlySignal<ListedShapes | null>;
  /** Groups of changes of one shape that were looked at or taken to be right. */
  readonly shapeMarks: ReadonlySignal<ShapeMarks>;
  /** The credentials among which one is to be chosen for a row; null while none is. */
  readonly choosing: ReadonlySignal<{ readonly row: number; readonly among: readonly Candidate[] } | null>;
  /** Makes the review, unless there is one or it is being made. */
  make(): Promise<void>;
  /** Reads what a correction made necessary, again after it could not be read. */
  complete(): Promise<void>;
  /** Drops the review: its sources have changed. */
  outdate(): void;
  decide(decision: Decision): Promise<void>;
  /**
   * Copied cells over what is shown, from the row at a position on, attributes from left to right.
   */
  paste(text: string, from: number, attributes: readonly AttributeId[]): Promise<void>;
  setFilter(filter: ReviewFilter): void;
  setSearch(text: string): void;
  setSort(sort: ReviewSort | null): void;
  /** Filter, search and order, for decisions about what is shown. */
  view(): ReviewView;
  /** Says what a find and replace would do; null: none is being written any more. */
  previewReplace(replacement: Replacement | null): Promise<void>;
  /** Notes that rows (their numbers) were looked at. */
  markViewed(rows: readonly number[]): Promise<void>;
  /** Groups the changes with a kind of warning by shape. */
  listShapes(code: WarningCode): Promise<void>;
  /** Notes that the rows of a group of changes of one shape are shown to the admin. */
  lookAtShape(code: WarningCode, group: ShapeGroup): void;
  /** Takes a group to be right, or not. With all groups of a kind the kind is confirmed. */
  takeShape(code: WarningCode, group: ShapeGroup, isRight: boolean): Promise<void>;
  /** Lists the credentials that a row's key finds; null: none is to be chosen any more. */
  choose(row: number | null): Promise<void>;
  showRows(from: number, count: number): void;
  /**
   * The position of the next row with an error or a warning behind `after`. Where the filter leaves
   * none, the filter that shows them is taken. Null when there is none at all.
   */
  findNext(severity: 'error' | 'warning', after: number): Promise<number | 'outdated' | null>;
}
