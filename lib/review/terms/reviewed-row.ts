import type { RuleBranch } from '../../assign/value-rule/apply-rule';
import type { AttributeId } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import type { CredentialId } from '../../credential/ids';
import type { Value } from '../../credential/value';
import type { Finding } from './finding';

/** One cell of the review: the present value, the value of the sheet, and the outcome. */
export interface ReviewedCell {
  readonly attribute: AttributeId;
  readonly before: Value;
  /**
   * The value of the sheet; equals `before` unless `outcome` is `changed`, `cleared` or `excluded`.
   */
  readonly after: Value;
  /** The cell as written and its column tidied, or as the admin has corrected it. */
  readonly text: string;
  readonly outcome: CellOutcome;
  /** The way that the value rule of the attribute took; missing where its value is from a cell. */
  readonly branch?: RuleBranch;
}

/**
 * The outcome of a comparison. `kept-because-filled` and `-never`: the cell differs, and its column
 * only fills what is empty, or never changes a value (docs/product.md 2.3). `-not-edited`: it is as
 * it was downloaded, and the platform has moved on (docs/product.md 3).
 */
export type CellOutcome =
  | 'same'
  | 'changed'
  | 'cleared'
  | 'unreadable'
  | 'excluded'
  | 'kept-because-blank'
  | 'kept-because-filled'
  | 'kept-because-never'
  /** A value rule keeps the present value; `branch` says why. */
  | 'kept-by-value-rule'
  | 'kept-because-not-edited';

/** Whether the rule of the column keeps a value from being written. */
export function isKeptByRule(outcome: CellOutcome): boolean {
  return (
    outcome === 'kept-because-filled' || outcome === 'kept-because-never' || outcome === 'kept-by-value-rule'
  );
}

/** Whether a cell has to be reported: it changes something, cannot be read, or is excluded. */
export function asksFor(outcome: CellOutcome): boolean {
  const isKept = outcome === 'kept-because-blank' || outcome === 'kept-because-not-edited';
  return outcome !== 'same' && !isKept && !isKeptByRule(outcome);
}

/** One row of the sheet, matched, compared and judged. */
export interface ReviewedRow {
  readonly row: number;
  readonly credential: CredentialId | null;
  /** `key`: the key as the sheet has it; two texts where it is two columns. */
  readonly who: {
    readonly name: string | null;
    readonly email: string | null;
    readonly key: readonly string[];
  };
  readonly status: 'unchanged' | 'update' | 'error' | 'not-matched';
  readonly cells: readonly ReviewedCell[];
  readonly findings: readonly Finding[];
  readonly credits: 0 | 1;
  /** Whether it is sent: false when the admin excludes it, or it cannot be updated. */
  readonly included: boolean;
  readonly excluded: boolean;
  /** Attributes whose cell the admin has typed. */
  readonly edited: readonly AttributeId[];
}

/** Whether a row cannot be updated as it is. */
export function isWrong({ status }: Pick<ReviewedRow, 'status'>): boolean {
  return status === 'error' || status === 'not-matched';
}

/**
 * A reviewed row before any decision about it, with the very change that is sent when it is
 * included.
 */
export interface JudgedRow extends Omit<ReviewedRow, 'included' | 'excluded' | 'edited'> {
  /** Set for a row of status `update` and for no other. */
  readonly change: Change | null;
}
