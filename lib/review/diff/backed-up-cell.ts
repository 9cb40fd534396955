import type { Attribute } from '../../credential/attribute';
import type { CredentialId } from '../../credential/ids';
import { textOf, type Cell } from '../../sheet/cells/sheet';
import type { ExportBase } from '../base/export-base';
import type { AssignedColumn } from '../match/sheet-columns';

/**
 * A cell of a backup that is as it was written, of a value that its run then changed
 * (docs/product.md 2.5): it asks for the old value back, sign by sign, and a blank one for none.
 * Null for any other cell, which is read as in any sheet: one that somebody edited, or of another
 * file.
 *
 * Old "Ada  King" (two spaces), written "Ada King" by the run: the cell asks for the two spaces.
 */
export function backedUpCell(
  cell: Cell,
  column: AssignedColumn,
  credential: CredentialId,
  base: ExportBase | null,
): { readonly cell: Cell; readonly column: AssignedColumn } | null {
  const { attribute, choice } = column;
  if (base?.isBackedUp?.(credential, attribute.id, textOf(cell)) !== true) return null;
  if (cell.kind === 'blank') return { cell, column: { ...column, choice: { ...choice, blank: 'clear' } } };
  if (cell.kind !== 'text' || !isText(attribute)) return null;
  return { cell: { ...cell, exact: true }, column };
}

/** Days and flags are read; a day of an account's own attribute may be any text. */
function isText({ kind, custom }: Attribute): boolean {
  return kind !== 'flag' && (kind !== 'day' || custom !== null);
}
