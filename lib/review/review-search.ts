import { valueOf } from '../credential/value-of';
import { textOf } from '../sheet/sheet';
import { compareCell } from './compare-cell';
import type { Review } from './review';
import type { AssignedColumn } from './sheet-columns';

/**
 * Tells of the row at a place whether a text is in it, without case: in the name, e-mail and id of its credential, its
 * key, its row number, the present values, and what its changed cells say. `search` is not empty.
 */
export function searcher({ frame, rows }: Review, search: string): (place: number) => boolean {
  const { input, columns, attributes } = frame;
  const { table, credentials } = input;
  const has = finderOf(search);
  const assigned = [
    ...columns.fields,
    ...columns.checks,
    ...columns.evidence.flatMap(({ url, description }) => [url, description].filter((of) => of !== null)),
  ].map((column) => ({ column, at: frame.placeOf.get(column.attribute.id) ?? 0 }));
  const shown = (column: AssignedColumn, row: number, present: ReturnType<typeof valueOf>) => {
    const cell = table.cell(row, column.column);
    if (has(textOf(cell))) return true;
    // A day is shown as the platform writes it, however the sheet does.
    if (column.attribute.kind !== 'day') return false;
    const { after } = compareCell(cell, column, present).cell;
    return typeof after === 'string' && has(after);
  };
  const isInKey = (row: number) => columns.key.some(({ column }) => has(textOf(table.cell(row, column))));
  return (place) => {
    const row = table.rows[place] ?? 0;
    if (String(row) === search || isInKey(row)) return true;
    const credential = credentials[rows.position[place] ?? -1];
    if (credential === undefined)
      return [columns.nameColumn, columns.emailColumn].some(
        (column) => column !== null && has(textOf(table.cell(row, column))),
      );
    const { id, recipientName, recipientEmail } = credential;
    if (id === search || (recipientName !== null && has(recipientName))) return true;
    if (recipientEmail !== null && has(recipientEmail)) return true;
    for (const { column, at } of assigned) {
      const present = valueOf(credential, column.attribute.id);
      if (typeof present === 'string' && has(present)) return true;
      if (rows.outcomes[place * attributes.length + at] !== 0 && shown(column, row, present)) return true;
    }
    return false;
  };
}

/** Whether a text holds another, without case. A pattern spares the million small copies that changing the case makes. */
function finderOf(search: string): (text: string) => boolean {
  const pattern = new RegExp(search.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`), 'iu');
  return (text) => pattern.test(text);
}
