import type { AttributeId } from '../../credential/attribute';
import type { Finding } from '../finding';
import { CHANGED, CLEARED, UPDATE, type RowColumns } from '../row-columns';
import { warningAt } from '../row-in-hand';

/** Fewer rows than this an admin reads one by one. */
const AT_LEAST = 20;
/** Share of the matched rows beyond which the whole column may be the wrong one. */
const MORE_THAN = 0.5;

/**
 * Attributes (their places) that change in more than half of the matched rows, and in 20 or more: often the very purpose
 * of the sheet, sometimes a column assigned to the wrong attribute or from another group. `matchedRows` are the rows that
 * were matched to one credential, unchanged ones included; only rows that would be updated count as changing. Gives how
 * many rows change each, and calls `mark` for every such row.
 */
export function markManyChanges(
  { outcomes }: RowColumns,
  status: Uint8Array,
  isAlike: Uint8Array,
  attributes: number,
  matchedRows: number,
  mark: (index: number) => void,
): ReadonlyMap<number, number> {
  const counts = new Int32Array(attributes);
  const isChanging = (index: number) => status[index] === UPDATE && isAlike[index] === 0;
  const isChange = (outcome: number | undefined) => outcome === CHANGED || outcome === CLEARED;
  for (let index = 0; index < status.length; index += 1) {
    if (!isChanging(index)) continue;
    const first = index * attributes;
    for (let place = 0; place < attributes; place += 1)
      if (isChange(outcomes[first + place])) counts[place] = (counts[place] ?? 0) + 1;
  }
  const many = [...counts.entries()].filter(
    ([, count]) => count >= AT_LEAST && count > matchedRows * MORE_THAN,
  );
  for (const [place] of many)
    for (let index = 0; index < status.length; index += 1)
      if (isChanging(index) && isChange(outcomes[index * attributes + place])) mark(index);
  return new Map(many);
}

/** The warning of a cell: how many rows change the attribute. */
export const manyChanges = (row: number, attribute: AttributeId, count: number): Finding =>
  warningAt(row, 'many-changes', attribute, { count });
