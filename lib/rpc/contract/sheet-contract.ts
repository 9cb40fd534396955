import type { Assignment, Guess } from '../../assign/choice/assignment';
import type { Join } from '../../assign/edit/joined-columns';
import type { AttributeId, CustomAttributeKey, KeyAttributeId } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import type { Credential } from '../../credential/credential';
import type { Day } from '../../credential/day';
import type { CredentialId } from '../../credential/ids';
import type { ColumnReport } from '../../assign/facts/column-report';
import type { ColumnFacts } from '../../assign/facts/describe-columns';
import type { Entry } from '../../journal/entry';
import type { LookUp } from '../../platform/look-up';
import type { ResultFormat } from '../../report/csv';
import type { ResultWords, RowResult } from '../../report/result-rows';
import type { DecidedField, MovedField } from '../../run/afterwards/conflicts';
import type { Result } from '../../result';
import type { Candidate } from '../../review/view/candidates';
import type { Decision } from '../../review/corrections/decision';
import type { AlarmCode, WarningCode } from '../../review/terms/finding';
import type { KeyReport } from '../../review/match/key-report';
import type { PlanObstacle, PlanRest } from '../../review/plan/plan';
import type { Replacement, ReplacePreview } from '../../review/corrections/replace';
import type { ReviewSummary, ReviewView, ReviewWindow } from '../../review/cross-row/review';
import type { SkippedRow } from '../../review/plan/skipped-rows';
import type { CarriedOverCounts } from '../../review/corrections/carried-over';
import type { SheetProblem, TextReading } from '../../sheet/cells/sheet';
import type { Located } from './background-contract';
import type { FirstRows, OpenedFile, OpenedTable } from './opened-file';

export type { FirstRows, OpenedFile, OpenedTable } from './opened-file';

/** Assign's live counts. */
export interface AssignmentReport {
  readonly columns: readonly ColumnReport[];
  /** How many rows each key finds among the credentials that are here. */
  readonly keys: readonly KeyReport[];
  /** What has to be asked of the platform before these counts are about the group; null: they are. */
  readonly toLookUp: ToLookUp | null;
  /** Whether all of the group was here when it was counted. */
  readonly ofWholeGroup: boolean;
  /** A header that is an e-mail or an id of the group; null: none is. */
  readonly valueInHeader: string | null;
}

/** What a sheet still needs of a group of which only a part is here. */
export type ToLookUp =
  | { readonly kind: 'look-up'; readonly values: number; readonly requests: number }
  /** What its rows are matched by cannot be looked up. */
  | { readonly kind: 'whole' };

/** The next thing to ask for. */
export type LookUpNeed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'look-up'; readonly lookUp: LookUp }
  | { readonly kind: 'whole' };

/** What a review needs besides the rows and credentials that the worker holds. */
export interface ReviewRequest {
  readonly assignment: Assignment;
  readonly customAttributes: readonly CustomAttributeKey[];
  readonly today: Day;
}

export type { Decision } from '../../review/corrections/decision';

/** The review as a whole, after each step of it. */
export interface ReviewState {
  /** Of another sheet than the last one that was reviewed; false for that one again or a corrected version of it. */
  readonly isOfAnotherSheet: boolean;
  readonly summary: ReviewSummary;
  readonly obstacles: readonly PlanObstacle[];
  /** What was decided in an earlier version of the sheet and still stands; null when nothing does. */
  readonly carriedOver: CarriedOverCounts | null;
  /** Whether there is a step to take back, or one that was taken back. */
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What the confirmation says. It is counted from the very changes that are sent. */
export interface PlanFacts {
  readonly changes: number;
  readonly creditsAtMost: number;
  readonly fields: readonly { readonly attribute: AttributeId; readonly count: number }[];
  readonly confirmedWarnings: readonly { readonly code: AlarmCode | WarningCode; readonly count: number }[];
  readonly rest: PlanRest;
}

/** An undo, opened like a file: the old values of a run's applied fields as a table, with its assignment. */
export interface OpenedUndo {
  /** Its number, by which it is taken. */
  readonly made: number;
  readonly table: OpenedTable;
  readonly assignment: Assignment;
  /** Values that somebody edited since the run: left as they are. */
  readonly editedSince: number;
  /** Values that a sheet cannot take back (added evidence, a value that may not be empty). */
  readonly cannot: number;
}

/** Decided conflicts, opened like a file: a sheet to review, or fields whose value is another one than was shown. */
export type OpenedDecision =
  | { readonly kind: 'moved'; readonly fields: readonly MovedField[] }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'sheet';
      readonly made: number;
      readonly table: OpenedTable;
      readonly assignment: Assignment;
    };

/**
 * What the sheet worker offers the panel. The rows and the credentials live in it and nowhere else; the panel gets counts
 * and the window that is seen. Every method may be called again at any time with other choices.
 */
