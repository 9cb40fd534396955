import { failed, ok, type Result } from '../../result';
import { yieldToEventLoop } from './yield-to-event-loop';
import { scanRecords } from './scan-records';
import type { DelimiterReason, Sheet, SheetProblem, TextReading } from '../cells/sheet';
import { findDelimiter, statedDelimiter } from './text-delimiter';
import { dividedLines } from './divided-lines';
import { sheetOfRecords } from './text-sheet';

/** Most cells of a text, rows by columns. Reading visits each of them twice. */
const MOST_CELLS = 100_000_000;

/** End-of-file character of DOS, which would be a row of its own. */
const END_OF_DOS = '\x1A';

/** Delimited text as a sheet, with the delimiter and how it was found. */
export interface DelimitedText {
  readonly sheet: Sheet;
  readonly delimiter: TextReading['delimiter'];
  readonly reason: DelimiterReason;
}

/**
 * Reads decoded, delimited text as one sheet. The delimiter is the chosen one, else that of a first
 * line `sep=;`, else the detected one. That line is dropped in any case, as in Excel. Throws only
 * the reason of an aborted signal.
 */
export async function readDelimited(
  text: string,
  { chosen, signal }: { readonly chosen?: TextReading['delimiter']; readonly signal?: AbortSignal } = {},
): Promise<Result<DelimitedText, SheetProblem>> {
  const stated = statedDelimiter(text);
  const body = text.slice(stated?.end ?? 0, text.endsWith(END_OF_DOS) ? -1 : undefined);
  const { delimiter, reason } = delimiterOf(body, chosen, stated?.delimiter);
  const records = await scanRecords(body, delimiter, () => yieldToEventLoop(signal));
  if (!records.ok) return records;
  const whole = sheetOfRecords('Sheet1', records.value);
  const lines = whole.columnCount === 1 ? dividedLines(whole, chosen) : null;
  const sheet = lines?.sheet ?? whole;
  if (sheet.rowCount === 0) return failed({ code: 'file-empty' });
  const cells = sheet.rowCount * sheet.columnCount;
  if (cells > MOST_CELLS) {
    return failed({ code: 'too-many-cells', sheet: null, cells, limit: MOST_CELLS });
  }
  return ok({
    sheet,
    ...(lines === null
      ? { delimiter, reason }
      : { delimiter: lines.delimiter, reason: chosen === undefined ? 'regular' : 'chosen' }),
  });
}

function delimiterOf(
  body: string,
  chosen: string | undefined,
  stated: string | undefined,
): Pick<DelimitedText, 'delimiter' | 'reason'> {
  if (chosen !== undefined) return { delimiter: chosen, reason: 'chosen' };
  return stated === undefined ? findDelimiter(body) : { delimiter: stated, reason: 'stated' };
}
