import type { AttributeId } from '../../credential/attribute';
import type { CosmeticDifference } from '../../credential/cosmetic-difference';
import type { AlarmCode, FindingCode, Severity, WarningCode } from '../terms/finding';
import type { ReviewFrame } from '../single-row/review-frame';
import type { ReviewedCell, ReviewedRow } from '../terms/reviewed-row';
import type { RowColumns } from '../single-row/row-columns';
import type { CrossRow } from './cross-row';

/**
 * A whole sheet, matched, compared and judged. What every row says is in columns of numbers, so that 100,000 of them cost
 * little; a row is put into words when it is looked at (describe-rows.ts).
 */
export interface Review {
  readonly frame: ReviewFrame;
  readonly rows: RowColumns;
  readonly crossRow: CrossRow;
}

/** What the admin decided about kinds of findings; what is decided about rows is in the corrections. */
export interface Decisions {
  readonly skipErrors: boolean;
  readonly confirmed: ReadonlySet<WarningCode>;
  /** Alarms that were overruled by typing how many rows they are about. */
  readonly overruled: ReadonlySet<AlarmCode>;
}

/** A kind of finding with how many rows it is about. */
export interface FindingGroup {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Rows with it; for warnings only rows that are included, for errors and alarms all that are not left out. */
  readonly count: number;
  /** Of warnings: confirmed, of alarms: overruled by the admin, and the set behind it has not grown since. */
  readonly confirmed: boolean;
  /** For renewals: credits at most. For name changes: how many of each class. */
  readonly credits: number;
  readonly classes: Readonly<Record<string, number>>;
  /** The first row with it, in a line: what it is about, as the sheet and the platform have it. */
  readonly sample: FindingSample;
}

/** One row of many with a finding. `cell` null when it is about the row as a whole. */
export interface FindingSample {
  readonly row: number;
  readonly cell: ReviewedCell | null;
}

/** What the review shows as a whole. All counts are of rows. */
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
   * Changed rows per attribute, for the filters and the columns of the grid: attributes with something to tell, in the
   * order of the sheet. `excluded`: how many of their cells the admin leaves out, `isExcluded` when that is the column.
   */
  readonly attributes: readonly {
    readonly attribute: AttributeId;
    readonly changed: number;
    readonly excluded: number;
    readonly isExcluded: boolean;
  }[];
  readonly groups: readonly FindingGroup[];
  /** Rows with a value that a column's rule keeps from being written, and the columns that have such a rule. */
  readonly kept: { readonly count: number; readonly attributes: readonly AttributeId[] };
  /** Slight differences with the rows that have them, those that there are. `isCounted`: they are changes. */
  readonly slight: readonly {
    readonly slight: CosmeticDifference;
    readonly count: number;
    readonly isCounted: boolean;
  }[];
  /** What rows are matched by: one attribute, or two together. */
  readonly key: readonly AttributeId[];
}

/** Which rows the grid shows. */
export type ReviewFilter =
  | { readonly kind: 'changes' }
  | { readonly kind: 'errors' }
  | { readonly kind: 'attribute'; readonly attribute: AttributeId }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'excluded' }
  /** Rows in which the rule of a column keeps a value, those without a change too. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'finding'; readonly code: FindingCode }
  /** Every row of the sheet, unchanged ones too. */
  | { readonly kind: 'all' };

/** What the rows are sorted by; who they are about is by name. */
export interface ReviewSort {
  readonly by: 'row' | 'who' | AttributeId;
  readonly descending: boolean;
}

/** Which rows the grid shows, in which order; `sort` null is that of the sheet. */
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
}
