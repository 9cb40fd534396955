import { assertNever } from '../../lib/assert-never';
import { textOf, type Cell, type Sheet } from '../../lib/sheet/cells/sheet';

const MOST_PLACES = 50_000_000;

/** Shown texts of a row, "" for blank cells. */
export function textsOfRow(sheet: Sheet, row: number): readonly string[] {
  return cellsOfRow(sheet, row).map(textOf);
}

/**
 * Cells of a row as JSON: null, text, number, true and false; `{ day }` (with `timeOfDay`), `{
 * error }`, and `{ number, damaged: true }` for a number that has lost digits.
 */
export function valuesOfRow(sheet: Sheet, row: number): readonly unknown[] {
  return cellsOfRow(sheet, row).map(valueOf);
}

function cellsOfRow(sheet: Sheet, row: number): readonly Cell[] {
  const cells: Cell[] = [];
  // Pads rows to the width of the sheet, unless that makes the output huge.
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
