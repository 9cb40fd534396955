import type { AttributeId, KeyAttributeId } from '../credential/attribute';
import type { Change } from '../credential/change';
import type { CredentialId } from '../credential/ids';
import type { Value } from '../credential/value';
import type { AlarmCode, Finding, FindingCode, Severity, WarningCode } from './finding';

/** One cell of the review: what is there, what the sheet wants, and what becomes of it. */
export interface ReviewedCell {
  readonly attribute: AttributeId;
  readonly before: Value;
  /** What the sheet wants; equals `before` unless `outcome` is `changed` or `cleared`. */
  readonly after: Value;
  /** The cell as written, when it could not be read. */
  readonly written: string | null;
  readonly outcome: 'same' | 'changed' | 'cleared' | 'kept-because-blank' | 'unreadable';
}

/** One row of the sheet, matched, compared and judged. */
export interface ReviewedRow {
  readonly row: number;
  readonly credential: CredentialId | null;
  readonly who: { readonly name: string | null; readonly email: string | null; readonly key: string };
  readonly status: 'unchanged' | 'update' | 'error' | 'not-matched';
  readonly cells: readonly ReviewedCell[];
  readonly findings: readonly Finding[];
  readonly credits: 0 | 1;
  /** False when the admin left the row out (or it cannot be updated). */
  readonly included: boolean;
}

/** A reviewed row before anybody decided about it, with the very change that is sent when it is included. */
export interface JudgedRow extends Omit<ReviewedRow, 'included'> {
  /** Set for a row of status `update` and for no other. */
  readonly change: Change | null;
}

/**
 * A whole sheet, matched, compared and judged. Only rows with something to say are objects; unchanged ones are a number,
 * so that 100,000 of them cost nothing.
 */
export interface Review {
  readonly key: KeyAttributeId;
  /** Data rows of the sheet. */
  readonly rows: number;
  /** Rows that would change nothing, `repeatedAlike` among them. */
  readonly unchanged: number;
  /** Rows that say the same of a credential as a row above them, which is the one that counts. */
  readonly repeatedAlike: readonly number[];
  /** Rows with a change or an error, in the order of the sheet. */
  readonly told: readonly JudgedRow[];
  /** Credentials that a row was matched to, each once, in the order of the sheet. */
  readonly matched: readonly CredentialId[];
  /** Matched credentials with a cell that can only be compared once they were read whole. */
  readonly missingDetails: readonly CredentialId[];
  /** Distinct key texts that match nothing in the group. */
  readonly unmatchedKeys: readonly string[];
}

/** What the admin decided; kept by credential and by code, never by position. */
export interface Decisions {
  readonly leftOut: ReadonlySet<CredentialId>;
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
  readonly leftOut: number;
  readonly creditsAtMost: number;
  /** Changed rows per attribute, for the filters and the columns of the grid; only attributes with a change or an error. */
  readonly attributes: readonly { readonly attribute: AttributeId; readonly changed: number }[];
  readonly groups: readonly FindingGroup[];
  readonly key: KeyAttributeId;
}

/** Which rows the grid shows. */
export type ReviewFilter =
  | { readonly kind: 'changes' }
  | { readonly kind: 'errors' }
  | { readonly kind: 'attribute'; readonly attribute: AttributeId }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'finding'; readonly code: FindingCode };

/** A window of the grid. `total` is how many rows the filter and search leave. */
export interface ReviewWindow {
  readonly from: number;
  readonly total: number;
  readonly rows: readonly ReviewedRow[];
}
