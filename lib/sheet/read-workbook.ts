import { failed, ok, type Result } from '../result';
import { fileFormat } from './file-format';
import type { LazyText } from './lazy-text';
import type { FileFormat, Sheet, SheetProblem, TextReading, Workbook } from './cells/sheet';
import type { SheetJsReader } from './sheetjs/sheetjs';
import { dividedLines } from './text/divided-lines';
import { readDelimited } from './text/text';
import { decodeText, type DecodeTextOptions } from './encoding/decode-text';
import { textSheet } from './text/text-sheet';
import { statedEncoding, textFormat } from './text/text-format';
import { readXlsx } from './xlsx/read-xlsx';

const MEGABYTE = 1_000_000;
/** A full sheet of 1,048,575 rows and 12 columns is 100 MB as XLSX and 225 MB as CSV. */
const MOST_MEGABYTES = 300;
/** SheetJS needs ten to twenty times the size of a file as memory. */
const MOST_MEGABYTES_OF_SHEETJS = 100;

/** Zip formats. SheetJS unpacks without limits, so the archive is checked first. */
const ARCHIVES: ReadonlySet<FileFormat> = new Set(['xlsx', 'xlsb', 'ods', 'numbers']);

/** Large parts of the reader that few files need. Each is loaded on demand. */
export interface LazyParts {
  /** Reader of every format that has no own reader here. */
  readonly loadSheetJs: () => Promise<SheetJsReader>;
  /** Readers of old encodings, HTML, DIF and packed files. */
  readonly loadLazyText: () => Promise<LazyText>;
}

export interface ReadWorkbookOptions extends LazyParts {
  /** Choices of the admin instead of the detected ones; for text only. */
  readonly reading?: Partial<TextReading>;
  readonly signal?: AbortSignal;
}

/**
 * Reads a file into a workbook. The format follows from the content, never from the name
 * (docs/product.md 2.2): a CSV named .xlsx is read as CSV. Fails with a Problem for anything that
 * is no spreadsheet, damaged, encrypted, empty or too large. Throws only the reason of an aborted
 * signal.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  options: ReadWorkbookOptions,
): Promise<Result<Workbook, SheetProblem>> {
  const tooLarge = checkSize(bytes, MOST_MEGABYTES);
  if (tooLarge !== null) return failed(tooLarge);
  const format = fileFormat(bytes);
  if (!format.ok) return format;
  if (format.value === 'text') return await readText(bytes, options);
  if (format.value === 'packed') return await readPacked(bytes, options);
  const book =
    format.value === 'xlsx'
      ? await readXlsxBook(bytes, options)
      : await readBySheetJs(bytes, format.value, options);
  return book.ok ? ok(withDividedLines(book.value, options.reading?.delimiter)) : book;
}

/** Reads the one file that a zip archive holds. An archive within it is no spreadsheet. */
async function readPacked(
  bytes: Uint8Array,
  options: ReadWorkbookOptions,
): Promise<Result<Workbook, SheetProblem>> {
  const { unpackFile } = await options.loadLazyText();
  const unpacked = await unpackFile(bytes, MOST_MEGABYTES * MEGABYTE, options.signal);
  if (!unpacked.ok) return unpacked;
  const inner = fileFormat(unpacked.value);
  if (inner.ok && inner.value === 'packed') return failed({ code: 'not-a-spreadsheet', looksLike: 'zip' });
  return await readWorkbook(unpacked.value, options);
}

/** Divides the sheets of a workbook that have delimited text in a single column. */
function withDividedLines(book: Workbook, chosen: string | undefined): Workbook {
  const divided = book.sheets.map((sheet) => dividedLines(sheet, chosen));
  const delimiter = chosen ?? divided.find((one) => one !== null)?.delimiter;
  if (delimiter === undefined) return book;
  const delimiterReason = chosen === undefined ? 'regular' : 'chosen';
  return {
    ...book,
    sheets: book.sheets.map((sheet, at) => divided[at]?.sheet ?? sheet),
    text: { encoding: null, encodingReason: 'mark', encodingChoices: [], delimiter, delimiterReason },
  };
}

