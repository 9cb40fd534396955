import { recordsOf, type Records } from '../cells/records';
import type { Cell, Sheet } from '../cells/sheet';

const BLANK: Cell = { kind: 'blank' };

/** `="00123"`: CRM exports keep leading zeros so in a CSV for Excel, which shows 00123. */
const FORMULA_OF_TEXT = /^="((?:[^"]|"")*)"$/;

/** Makes a sheet of rows of texts, as of an HTML table. Every cell is text. */
export function textSheet(name: string, rows: readonly (readonly string[])[]): Sheet {
  return sheetOf(name, recordsOf(rows));
}

/** Makes a sheet of delimited text, with the number of fields of each row. */
export function sheetOfRecords(name: string, records: Records): Sheet {
  const sheet = sheetOf(name, records);
  return { ...sheet, fieldCount: (row) => (row < 1 || row > sheet.rowCount ? 0 : records.width(row - 1)) };
}

/** Makes a sheet of records: record n, from 0, is row n + 1. */
function sheetOf(name: string, records: Records): Sheet {
  let rowCount = 0;
  let columnCount = 0;
  const width = (record: number): number => {
    let filled = records.width(record);
    while (filled > 0 && records.isEmpty(record, filled - 1)) filled -= 1;
    return filled;
  };
  for (let record = 0; record < records.count; record += 1) {
    const filled = width(record);
    if (filled > 0) rowCount = record + 1;
    if (filled > columnCount) columnCount = filled;
  }
  return {
    name,
    hidden: false,
    rowCount,
    columnCount,
    notes: [],
    width: (row) => (row < 1 || row > rowCount ? 0 : width(row - 1)),
    // A record may be shorter than others: cells outside it are blank.
    cell: (row, column) => textCell(records.field(row - 1, column)),
  };
}

/** Makes the cell of a field, which Excel shows without the formula that keeps its zeros. */
export function textCell(field: string): Cell {
  if (field === '') return BLANK;
  // Longer than any cell of Excel. The pattern is not tried on megabytes.
  if (!field.startsWith('="') || field.length > 32_767) return { kind: 'text', text: field };
  const text = FORMULA_OF_TEXT.exec(field)?.[1]?.replaceAll('""', '"') ?? field;
  return text === '' ? BLANK : { kind: 'text', text };
}
