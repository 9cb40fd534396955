import type { RecodedText } from '../../assign/damage/recoding';
import type { UnreadableCode } from '../../assign/read/read-cell';
import type { AttributeId } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import type { Cell } from '../../sheet/cells/sheet';
import type { ReviewedCell } from './reviewed-row';

/** A cell that could not be read, with the reason. */
export interface UnreadableCell {
  readonly attribute: AttributeId;
  readonly code: UnreadableCode;
  /** The cell as written. */
  readonly text: string;
  /** The encodings between which it has words of the present value. */
  readonly recoded?: RecodedText;
}

/**
 * A key or group id of the row that is not the matched credential's, or a name or e-mail that is
 * not to be written and is somebody else's.
 */
export interface Disagreement {
  readonly attribute: AttributeId;
  /** The text of the sheet. */
  readonly text: string;
}

/** A changed text or name whose cell is no text in the file: a date, a number, a yes or no. */
export interface TypedCell {
  readonly attribute: AttributeId;
  readonly kind: Exclude<Cell['kind'], 'blank' | 'text' | 'error'>;
}

/** A row compared with its credential, before any rule has judged it. */
export interface RowDiff {
  readonly cells: readonly ReviewedCell[];
  /** The changed and cleared cells, as they are sent. */
  readonly fields: readonly FieldChange[];
  readonly unreadable: readonly UnreadableCell[];
  readonly typed: readonly TypedCell[];
  readonly disagreements: readonly Disagreement[];
  /** The new name is that of somebody else of the group. */
  readonly takesAnothersName: boolean;
  /**
   * A cell needs the credential's detail, which nobody has read yet: it is shown as `same` until
   * then.
   */
  readonly needsDetail: boolean;
  /** Fields that somebody changed on the platform since the download of the sheet. */
  readonly moved: readonly AttributeId[];
  /**
   * Differences that ask for nothing: countable ones, and values kept by a rule, as bits
   * (cosmetic-bits.ts).
   */
  readonly cosmetic: number;
}
