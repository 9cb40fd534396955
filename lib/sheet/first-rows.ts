import { fileFormat } from './file-format';
import { readWorkbook, type ReadWorkbookOptions } from './read-workbook';
import type { Sheet } from './cells/sheet';
import { readXlsx } from './xlsx/read-xlsx';

const LINE_FEED = 10;
/** Of a list: some hundred rows. */
const BEGINNING_BYTES = 65_536;
const FIRST_ROWS = 30;

/**
 * The beginning of the first sheet that is seen, to be shown while the whole file is read: tens of milliseconds, whatever
 * its size. Null when the file does not give it that quickly, or has a problem: reading it whole will say which.
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

/** Whole lines from the beginning. Half a character of UTF-16 at the end is left away by who decodes it. */
function beginningOfText(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(LINE_FEED, BEGINNING_BYTES);
  return bytes.subarray(0, end < 0 ? BEGINNING_BYTES : end + 1);
}