function checkSize(bytes: Uint8Array, limit: number): SheetProblem | null {
  const amount = Math.ceil(bytes.length / MEGABYTE);
  return amount > limit ? { code: 'file-too-large', what: 'file', amount, limit } : null;
}

/** Reads an XLSX with the own reader, else with SheetJS. `via` says which. */
async function readXlsxBook(
  bytes: Uint8Array,
  options: ReadWorkbookOptions,
): Promise<Result<Workbook, SheetProblem>> {
  const { signal } = options;
  signal?.throwIfAborted();
  const read = await readXlsx(bytes, { signal });
  if (!read.ok) return read;
  if (read.value.kind === 'unsupported') return await readBySheetJs(bytes, 'xlsx', options);
  const { sheets } = read.value;
  if (sheets.every((sheet) => sheet.rowCount === 0)) return failed({ code: 'file-empty' });
  return ok({ format: 'xlsx', via: 'own', sheets, text: null });
}

async function readText(
  bytes: Uint8Array,
  options: ReadWorkbookOptions,
): Promise<Result<Workbook, SheetProblem>> {
  const { reading = {}, loadLazyText, signal } = options;
  const loadLegacy = async () => (await loadLazyText()).decodeLegacyText;
  const decoded = await decodeMarkupOrText(bytes, { chosen: reading.encoding, loadLegacy });
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const format = textFormat(text);
  if (!format.ok) return format;
  if (format.value === 'dif' || format.value === 'html') {
    return readHtmlOrDif(text, format.value, await loadLazyText());
  }
  if (format.value !== 'csv') {
    return await readBySheetJs(new TextEncoder().encode(text), format.value, options);
  }
  signal?.throwIfAborted();
  const read = await readDelimited(text, {
    ...(reading.delimiter !== undefined && { chosen: reading.delimiter }),
    ...(signal && { signal }),
  });
  if (!read.ok) return read;
  const { sheet, delimiter, reason: delimiterReason } = read.value;
  const { reason: encodingReason, choices: encodingChoices } = decoded.value;
  return ok({
    format: 'csv',
    via: 'text',
    sheets: [sheet],
    text: { encoding, delimiter, encodingReason, encodingChoices, delimiterReason },
  });
}

function readHtmlOrDif(
  text: string,
  format: 'dif' | 'html',
  { readDif, readHtml }: LazyText,
): Result<Workbook, SheetProblem> {
  const sheets = format === 'html' ? readHtml(text) : sheetsOfDif(readDif(text));
  if (!sheets.ok) return sheets;
  if (sheets.value.every(({ rowCount }) => rowCount === 0)) return failed({ code: 'file-empty' });
  return ok({ format, via: 'text', sheets: sheets.value, text: null });
}

function sheetsOfDif(records: ReturnType<LazyText['readDif']>): Result<readonly Sheet[], SheetProblem> {
  if (records === null) return failed({ code: 'file-damaged', detail: 'the file breaks off' });
  return ok([textSheet('Sheet1', records)]);
}

/**
 * Decodes markup by the encoding that it states, when the bytes agree; everything else by
 * detection.
 */
async function decodeMarkupOrText(
  bytes: Uint8Array,
  { chosen, loadLegacy }: DecodeTextOptions,
): ReturnType<typeof decodeText> {
  const stated = chosen === undefined ? statedEncoding(bytes) : null;
  if (stated === null) return decodeText(bytes, { chosen, loadLegacy });
  const decoded = await decodeText(bytes, { chosen: stated, loadLegacy });
  return decoded.ok ? decoded : decodeText(bytes, { loadLegacy });
}

async function readBySheetJs(
  bytes: Uint8Array,
  format: Exclude<FileFormat, 'csv'>,
  { loadSheetJs, loadLazyText, signal }: ReadWorkbookOptions,
): Promise<Result<Workbook, SheetProblem>> {
  signal?.throwIfAborted();
  const tooLarge = checkSize(bytes, MOST_MEGABYTES_OF_SHEETJS);
  if (tooLarge !== null) return failed(tooLarge);
  if (ARCHIVES.has(format)) {
    const { checkArchive } = await loadLazyText();
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
