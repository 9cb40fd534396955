import type { AttributeId } from '../../credential/attribute';
import type { Finding } from '../finding';
import type { JudgedRow } from '../review';
import { warningAt } from '../row-in-hand';

/** Fewer rows than this an admin reads one by one. */
const AT_LEAST = 20;
/** Share of the matched rows beyond which the whole column may be the wrong one. */
const MORE_THAN = 0.5;

/**
 * An attribute that changes in more than half of the matched rows, and in 20 or more: often the very purpose of the
 * sheet, sometimes a column assigned to the wrong attribute or from another group. `matchedRows` are the rows that were
 * matched to one credential, unchanged ones included; only rows that would be updated count as changing.
 */
export function manyChanges(rows: readonly JudgedRow[], matchedRows: number): readonly Finding[] {
  const rowsOf = new Map<AttributeId, number[]>();
  for (const { row, change } of rows)
    for (const { attribute } of change?.fields ?? []) {
      const same = rowsOf.get(attribute);
      if (same) same.push(row);
      else rowsOf.set(attribute, [row]);
    }
  return [...rowsOf]
    .filter(([, changed]) => changed.length >= AT_LEAST && changed.length > matchedRows * MORE_THAN)
    .flatMap(([attribute, changed]) =>
      changed.map((row) => warningAt(row, 'many-changes', attribute, { count: changed.length })),
    );
}
