import type { AttributeId } from '../../credential/attribute';
import type { CredentialId } from '../../credential/ids';
import type { CountableDifference } from '../terms/countable-difference';
import type { AlarmCode, FindingCode, MendableCode, WarningCode } from '../terms/finding';
import type { ShapeKey } from '../similarity/change-shape';
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
  /** The cells of all changes of one shape, in the rows that are sent. */
  | {
      readonly kind: 'exclude-shape';
      readonly code: FindingCode;
      readonly attribute: AttributeId;
      readonly key: ShapeKey;
    }
  | { readonly kind: 'exclude-column'; readonly attribute: AttributeId; readonly excluded: boolean }
  /** Another text in a cell, the key's too; "" empties it. */
  | { readonly kind: 'edit'; readonly row: number; readonly attribute: AttributeId; readonly text: string }
  /**
   * Pastes a block of cells over the rows that `view` shows, from the row at a position on;
   * attributes from left to right. `rows`: the rows that were seen there, as far as they are known.
   * Nothing is pasted where other rows are there by now.
   */
  | {
      readonly kind: 'paste';
      readonly view: ReviewView;
      readonly from: number;
      readonly rows: readonly number[];
      readonly attributes: readonly AttributeId[];
      readonly cells: readonly (readonly string[])[];
    }
  /** Corrects all cells with a kind of finding, as the finding offers. */
  | { readonly kind: 'mend'; readonly code: MendableCode }
  | { readonly kind: 'replace'; readonly replacement: Replacement }
  /** Chooses one of several credentials; null: undecided again. */
  | { readonly kind: 'choose'; readonly row: number; readonly credential: CredentialId | null }
  /** Whether differences in spaces only, or in the case of e-mails only, are changes. */
  | { readonly kind: 'count-cosmetic'; readonly cosmetic: CountableDifference; readonly counted: boolean }
  /** Discards everything that was decided in an earlier version of the sheet. */
  | { readonly kind: 'discard-carried-over' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'confirm'; readonly code: WarningCode; readonly confirmed: boolean }
  /**
   * `rows`: the number that the admin typed; the alarm is overruled only when it is the number of
   * its rows.
   */
  | { readonly kind: 'overrule'; readonly code: AlarmCode; readonly rows: number }
  | { readonly kind: 'skip-errors'; readonly skip: boolean };

/** A decision about the sheet, which can be undone. The others are about kinds of findings. */
export type CorrectingDecision = Exclude<
  Decision,
  { readonly kind: 'undo' | 'redo' | 'confirm' | 'overrule' | 'skip-errors' | 'discard-carried-over' }
>;
