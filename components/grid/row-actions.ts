import type { AttributeId } from '../../lib/credential/attribute';

/** Actions in a row. Columns are counted from the recipient's, which is 0; attributes follow. */
export interface RowActions {
  readonly toggle: () => void;
  readonly activate: (column: number) => void;
  readonly edit: (column: number) => void;
  /** The text that was typed in a cell. */
  readonly take: (attribute: AttributeId, text: string) => void;
  /** Leaves a cell out, or takes it in again. */
  readonly toggleCell: (attribute: AttributeId) => void;
  readonly endEdit: () => void;
  readonly choose: () => void;
}
