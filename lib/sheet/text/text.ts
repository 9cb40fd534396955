import { failed, ok, type Result } from '../../result';
import { yieldToEventLoop } from './yield-to-event-loop';
import { scanRecords } from './scan-records';
import type { Sheet, SheetProblem, TextReading } from '../cells/sheet';
import { findDelimiter, statedDelimiter } from './text-delimiter';
import { sheetOfRecords } from './text-sheet';

/** Most cells of a text, rows by columns. Reading visits each of them twice. */
const MOST_CELLS = 100_000_000;

/** End-of-file character of DOS, which would be a row of its own. */
const END_OF_DOS = '\x1A';

/**
 * Reads decoded, delimited text as one sheet. The delimiter is the chosen one, else that of a first
 * line `sep=;`, else the detected one. That line is dropped in any case, as in Excel. Throws only
 * the reason of an aborted signal.
 */
export async function readDelimited(
  text: string,
  { chosen, signal }: { readonly chosen?: TextReading['delimiter']; readonly signal?: AbortSignal } = {},
): Promise<Result<{ readonly sheet: Sheet; readonly delimiter: TextReading['delimiter'] }, SheetProblem>> {
  const stated = statedDelimiter(text);
  const body = text.slice(stated?.end ?? 0, text.endsWith(END_OF_DOS) ? -1 : undefined);
  const delimiter = chosen ?? stated?.delimiter ?? findDelimiter(body);
  const records = await scanRecords(body, delimiter, () => yieldToEventLoop(signal));
  if (!records.ok) return records;
  const sheet = sheetOfRecords('Sheet1', records.value);
  if (sheet.rowCount === 0) return failed({ code: 'file-empty' });
  const cells = sheet.rowCount * sheet.columnCount;
  if (cells > MOST_CELLS) {
    return failed({ code: 'too-many-cells', sheet: null, cells, limit: MOST_CELLS });
  }
  return ok({ sheet, delimiter });
}
