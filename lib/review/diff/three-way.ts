import { readCell } from '../../assign/read/read-cell';
import type { Credential } from '../../credential/credential';
import type { Value } from '../../credential/value';
import type { Cell } from '../../sheet/cells/sheet';
import type { ExportBase, ExportedCell } from '../base/export-base';
import { wordingOf, wordingsOfCell } from '../base/wordings';
import type { AssignedColumn } from '../match/sheet-columns';
import type { ComparedCell } from './compare-cell';

/**
 * The verdict on a cell that differs from the platform, by what was exported (docs/product.md 3):
 * - `edited`: the admin changed it, and the platform has what was exported. A change.
 * - `not-edited`: it is as it was exported, and the platform has moved on. Nobody asks for it.
 * - `both`: the admin changed it, and so did somebody on the platform. A conflict.
 * - `same`: all three mean the same, and only a program wrote the cell otherwise.
 */
export type ThreeWay = 'edited' | 'not-edited' | 'both' | 'same';

/**
 * Judges a cell by three values. `mine`: the wordings that the cell may stand for. `theirs`: that
 * of the platform now. `exported` null: the cell was not exported, so any difference is an edit.
 *
 * Examples (exported / cell / platform): A / A / B -> not-edited. A / B / A -> edited. A / B / C ->
 * both. 95 / 95.00 as a number / 95 -> same.
 */
export function threeWay(exported: ExportedCell | null, mine: readonly string[], theirs: string): ThreeWay {
  if (exported === null) return 'edited';
  const isMoved = !exported.is(theirs);
  if (mine.some((wording) => exported.is(wording))) return isMoved ? 'not-edited' : 'same';
  return isMoved ? 'both' : 'edited';
}

/**
 * Judges a cell that differs from the platform. A text that the admin typed in the review is an
 * edit, also where it is what was exported.
 */
export function threeWayOfCell(
  cell: Cell,
  { attribute, choice }: AssignedColumn,
  credential: Credential,
  before: Value,
  base: ExportBase,
): ThreeWay {
  const exported = base.cellOf(credential.id, attribute.id);
  if (exported === null) return 'edited';
  // A value of a backup as well, where the run has changed no more than spaces or letter case.
  const isEdit = cell.kind === 'text' && (cell.typed === true || cell.exact === true);
  const mine = isEdit ? [] : wordingsOfCell(cell, attribute, readCell(cell, attribute, choice));
  return threeWay(exported, mine, wordingOf(attribute, before));
}

/**
 * The comparison with the platform as the export has it. A cell that was not edited is kept as the
 * platform has it, unless the admin counts it (`not-edited`).
 */
export function withExport(
  compared: ComparedCell,
  verdict: ThreeWay,
  { counted }: AssignedColumn,
): ComparedCell {
  const { cell } = compared;
  if (verdict === 'same')
    return { cell: { ...cell, after: cell.before, outcome: 'same' }, code: null, cosmetic: null };
  if (verdict !== 'not-edited') return compared;
  if (counted.has('not-edited')) return { ...compared, cosmetic: 'not-edited' };
  return {
    cell: { ...cell, after: cell.before, outcome: 'kept-because-not-edited' },
    code: null,
    cosmetic: 'not-edited',
  };
}

/** Whether a cell differs from the platform, and not only cosmetically. */
export function isDifferent({ cell: { outcome }, cosmetic }: ComparedCell): boolean {
  return cosmetic === null && (outcome === 'changed' || outcome === 'cleared' || outcome === 'unreadable');
}
