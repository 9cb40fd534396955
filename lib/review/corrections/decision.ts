import type { AttributeId } from '../../credential/attribute';
import type { CredentialId } from '../../credential/ids';
import type { CosmeticDifference } from '../../credential/cosmetic-difference';
import type { AlarmCode, FindingCode, WarningCode } from '../terms/finding';
import type { Replacement } from './replace';
import type { ReviewView } from '../cross-row/review';

/** One decision of the admin in the review. Rows are meant by their numbers in the sheet. */
export type Decision =
  | { readonly kind: 'exclude'; readonly rows: readonly number[]; readonly excluded: boolean }
  /** All rows that a filter and search show. */
  | { readonly kind: 'exclude-shown'; readonly view: ReviewView; readonly excluded: boolean }
  | { readonly kind: 'exclude-finding'; readonly code: FindingCode }
  | {
      readonly kind: 'exclude-cell';
      readonly row: number;
      readonly attribute: AttributeId;
      readonly excluded: boolean;
    }
  | { readonly kind: 'exclude-column'; readonly attribute: AttributeId; readonly excluded: boolean }
  /** Another text in a cell, the key's too; "" empties it. */
  | { readonly kind: 'edit'; readonly row: number; readonly attribute: AttributeId; readonly text: string }
  /**
   * A block of cells over what `view` shows, from the row at a position on; attributes from left to right. `rows`: those that
   * were seen there, as far as is known. Where others are there by now, nothing is pasted.
   */
  | {
      readonly kind: 'paste';
      readonly view: ReviewView;
      readonly from: number;
      readonly rows: readonly number[];
      readonly attributes: readonly AttributeId[];
      readonly cells: readonly (readonly string[])[];
    }
  | { readonly kind: 'replace'; readonly replacement: Replacement }
  /** Which of several credentials is meant; null: undecided again. */
  | { readonly kind: 'choose'; readonly row: number; readonly credential: CredentialId | null }
  /** Whether differences in spaces only, or in the case of e-mails only, are changes. */
  | { readonly kind: 'count-slight'; readonly slight: CosmeticDifference; readonly counted: boolean }
  /** Nothing of what was decided in an earlier version of the sheet. */
  | { readonly kind: 'discard-carried-over' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'confirm'; readonly code: WarningCode; readonly confirmed: boolean }
  /** `rows`: the number that the admin typed; the alarm is overruled only when it is the number of its rows. */
  | { readonly kind: 'overrule'; readonly code: AlarmCode; readonly rows: number }
  | { readonly kind: 'skip-errors'; readonly skip: boolean };

/** A decision about the sheet, which can be undone; the others are about kinds of findings. */
export type CorrectingDecision = Exclude<
  Decision,
  { readonly kind: 'undo' | 'redo' | 'confirm' | 'overrule' | 'skip-errors' | 'discard-carried-over' }
>;
