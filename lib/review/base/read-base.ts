import { isTemplateKeyHeader } from '../../assign/guess/template-headers';
import { textOf, type Sheet, type Workbook } from '../../sheet/cells/sheet';
import { isBaseLine, readBaseLines } from './read-base-lines';
import { joinedBases, type BaseOrigin, type ExportBase } from './export-base';

/** Whether a file is a download of ours, and has its record. */
export type Download =
  | { readonly kind: 'none' }
  /** Its records are whole: one for each group. */
  | { readonly kind: 'known'; readonly records: readonly DownloadRecord[] }
  /** Its keys are marked as ours are, and there is no record: a CSV, or a sheet that was copied. */
  | { readonly kind: 'without-record' }
  /** The record is damaged, or of a later version. */
  | { readonly kind: 'record-damaged' };

/** A record of a download, as the panel says it. */
export interface DownloadRecord {
  readonly origin: BaseOrigin;
  readonly credentials: number;
}

/** A workbook without the sheets that are the record of a download. */
export interface WithoutBase {
  readonly workbook: Workbook;
  /** One for each group, in the order of `Download`. */
  readonly bases: readonly ExportBase[];
  readonly download: Download;
}

/**
 * Rows and columns in which a record begins; programs may put a title above it, or a column beside
 * it.
 */
const LOOKED_AT_ROWS = 20;
const LOOKED_AT_COLUMNS = 4;

/**
 * Takes the record of a download out of a workbook, by what it says, not by the name of its sheet:
 * it is never a sheet to choose. A record that is not whole is none.
 */
export function takeBase(workbook: Workbook): WithoutBase {
  const records = workbook.sheets.filter(isRecord);
  const sheets = workbook.sheets.filter((sheet) => !records.includes(sheet));
  const rest = { ...workbook, sheets };
  const isOurs = sheets.some(hasMarkedKey);
  // A workbook of a record alone is shown as it is.
  if (records.length === 0 || sheets.length === 0)
    return { workbook, bases: [], download: { kind: isOurs ? 'without-record' : 'none' } };
  const read = records.map((sheet) => readBaseLines(linesOf(sheet)));
  const whole = read.filter((base) => base !== null);
  if (whole.length < read.length) return { workbook: rest, bases: [], download: { kind: 'record-damaged' } };
  const bases = joinedBases(whole);
  const said = bases.map(({ origin, credentials }) => ({ origin, credentials }));
  return { workbook: rest, bases, download: { kind: 'known', records: said } };
}

function isRecord(sheet: Sheet): boolean {
  for (let row = 1; row <= Math.min(sheet.rowCount, LOOKED_AT_ROWS); row += 1)
    for (let column = 0; column < Math.min(sheet.width(row), LOOKED_AT_COLUMNS); column += 1)
      if (isBaseLine(textOf(sheet.cell(row, column)))) return true;
  return false;
}

/** The lines of a record. A note for people stands among them. */
function linesOf(sheet: Sheet): readonly string[] {
  const lines: string[] = [];
  for (let row = 1; row <= sheet.rowCount; row += 1)
    for (let column = 0; column < sheet.width(row); column += 1) {
      const text = textOf(sheet.cell(row, column)).trim();
      if (text.startsWith('uc-')) lines.push(text);
    }
  return lines;
}

function hasMarkedKey(sheet: Sheet): boolean {
  for (let row = 1; row <= Math.min(sheet.rowCount, LOOKED_AT_ROWS); row += 1)
    for (let column = 0; column < sheet.width(row); column += 1)
      if (isTemplateKeyHeader(textOf(sheet.cell(row, column)))) return true;
  return false;
}
