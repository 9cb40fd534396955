import { textOf, type Sheet, type TextReading } from '../cells/sheet';
import { delimiterOfLines } from './text-delimiter';
import { splitRecords } from './split-records';
import { textCell } from './text-sheet';

const SAMPLE_ROWS = 200;
/** Column, from 0, up to which the single one may stand. */
const LAST_COLUMN = 3;
const ONE_LINE = { records: 2, characters: Infinity };

/** A sheet whose lines were divided into columns, by this delimiter. */
export interface DividedSheet {
  readonly sheet: Sheet;
  readonly delimiter: TextReading['delimiter'];
}

/**
 * Divides a sheet that has delimited text in a single column: a CSV that was pasted into column A,
 * or whose lines are each in quotes. Null for any other sheet, for a column of prose ("King, Ada"),
 * and for the record of a download. Rows keep their numbers.
 *
 * @param chosen the delimiter that the admin chose; "" divides nothing
 */
export function dividedLines(sheet: Sheet, chosen?: TextReading['delimiter']): DividedSheet | null {
  const column = sheet.columnCount - 1;
  if (chosen === '' || sheet.rowCount === 0 || column > LAST_COLUMN) return null;
  const lines: string[] = [];
  for (let row = 1; row <= sheet.rowCount && lines.length < SAMPLE_ROWS; row += 1) {
    if (sheet.width(row) === 0) continue;
    for (let before = 0; before < column; before += 1) {
      if (sheet.cell(row, before).kind !== 'blank') return null;
    }
    const cell = sheet.cell(row, column);
    // A line of the record of a download (docs/product.md 3) has commas of its own.
    if (cell.kind === 'text' && !/^\s*uc-\w+ \d/.test(cell.text)) lines.push(cell.text);
    else if (cell.kind !== 'blank') return null;
  }
  const delimiter = delimiterOfLines(lines, chosen);
  if (delimiter === null) return null;
  return {
    sheet: withLines(sheet, (row) => fieldsOf(textOf(sheet.cell(row, column)), delimiter)),
    delimiter,
  };
}

/**
 * The fields of a line. One with a line break outside of quotes stays whole, so that nothing of it
 * is lost.
 */
export function fieldsOf(line: string, delimiter: string): readonly string[] {
  const [fields, more] = splitRecords(line, delimiter, ONE_LINE);
  return fields === undefined || more !== undefined ? [line] : fields;
}

/**
 * A sheet with the fields of some rows in the place of their cells. `fieldsAt` is null for others.
 */
export function withLines(sheet: Sheet, fieldsAt: (row: number) => readonly string[] | null): Sheet {
  // Cells are asked for row by row, so one row is kept.
  let kept: { readonly row: number; readonly fields: readonly string[] | null } = { row: 0, fields: null };
  const fields = (row: number) => {
    if (row < 1 || row > sheet.rowCount) return null;
    if (kept.row !== row) kept = { row, fields: fieldsAt(row) };
    return kept.fields;
  };
  const width = (row: number) => fields(row)?.findLastIndex((field) => field !== '') ?? sheet.width(row) - 1;
  let columnCount = 0;
  let divided = 0;
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    columnCount = Math.max(columnCount, width(row) + 1);
    if ((fields(row)?.length ?? 0) > 1) divided += 1;
  }
  return {
    ...sheet,
    columnCount,
    notes: [...sheet.notes, { code: 'divided-lines', count: divided }],
    width: (row) => width(row) + 1,
    fieldCount: (row) => fields(row)?.length ?? sheet.fieldCount?.(row) ?? sheet.width(row),
    cell: (row, column) => {
      const line = fields(row);
      return line === null ? sheet.cell(row, column) : textCell(line[column] ?? '');
    },
  };
}
