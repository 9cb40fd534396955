import type { Assignment, Guess } from '../../assign/choice/assignment';
import type { Join } from '../../assign/edit/join';
import type { NameJoin } from '../../assign/guess/name-join';
import type { CustomAttributeKey, KeyAttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import type { Day } from '../../credential/day';
import type { CredentialId } from '../../credential/ids';
import type { ColumnReport } from '../../assign/facts/column-report';
import type { ColumnFacts } from '../../assign/facts/describe-columns';
import type { Entry } from '../../journal/entry';
import type { LookUp } from '../../platform/look-up';
import type { DownloadChoice, DownloadCount } from '../../report/template/chosen-credentials';
import type { TemplateColumn } from '../../report/template/template-columns';
import type { TemplateRequest } from '../../report/template-file';
import type { DecidedField, MovedField } from '../../run/afterwards/conflicts';
import type { Result } from '../../result';
import type { Candidate } from '../../review/view/candidates';
import type { Decision } from '../../review/corrections/decision';
import type { FindingCode } from '../../review/terms/finding';
import type { MovedRow } from '../../review/view/moved-rows';
import type { KeyReport } from '../../review/match/key-report';
import type { PlanObstacle } from '../../review/plan/plan';
import type { Replacement, ReplacePreview } from '../../review/corrections/replace';
import type { ReviewSummary, ReviewView, ReviewWindow, ShapeGroup } from '../../review/cross-row/review';
import type { AssignmentPreview } from '../../review/preview';
import type { CarriedOverCounts } from '../../review/corrections/carried-over';
import type { SheetProblem, TextReading } from '../../sheet/cells/sheet';
import type { FoundElsewhere } from '../../platform/locate';
import type { ChangeSetContract } from './change-set-contract';
import type { Held, ReviewId, TableId } from './held';
import type { FirstRows, OpenedFile, OpenedTable } from './opened-file';
import type { OpenedDecision, OpenedGroup, OpenedUndo } from './opened-made';
import type { PlanContract } from './plan-contract';

export type { FirstRows, OpenedFile, OpenedTable } from './opened-file';
export type { OpenedChecked, OpenedDecision, OpenedGroup, OpenedUndo } from './opened-made';
export type { PlanFacts } from './plan-facts';

/** Assign's live counts. */
export interface AssignmentReport {
  readonly columns: readonly ColumnReport[];
  /** How many rows each key finds among the credentials that are here. */
  readonly keys: readonly KeyReport[];
  /** Keys to look up before these counts are of the whole group; null: they are. */
  readonly toLookUp: ToLookUp | null;
  /** Whether the whole group was in the worker when it was counted. */
  readonly ofWholeGroup: boolean;
  /** A header that is an e-mail or an id of the group; null: none. */
  readonly valueInHeader: string | null;
}

/**
 * The need of a sheet whose group is in the worker only in part: so many values of one column,
 * which leave the computer to be looked up.
 */
export type ToLookUp =
  | {
      readonly kind: 'look-up';
      readonly key: KeyAttributeId;
      readonly values: number;
      readonly requests: number;
    }
  /** The key of its rows cannot be looked up. */
  | { readonly kind: 'whole' };

/** The next request of a sheet whose group is in the worker in part. */
export type LookUpNeed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'look-up'; readonly lookUp: LookUp }
  | { readonly kind: 'whole' };

/** The input of a review, besides the rows and credentials that the worker holds. */
export interface ReviewRequest {
  readonly table: TableId;
  readonly assignment: Assignment;
  readonly customAttributes: readonly CustomAttributeKey[];
  readonly today: Day;
  /** Place of the sheet's record of this very group; missing or null: none counts. */
  readonly record?: number | null;
}

export type { Decision } from '../../review/corrections/decision';

/** The review as a whole, after each step of the admin. */
export interface ReviewState {
  readonly review: ReviewId;
  /**
   * Whether it is of another sheet than the last review; false for the same sheet or a corrected
   * version of it.
   */
  readonly isOfAnotherSheet: boolean;
  readonly summary: ReviewSummary;
  readonly obstacles: readonly PlanObstacle[];
  /**
   * Counts of the decisions that were carried over from an earlier version of the sheet; null when
   * none was.
   */
  readonly carriedOver: CarriedOverCounts | null;
  /** How many of the rows to update were looked at. */
  readonly viewed: number;
  /** Whether there is a step to undo. */
  readonly canUndo: boolean;
  /** Whether there is a step to redo. */
  readonly canRedo: boolean;
}

/**
 * The methods of the sheet worker. Rows and credentials are in the worker and nowhere else. The
 * panel gets counts, and the window of rows that it shows. Every method may be called again at any
 * time with other choices. A call about a table, a review or a plan names it by its handle, and is
 * refused where the worker holds another one.
 */