export interface SheetContract {
  /** Takes a file and gives the beginning of its first sheet before it is opened; null when that is not to be had quickly. */
  look(bytes: ArrayBuffer, reading: Partial<TextReading>): Promise<FirstRows | null>;
  /** `bytes` null: the file that was looked at. */
  open(bytes: ArrayBuffer | null, reading: Partial<TextReading>): Promise<Result<OpenedFile, SheetProblem>>;
  /** `headerRow` null: find it; `NO_HEADER_ROW`: there is none. */
  chooseTable(sheet: number, headerRow: number | null): Result<OpenedTable, SheetProblem>;
  /** Reads columns of the table as one, these and no others, and describes what they give. */
  joinColumns(joins: readonly Join[]): readonly ColumnFacts[];
  /** The credentials of the group, in parts; `first` forgets those from before. They are all of it, unless `inPart` is said. */
  addCredentials(credentials: readonly Credential[], first: boolean): void;
  /** The group is still being read, or is larger than what came: who else is in it is looked up. */
  inPart(): void;
  /** All of it came, after all. */
  whole(): void;
  /** All who have one of these values came. */
  lookedUp(key: KeyAttributeId, values: readonly string[]): void;
  /** Those of these values that were not looked up yet. */
  notLookedUp(key: KeyAttributeId, values: readonly string[]): readonly string[];
  /** What a sheet needs next of a group that is here in part: the one under review with what was corrected in it. */
  nextLookUp(assignment: Assignment, customAttributes: readonly CustomAttributeKey[]): LookUpNeed;
  /** Those of these credentials that are not here. */
  notHeld(credentials: readonly CredentialId[]): readonly CredentialId[];
  /** Adds to credentials what only reading each of them tells, and takes away those that it shows to be gone. */
  addDetails(credentials: readonly Credential[], gone: readonly CredentialId[]): void;
  guess(customAttributes: readonly CustomAttributeKey[]): readonly Guess[];
  report(assignment: Assignment, customAttributes: readonly CustomAttributeKey[]): AssignmentReport;
  /** Matched credentials whose detail the assignment needs and nobody has read yet. */
  missingDetails(request: ReviewRequest): readonly CredentialId[];
  review(request: ReviewRequest): ReviewState;
  /** Key values that match nothing here, to be looked for in other groups. */
  toLocate(): readonly string[];
  addLocated(located: readonly Located[]): ReviewState;
  decide(decision: Decision): ReviewState;
  window(view: ReviewView, from: number, count: number): ReviewWindow;
  /** The position of the next row with an error or a warning in what `window` shows; null when there is none. */
  nextWith(view: ReviewView, severity: 'error' | 'warning', after: number): number | null;
  /** What find and replace would do; nothing is changed by asking. */
  previewReplace(replacement: Replacement): ReplacePreview;
  /** The credentials that a row's key finds, each with what the row would change on it. */
  candidates(row: number): readonly Candidate[];
  /** `goesOn`: with the run of the plan before; its results stay about the rows of that one. */
  makePlan(goesOn?: boolean): Result<PlanFacts, readonly PlanObstacle[]>;
  /** A part of the plan that was made last, in the order of the sheet. */
  changes(from: number, count: number): readonly Change[];
  /** The rows that were skipped because of errors when the plan was made; none when they are no longer here. */
  skippedRows(): readonly SkippedRow[];
  /** The admin's own rows with what became of each, as a file; null when the rows are no longer here. */
  results(
    results: readonly RowResult[],
    words: ResultWords,
    only: 'all' | 'failed',
    format?: ResultFormat,
  ): Promise<ArrayBuffer | null>;
  /** Rows of text as a file (XLSX unless said), in which no cell is a formula. */
  workbook(rows: readonly (readonly string[])[], format?: ResultFormat): Promise<ArrayBuffer>;
  /** Makes a sheet of the old values of a run's applied fields, to be taken; null when none can be taken back. */
  makeUndo(entries: readonly Entry[], customAttributes: readonly CustomAttributeKey[]): OpenedUndo | null;
  /** Makes a sheet of what was decided about the conflicts among the entries, to be taken. */
  makeDecided(
    entries: readonly Entry[],
    decided: readonly DecidedField[],
    moved: readonly MovedField[],
    customAttributes: readonly CustomAttributeKey[],
  ): OpenedDecision;
  /** Takes a sheet that was made as the one to review. Until then the one of before stays, for whoever goes back to it. */
  takeMade(made: number): void;
  /** Lets go of the last plan and of what it was made from: there are no results of its run any more. */
  forgetPlan(): void;
  /** Nothing of what was decided about the sheets before this one holds on: its run is over. */
  forgetDecisions(): void;
}
