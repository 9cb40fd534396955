import { likelierText } from '../../assign/damage/likelier-text';
import { recoded, recodingBetween, type RecodedText, type Recoding } from '../../assign/damage/recoding';
import type { Cell } from '../../sheet/cells/sheet';
import type { ComparedCell } from './compare-cell';
import type { Group } from '../group/group';
import type { AssignedColumn } from '../match/sheet-columns';

/**
 * Tells whether a changed text is the present one, saved in one encoding of a single byte and read
 * as another one; null where it is not. The letters that come of it are plain
 * western ones, so the new text alone does not show it.
 *
 * Present "Erdoğan", new "Erdoðan" -> the present one is meant. Present "Joăo" in a group of such
 * names, new "João" -> null: the sheet repairs what was damaged before. What the admin typed is
 * meant.
 */
export function recodedCell(
  cell: Cell,
  { attribute: { kind } }: AssignedColumn,
  { cell: { before, outcome }, code }: ComparedCell,
  group: Group,
): RecodedText | null {
  if (cell.kind !== 'text' || cell.typed === true || (kind !== 'name' && kind !== 'text')) return null;
  if (outcome !== 'changed' && code !== 'damaged-text') return null;
  if (typeof before !== 'string') return null;
  // The text as it is written: a no-break space, which cleaning makes a space, may be a letter of
  // another encoding.
  const found = recodingBetween(before, cell.text);
  if (found === null) return null;
  return code === 'damaged-text' || !isMended(before, found.recoding, group) ? found : null;
}

/** Tells whether the present text is the damaged one, by the whole group or by its letters. */
function isMended(present: string, recoding: Recoding, group: Group): boolean {
  const which = group.whichIsRecoded(recoding);
  if (which !== null) return which === 'group';
  const other = recoded(present, recoding);
  return other !== null && likelierText(present, other) === 'other';
}
