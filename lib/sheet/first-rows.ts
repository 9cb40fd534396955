import { fileFormat } from './file-format';
import { readWorkbook, type ReadWorkbookOptions } from './read-workbook';
import type { Sheet } from './cells/sheet';
import { readXlsx } from './xlsx/read-xlsx';

const LINE_FEED = 10;
/** Some hundred rows of a list. */
const BEGINNING_BYTES = 65_536;
const FIRST_ROWS = 30;

/**
 * Reads the beginning of the first visible sheet, for a preview while the whole file is read. It
 * takes tens of milliseconds whatever the size. Null when the format does not allow it, or the file
 * has a problem, which reading the whole will report.
 */
export async function readFirstRows(bytes: Uint8Array, options: ReadWorkbookOptions): Promise<Sheet | null> {
  const format = fileFormat(bytes);
  if (!format.ok) return null;
  if (format.value === 'text') {
    const read = await readWorkbook(beginningOfText(bytes), options);
    return (read.ok && read.value.format === 'csv' && read.value.sheets[0]) || null;
  }
  if (format.value !== 'xlsx') return null;
  const read = await readXlsx(bytes, { signal: options.signal, firstRows: FIRST_ROWS });
  return (read.ok && read.value.kind === 'read' && read.value.sheets[0]) || null;
}

/** Cuts the text behind a whole line. The decoder drops half a unit of UTF-16 at the end. */
function beginningOfText(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(LINE_FEED, BEGINNING_BYTES);
  return bytes.subarray(0, end < 0 ? BEGINNING_BYTES : end + 1);
}
