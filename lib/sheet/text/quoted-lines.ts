import { textOf, type Sheet, type Workbook } from '../cells/sheet';
import { fieldsOf, withLines } from './divided-lines';

const SAMPLE_ROWS = 300;
/** Share of the values of a column that make it one of a kind. */
const MOST = 0.8;
/** Kinds of value that prose has not: an e-mail, a link, an id or a date. */
const KINDS = [
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/u,
  /^https?:\/\/\S+$/iu,
  /^(?:\p{Lu}{1,4}-?)?\d+$/u,
  /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/u,
] as const;
const NO_KIND = -1;

/**
 * Divides single lines that a program put in quotes as a whole, among others that it did not. A
 * spreadsheet does so with lines that have quotes of their own. Such a line has as many fields as
 * the others, and its values are of the kinds of their columns; a note in quotes stays one cell.
 * The same sheet where there is no such line.
 *
 * Example, below "1,Ada,a@x.org": "2,""King, Bo"",b@x.org" in quotes -> 2 | King, Bo | b@x.org.
 * "As of May, June, July" in quotes -> one cell.
 */
export function withQuotedLines(sheet: Sheet, delimiter: string): Sheet {
  if (delimiter === '' || sheet.columnCount < 2) return sheet;
  const fieldCount = (row: number) => sheet.fieldCount?.(row) ?? sheet.width(row);
  const whole: number[] = [];
  for (let row = 1; row <= sheet.rowCount; row += 1)
    if (sheet.width(row) === 1 && fieldCount(row) === 1 && textOf(sheet.cell(row, 0)).includes(delimiter))
      whole.push(row);
  if (whole.length === 0) return sheet;
  const linesOf = new Map(whole.map((row) => [row, fieldsOf(textOf(sheet.cell(row, 0)), delimiter)]));
  const divided: (readonly string[])[] = [];
  for (let row = 1; row <= sheet.rowCount && divided.length < SAMPLE_ROWS; row += 1) {
    const count = fieldCount(row);
    if (count > 1) divided.push(Array.from({ length: count }, (_, at) => textOf(sheet.cell(row, at)).trim()));
  }
  const width = usualWidth(divided);
  const kinds = kindsOf(divided, width);
  const fits = (fields: readonly string[]) => fields.length === width && areOfKinds(fields, kinds);
  const lines = new Map([...linesOf].filter(([, fields]) => fits(fields)));
  return lines.size === 0 ? sheet : withLines(sheet, (row) => lines.get(row) ?? null);
}

/** Divides such lines in a workbook that was a text; any other one stays as it is. */
export function withLinesDivided(workbook: Workbook): Workbook {
  const { text, sheets } = workbook;
  if (text === null) return workbook;
  return { ...workbook, sheets: sheets.map((sheet) => withQuotedLines(sheet, text.delimiter)) };
}

/** The width that most rows have. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 0; // no row is divided
}

/** The kind of each column below the header; NO_KIND where it has none. */
function kindsOf([, ...rows]: readonly (readonly string[])[], width: number): readonly number[] {
  return Array.from({ length: width }, (_, column) => {
    const values = rows.map((fields) => fields[column] ?? '').filter((value) => value !== '');
    if (values.length === 0) return NO_KIND;
    return KINDS.findIndex(
      (kind) => values.filter((value) => kind.test(value)).length >= values.length * MOST,
    );
  });
}

/** Whether a value shows its kind, and none has another than its column. */
function areOfKinds(fields: readonly string[], kinds: readonly number[]): boolean {
  let shown = 0;
  for (const [column, field] of fields.entries()) {
    const kind = KINDS[kinds[column] ?? NO_KIND];
    const value = field.trim();
    if (kind === undefined || value === '') continue;
    if (!kind.test(value)) return false;
    shown += 1;
  }
  return shown > 0;
}
