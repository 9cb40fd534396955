import type { AttributeId } from '../../credential/attribute';
import type { Value } from '../../credential/value';
import type { CountableDifference } from '../terms/countable-difference';
import type {
  AlarmCode,
  CodeWithSeverity,
  FindingCode,
  MeantCode,
  ShiftedDaysCode,
  WarningCode,
} from '../terms/finding';
import type { Shape, ShapeKey } from '../similarity/change-shape';
import type { ReviewFrame } from '../single-row/review-frame';
import type { ReviewedCell, ReviewedRow } from '../terms/reviewed-row';
import type { RowColumns } from '../single-row/row-columns';
import type { CrossRow } from './cross-row';

/**
 * A whole sheet, matched, compared and judged. The verdicts are columns of numbers, so that 100,000
 * rows cost little; a row is described in words when it is looked at (describe-rows.ts).
 */
export interface Review {
  readonly frame: ReviewFrame;
  readonly rows: RowColumns;
  readonly crossRow: CrossRow;
}

/** The admin's decisions about kinds of findings; those about rows are in the corrections. */
export interface Decisions {
  readonly skipErrors: boolean;
  readonly confirmed: ReadonlySet<WarningCode>;
  /** Alarms that were overruled by typing how many rows they are about. */
  readonly overruled: ReadonlySet<AlarmCode>;
}

/** A kind of finding with how many rows it is about. */
export type FindingGroup = CodeWithSeverity & FindingGroupCounts;

interface FindingGroupCounts {
  /**
   * Rows with it: for warnings rows that are sent, for errors and alarms all that are not excluded.
   */
  readonly count: number;
  /** The admin confirmed the warning, or overruled the alarm, and no other row has it since. */
  readonly confirmed: boolean;
  /** The kind again, where it offers one correction for all of its cells; else null. */
  readonly mend: ShiftedDaysCode | null;
  /** Credits at most that the rows cost; 0 for kinds that cost none. */
  readonly credits: number;
  /** Rows of each class of a name or e-mail change; empty for other kinds. */
  readonly classes: Readonly<Record<string, number>>;
  /** The first row with it, as an example. */
  readonly sample: FindingSample;
  /**
   * A cell whose meant text is certain, as an example of all that can be corrected at once; null:
   * none can.
   */
  readonly meant: { readonly code: MeantCode; readonly text: string; readonly meant: string } | null;
}

/** One row of many with a finding. `cell` null when it is about the row as a whole. */
export interface FindingSample {
  readonly row: number;
  readonly cell: ReviewedCell | null;
}

/** The review as a whole. All counts are of rows. */
export interface ReviewSummary {
  readonly rows: number;
  readonly unchanged: number;
  /** Rows that will be sent if the admin goes on now (included, changed, without error). */
  readonly toUpdate: number;
  readonly withWarnings: number;
  readonly withErrors: number;
  /** Errors that are matched to nothing: `no-match` and `other-group`. A part of `withErrors`. */
  readonly notMatched: number;
  readonly excluded: number;
  readonly creditsAtMost: number;
  /**
   * Changed rows per attribute, for the filters and the columns of the grid: attributes with
   * something to report, in the order of the sheet. `cleared`: the changed ones whose value goes
   * away. `excluded`: how many of their cells the admin excludes. `isExcluded`: the admin excludes
   * the whole column. `shown`: the rows that its filter shows, also those that are not sent.
   */
  readonly attributes: readonly {
    readonly attribute: AttributeId;
    readonly changed: number;
    readonly cleared: number;
    readonly excluded: number;
    readonly isExcluded: boolean;
    readonly shown: number;
  }[];
  /**
   * Rows that these filters show. A row with an error may be excluded as well, and is no change; a
   * row that is sent may have an excluded cell.
   */
  readonly shown: { readonly changes: number; readonly cleared: number; readonly excluded: number };
  readonly groups: readonly FindingGroup[];
  /**
   * Rows with a value that a column's rule keeps from being written, and the columns that have such
   * a rule.
   */
  readonly kept: { readonly count: number; readonly attributes: readonly AttributeId[] };
  /**
   * Rows with a value that changed on the platform since the download of the sheet, and the columns
   * of those that the admin did not edit.
   */
  readonly moved: { readonly count: number; readonly attributes: readonly AttributeId[] };
  /**
   * Countable differences that occur, with the rows that have them. `isCounted`: they are changes.
   */
  readonly cosmetic: readonly {
    readonly cosmetic: CountableDifference;
    readonly count: number;
    readonly isCounted: boolean;
  }[];
  /** The attribute that rows are matched by, or two as a pair. */
  readonly key: readonly AttributeId[];
}

/** Changes of one attribute that have the same shape, with the first of them as examples. */
export interface ShapeGroup {
  readonly attribute: AttributeId;
  readonly key: ShapeKey;
  readonly shape: Shape;
  readonly count: number;
  readonly samples: readonly { readonly row: number; readonly before: Value; readonly after: Value }[];
}

/** A filter over the rows that the grid shows. */
export type ReviewFilter =
  | { readonly kind: 'changes' }
  | { readonly kind: 'errors' }
  | { readonly kind: 'attribute'; readonly attribute: AttributeId }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'excluded' }
  /** Rows in which the rule of a column keeps a value, rows without a change included. */
  | { readonly kind: 'kept' }
  /**
   * Rows with a value that changed on the platform since the download of the sheet, rows without a
   * change included.
   */
  | { readonly kind: 'moved' }
  | { readonly kind: 'finding'; readonly code: FindingCode }
  /** Changes of one shape among those with a kind of finding. */
  | {
      readonly kind: 'shape';
      readonly code: FindingCode;
      readonly attribute: AttributeId;
      readonly key: ShapeKey;
    }
  /** Every row of the sheet, unchanged ones included. */
  | { readonly kind: 'all' };

/** The order of the rows. `who`: by the name of the recipient. */
export interface ReviewSort {
  readonly by: 'row' | 'who' | AttributeId;
  readonly descending: boolean;
}

/** The rows that the grid shows, in their order; `sort` null is that of the sheet. */
export interface ReviewView {
  readonly filter: ReviewFilter;
  readonly search: string;
  readonly sort: ReviewSort | null;
}

/** A window of the grid. `total` is how many rows the filter and search leave. */
export interface ReviewWindow {
  readonly from: number;
  readonly total: number;
  readonly rows: readonly ReviewedRow[];
  /** Numbers of those of its rows that were looked at. */
  readonly viewed: ReadonlySet<number>;
}
