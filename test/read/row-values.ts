import { assertNever } from '../../lib/assert-never';
import { textOf, type Cell, type Sheet } from '../../lib/sheet/cells/sheet';

const MOST_PLACES = 50_000_000;

/** The cells of a row as shown, "" where nothing is. */
export function textsOfRow(sheet: Sheet, row: number): readonly string[] {
  return cellsOfRow(sheet, row).map(textOf);
}

/**
 * The cells of a row as JSON values: null, text, number, true and false; `{ day }` (with `timeOfDay` where the cell has
 * one), `{ error }`, and `{ number, damaged: true }` for a number that has lost digits.
 */
export function valuesOfRow(sheet: Sheet, row: number): readonly unknown[] {
  return cellsOfRow(sheet, row).map(valueOf);
}

function cellsOfRow(sheet: Sheet, row: number): readonly Cell[] {
  const cells: Cell[] = [];
  // Every row as wide as the sheet, unless that would be the length of a library.
  const width = sheet.rowCount * sheet.columnCount <= MOST_PLACES ? sheet.columnCount : sheet.width(row);
  for (let column = 0; column < width; column += 1) cells.push(sheet.cell(row, column));
  return cells;
}

function valueOf(cell: Cell): unknown {
  switch (cell.kind) {
    case 'blank':
      return null;
    case 'text':
      return cell.text;
    case 'number':
      return cell.damaged ? { number: cell.value, damaged: true } : cell.value;
    case 'flag':
      return cell.value;
    case 'day':
      return cell.timeOfDay ? { day: cell.day, timeOfDay: true } : { day: cell.day };
    case 'error':
      return { error: cell.text };
    default:
      return assertNever(cell);
  }
}