export interface SheetContract extends PlanContract, ChangeSetContract {
  /**
   * Takes a file and gives the first rows of its first sheet before it is opened; null when they
   * cannot be read quickly.
   */
  look(bytes: ArrayBuffer, reading: Partial<TextReading>): Promise<FirstRows | null>;
  /** Opens a file. `bytes` null: the file of the last `look`. */
  open(bytes: ArrayBuffer | null, reading: Partial<TextReading>): Promise<Result<OpenedFile, SheetProblem>>;
  /**
   * Chooses a sheet and its header row. `headerRow` null: finds it; `NO_HEADER_ROW`: there is none.
   */
  chooseTable(sheet: number, headerRow: number | null): Result<OpenedTable, SheetProblem>;
  /** Joins these columns of the table, and no others, and describes the joined ones. */
  joinColumns(table: TableId, joins: readonly Join[]): Held<readonly ColumnFacts[]>;
  /**
   * Adds credentials of the group, in parts. `first` removes the earlier ones. They count as the
   * whole group, unless `inPart` is called.
   */
  addCredentials(credentials: readonly Credential[], first: boolean): void;
  /**
   * Notes that the group is still being read, or larger than what came: other credentials are
   * looked up.
   */
  inPart(): void;
  /** Notes that the whole group came after all. */
  whole(): void;
  /** Notes that all credentials with one of these values came. */
  lookedUp(key: KeyAttributeId, values: readonly string[]): void;
  /** The values that were not looked up yet. */
  notLookedUp(key: KeyAttributeId, values: readonly string[]): readonly string[];
  /**
   * The next request of a sheet whose group is in the worker in part. The sheet under review has
   * its corrections.
   */
  nextLookUp(
    table: TableId,
    assignment: Assignment,
    customAttributes: readonly CustomAttributeKey[],
  ): Held<LookUpNeed>;
  /** The credentials that are not in the worker. */
  notHeld(credentials: readonly CredentialId[]): readonly CredentialId[];
  /** Adds the detail of credentials, and removes those that are gone. */
  addDetails(credentials: readonly Credential[], gone: readonly CredentialId[]): void;
  /**
   * Puts these credentials in the place of those that are here; a review knows of it when it is
   * made again.
   */
  takeMoved(credentials: readonly Credential[]): void;
  guess(table: TableId, customAttributes: readonly CustomAttributeKey[]): Held<readonly Guess[]>;
  /**
   * First and last name that together are names of the group; null: none, or joins are made
   * already.
   */
  nameJoin(table: TableId, guesses: readonly Guess[]): Held<NameJoin | null>;
  report(
    table: TableId,
    assignment: Assignment,
    customAttributes: readonly CustomAttributeKey[],
  ): Held<AssignmentReport>;
  /**
   * Shows what the assignment would do to the first rows, with one changed row as an example (`at`,
   * from 0). Null without a key, and while some of the group is still to be looked up.
   */
  preview(request: ReviewRequest, at: number): Held<AssignmentPreview | null>;
  /** The matched credentials whose detail the assignment needs and that were not read yet. */
  missingDetails(request: ReviewRequest): Held<readonly CredentialId[]>;
  /** Makes a review. `again`: that one again, with more of the group. */
  review(request: ReviewRequest, again?: ReviewId): Held<ReviewState>;
  /** The key values that match nothing in the group, to be located in other groups. */
  toLocate(review: ReviewId): Held<readonly string[]>;
  addLocated(review: ReviewId, located: readonly FoundElsewhere[]): Held<ReviewState>;
  decide(review: ReviewId, decision: Decision): Held<ReviewState>;
  window(review: ReviewId, view: ReviewView, from: number, count: number): Held<ReviewWindow>;
  /**
   * The position of the next row with an error or a warning in the view; null when there is none.
   */
  nextWith(
    review: ReviewId,
    view: ReviewView,
    severity: 'error' | 'warning',
    after: number,
  ): Held<number | null>;
  /** Notes that rows were looked at, and gives how many of those to update were. */
  markViewed(review: ReviewId, rows: readonly number[]): Held<number>;
  /** The changes with a kind of warning, grouped by how they change their values. */
  changeShapes(review: ReviewId, code: FindingCode): Held<readonly ShapeGroup[]>;
  /** The effect of find and replace, without doing it. */
  previewReplace(review: ReviewId, replacement: Replacement): Held<ReplacePreview>;
  /** The credentials that a row's key finds, each with the changes of the row. */
  candidates(review: ReviewId, row: number): Held<readonly Candidate[]>;
  /** The rows whose credentials are among these, and have moved on since the review was made. */
  movedRows(review: ReviewId, credentials: readonly Credential[]): Held<readonly MovedRow[]>;
  /** The columns that a download of the credentials that are here can have. */
  templateColumns(customAttributes: readonly CustomAttributeKey[]): readonly TemplateColumn[];
  /** How many of the credentials that are here a download would have. */
  templateCount(which: DownloadChoice): DownloadCount;
  /** Makes a download of those of the credentials that are here. */
  template(
    request: TemplateRequest,
    which: DownloadChoice,
    customAttributes: readonly CustomAttributeKey[],
  ): Promise<ArrayBuffer>;
  /** Makes a sheet of the old values of a run's applied fields; null when none can be restored. */
  makeUndo(entries: readonly Entry[], customAttributes: readonly CustomAttributeKey[]): OpenedUndo | null;
  /** Makes a sheet of the decisions about the conflicts among the entries. */
  makeDecided(
    entries: readonly Entry[],
    decided: readonly DecidedField[],
    moved: readonly MovedField[],
    customAttributes: readonly CustomAttributeKey[],
  ): OpenedDecision;
  /** Makes a sheet of all credentials that the worker holds; null: there is none. */
  makeGroupSheet(): OpenedGroup | null;
  /**
   * Replaces the sheet by one that was made. Until then the earlier one stays, so that the admin
   * can go back to it.
   */
  takeMade(made: TableId): Held<null>;
  /** Discards the last plan and its sheet: there are no results of its run any more. */
  forgetPlan(): void;
  /** Discards the decisions about earlier sheets, because their run is over. */
  forgetDecisions(): void;
}
