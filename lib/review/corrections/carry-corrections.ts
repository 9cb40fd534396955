import { NO_CORRECTION, type Corrections, type RowCorrection } from './corrections';
import { textOf } from '../../sheet/cells/sheet';
import { columnOf } from './corrected-input';
import type { WrittenSheet } from '../group/review-input';
import { rowNames } from '../match/row-names';

/** Corrections by the names of their rows, for any sheet that has these rows again. */
export interface NamedCorrections {
  readonly rows: ReadonlyMap<string, RowCorrection>;
  readonly columns: Corrections['columns'];
  readonly counted: Corrections['counted'];
}

/**
 * Gives the corrections of a sheet by the names of their rows (row-names.ts), together with those
 * of earlier sheets about rows that this sheet does not have. `written`: the sheet without
 * corrections, with the assignment under which they were made.
 */
export function nameCorrections(
  written: WrittenSheet,
  corrections: Corrections,
  earlier: NamedCorrections | null,
): NamedCorrections {
  if (corrections.rows.size === 0 && earlier === null) return { ...corrections, rows: new Map() };
  const rows = new Map(earlier?.rows); // none before
  for (const [row, name] of rowNames(written)) {
    const correction = corrections.rows.get(row) ?? NO_CORRECTION;
    if (correction === NO_CORRECTION) rows.delete(name);
    else rows.set(name, correction);
  }
  return { ...corrections, rows };
}

/**
 * Finds the corrections of the rows of a sheet. An edit holds where the cell still has the text
 * that was corrected: a file with another text there is newer than the edit.
 *
 * "A" was corrected to "B"; the new file has "A" -> the edit holds; the new file has "C" -> it
 * goes.
 */
export function placeCorrections(written: WrittenSheet, named: NamedCorrections): Corrections {
  if (named.rows.size === 0) return { ...named, rows: new Map() };
  const rows = new Map<number, RowCorrection>();
  for (const [row, name] of rowNames(written)) {
    const correction = named.rows.get(name);
    if (correction !== undefined) rows.set(row, withEditsThatHold(written, row, correction));
  }
  return { ...named, rows };
}

/**
 * A correction of a row (its number) without the edits of cells that have another text in the sheet
 * now.
 */
export function withEditsThatHold(
  { table, assignment }: WrittenSheet,
  row: number,
  correction: RowCorrection,
): RowCorrection {
  const edits = [...correction.edits].filter(([attribute, { written }]) => {
    const column = columnOf(assignment, attribute);
    return column === null || textOf(table.cell(row, column)) === written;
  });
  return edits.length === correction.edits.size ? correction : { ...correction, edits: new Map(edits) };
}
