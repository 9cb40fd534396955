import { failed, ok, type Result } from '../result';
import { readDif } from './dif';
import { fileFormat } from './file-format';
import { withoutEntities } from './html-entities';
import type { FileFormat, SheetProblem, TextReading, Workbook } from './sheet';
import type { SheetJsReader } from './sheetjs';
import { readDelimited } from './text';
import { decodeText } from './text-encoding';
import { textSheet } from './text-sheet';
import { statedEncoding, textFormat } from './text-format';
import { checkArchive } from './xlsx/check-archive';
import { readXlsx } from './xlsx/read-xlsx';

const MEGABYTE = 1_000_000;
const MOST_MEGABYTES = 100;

/** Formats that are zip archives: SheetJS unpacks without limits, so they are looked at before. */
const ARCHIVES: ReadonlySet<FileFormat> = new Set(['xlsx', 'xlsb', 'ods', 'numbers']);

export interface ReadWorkbookOptions {
  /** What the admin chose instead of what was found; only for text. */
  readonly reading?: Partial<TextReading>;
  /** Brings the reader for every format but text; it is loaded when it is needed. */
  readonly loadSheetJs: () => Promise<SheetJsReader>;
  readonly signal?: AbortSignal;
}

/**
 * Reads a file into a workbook. What it is follows from its content, never from its name (product.md 2.2): a CSV named
 * .xlsx and an XLSX named .csv are read as what they are. Fails with a Problem for anything that is no spreadsheet,
 * damaged, locked, empty or too large; throws only the reason of an aborted signal.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  { reading = {}, loadSheetJs, signal }: ReadWorkbookOptions,
): Promise<Result<Workbook, SheetProblem>> {
  if (bytes.length > MOST_MEGABYTES * MEGABYTE) {
    const megabytes = Math.ceil(bytes.length / MEGABYTE);
    return failed({ code: 'file-too-large', megabytes, limitMegabytes: MOST_MEGABYTES });
  }
  const format = fileFormat(bytes);
  if (!format.ok) return format;
  if (format.value === 'text')
    return await readText(bytes, { reading, loadSheetJs, ...(signal && { signal }) });
  if (format.value === 'xlsx') return await readXlsxBook(bytes, loadSheetJs, signal);
  return await readBySheetJs(bytes, format.value, loadSheetJs, signal);
}

/** By our own reader; what it does not understand goes to SheetJS, and `via` says so. */
async function readXlsxBook(
  bytes: Uint8Array,
  loadSheetJs: ReadWorkbookOptions['loadSheetJs'],
  signal: AbortSignal | undefined,
): Promise<Result<Workbook, SheetProblem>> {
  signal?.throwIfAborted();
  const read = await readXlsx(bytes, { signal });
  if (!read.ok) return read;
  if (read.value.kind === 'not-understood') return await readBySheetJs(bytes, 'xlsx', loadSheetJs, signal);
  const { sheets } = read.value;
  if (sheets.every((sheet) => sheet.rowCount === 0)) return failed({ code: 'file-empty' });
  return ok({ format: 'xlsx', via: 'own', sheets, text: null });
}

async function readText(
  bytes: Uint8Array,
  { reading = {}, loadSheetJs, signal }: ReadWorkbookOptions,
): Promise<Result<Workbook, SheetProblem>> {
  const decoded = decodeMarkupOrText(bytes, reading.encoding);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const format = textFormat(text);
  if (!format.ok) return format;
  if (format.value === 'dif') return readDifText(text);
  if (format.value !== 'csv') {
    const markup = format.value === 'html' ? withoutEntities(text) : text;
    return await readBySheetJs(new TextEncoder().encode(markup), format.value, loadSheetJs, signal);
  }
  signal?.throwIfAborted();
  const read = await readDelimited(text, {
    ...(reading.delimiter && { chosen: reading.delimiter }),
    ...(signal && { signal }),
  });
  if (!read.ok) return read;
  const { sheet, delimiter } = read.value;
  return ok({ format: 'csv', via: 'text', sheets: [sheet], text: { encoding, delimiter } });
}

function readDifText(text: string): Result<Workbook, SheetProblem> {
  const records = readDif(text);
  if (records === null) return failed({ code: 'file-damaged', detail: 'the file breaks off' });
  const sheet = textSheet('Sheet1', records);
  if (sheet.rowCount === 0) return failed({ code: 'file-empty' });
  return ok({ format: 'dif', via: 'text', sheets: [sheet], text: null });
}

/** Markup that states its encoding is believed when the bytes agree; everything else is found from the bytes. */
function decodeMarkupOrText(bytes: Uint8Array, chosen: string | undefined): ReturnType<typeof decodeText> {
  const stated = chosen === undefined ? statedEncoding(bytes) : null;
  if (stated === null) return decodeText(bytes, chosen);
  const decoded = decodeText(bytes, stated);
  return decoded.ok ? decoded : decodeText(bytes);
}

async function readBySheetJs(
  bytes: Uint8Array,
  format: FileFormat,
  loadSheetJs: ReadWorkbookOptions['loadSheetJs'],
  signal: AbortSignal | undefined,
): Promise<Result<Workbook, SheetProblem>> {
  signal?.throwIfAborted();
  if (ARCHIVES.has(format)) {
    const checked = await checkArchive(bytes, signal);
    if (!checked.ok) return checked;
  }
  const read = await loadSheetJs();
  signal?.throwIfAborted();
  const sheets = read(bytes, format);
  if (!sheets.ok) return sheets;
  if (sheets.value.every((sheet) => sheet.rowCount === 0)) return failed({ code: 'file-empty' });
  return ok({ format, via: 'sheetjs', sheets: sheets.value, text: null });
}
