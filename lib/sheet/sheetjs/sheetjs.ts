import * as XLSX from 'sheetjs-ce';
import * as codepages from 'sheetjs-ce/dist/cpexcel.full.mjs';
import { failed, ok, type Result } from '../../result';
import type { DateSystem } from '../number-format/serial-day';
import {
  asciiText,
  metadataOfBlanked,
  metadataOfOpenDocument,
  metadataOfXlsx,
  type FoundMetadata,
} from './package-metadata';
import { blankZerosOfCalc } from './calc-formulas';
import { hasFarPlace } from './check-sylk';
import { decodedXml, plainXml } from './plain-xml';
import { prepareSylk } from './prepare-sylk';
import { prepareOpenDocument } from './prepare-open-document';
import { prepareXml2003 } from './prepare-xml-2003';
import { chainProblem } from '../xls/compound-chains';
import { codePageOfFonts } from '../xls/font-code-page';
import type { FileFormat, Sheet, SheetProblem } from '../cells/sheet';
import { metadataOfSheetJs, notesOf } from '../cells/sheet-metadata';
import type { WrittenRows } from '../cells/written-cell';
import { rawOfWritten, systemOfWritten } from './raw-of-written';
import { sheetOfSheetJs } from './sheetjs-sheet';
import { columnLetter } from '../cells/column-letter';
import { compileFormat, type CompiledFormat } from '../number-format/compile-format';
import { withStyles } from './with-styles';

/** Interface of SheetJS for the rest of the library. */
export type SheetJsReader = typeof readWithSheetJs;
export type SheetJsWriter = typeof writeWithSheetJs;

/** Workbook with properties that the types of SheetJS lack. */
interface RawWorkbook extends XLSX.WorkBook {
  readonly files?: Readonly<
    Record<string, { readonly content?: Uint8Array | readonly number[] } | undefined>
  >;
}

/** Formatter of SheetJS, untyped there. */
const formatter = XLSX.SSF as { format(code: string, value: number, options: object): string };

/** Package reader of SheetJS, untyped there. */
const packages = XLSX.CFB as {
  read(bytes: Uint8Array, options: { readonly type: 'array' }): object;
  find(container: object, path: string): { readonly content: ArrayLike<number> } | null;
};

/** Formats given to SheetJS as UTF-8 text. Their encoding was detected before. */
const WRITTEN: ReadonlySet<FileFormat> = new Set(['xml-2003', 'fods', 'sylk']);

const TEXT_IN_FILE: ReadonlySet<FileFormat> = new Set(['ods', 'fods', 'numbers', 'dbf']);

/**
 * Owner of SheetJS: reads every format that has no own reader here. It is bundled as a script of
 * its own that the worker loads on demand. Nothing in lib imports it but for its type.
 *
 * Takes the bytes with their detected format (text formats as UTF-8). Returns the sheets; charts
 * and macro sheets are dropped. Formulas, HTML and styles are not read (4 s instead of 10 s for
 * 100,000 rows). An error of SheetJS becomes `file-damaged`, or `file-encrypted` where it says so.
 */
export function readWithSheetJs(
  given: Uint8Array,
  format: FileFormat,
): Result<readonly Sheet[], SheetProblem> {
  const bytes = format === 'ods' ? withStyles(given) : given;
  const wrong = format === 'xls' ? chainProblem(bytes) : null;
  if (wrong !== null) return failed(damaged(wrong));
  let workbook: RawWorkbook;
  let blanked: readonly number[] = [];
  try {
    const stream = streamOfXls(bytes, format);
    const calc = stream === null ? null : blankZerosOfCalc(stream);
    const codePage = stream === null ? null : codePageOfFonts(stream);
    workbook = readRaw(calc?.stream ?? bytes, format, codePage);
    blanked = calc?.blanked ?? [];
  } catch (error) {
    // SheetJS throws errors and strings for any file that it cannot read. The admin reads that it
    // cannot be read.
    const detail = error instanceof Error ? error.message : String(error);
    return failed(/encrypt|password/i.test(detail) ? { code: 'file-encrypted' } : damaged(detail));
  }
  const found = format === 'xls' ? blanked.map(metadataOfBlanked) : foundMetadata(workbook, bytes, format);
  return sheetsOf(workbook, format, found);
}

function damaged(detail: string): SheetProblem {
  return { code: 'file-damaged', detail: detail.slice(0, 200) };
}

/** Workbook stream of a BIFF 5 or 8 file, in its container or bare. Null for every other file. */
function streamOfXls(bytes: Uint8Array, format: FileFormat): Uint8Array | null {
  if (format !== 'xls') return null;
  if (bytes[0] === 0x09 && bytes[1] === 0x08) return bytes;
  if (bytes[0] !== 0xd0) return null;
  const container = packages.read(bytes, { type: 'array' });
  const found = packages.find(container, '/Workbook') ?? packages.find(container, '/Book');
  return found === null ? null : bytesOf(found.content);
}

function readRaw(bytes: Uint8Array, format: FileFormat, codePage: number | null): RawWorkbook {
  const options: XLSX.ParsingOptions = {
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellStyles: false,
    cellNF: true,
    cellText: format !== 'sylk', // it fails on formats such as "dd.mm.yyyy" there
    // Format 14 is "the short date of the reader's system". It is shown as ISO, which everybody
    // reads in the same way.
    dateNF: 'yyyy-mm-dd',
    bookFiles: format === 'xlsx',
    ...(codePage !== null && { codepage: codePage }),
  };
  // XLS before 1997 and dBASE are in their author's code page. SYLK passes through one as well.
  if (format === 'xls' || format === 'dbf' || format === 'sylk') XLSX.set_cptable(codepages);
  if (WRITTEN.has(format)) {
    const text = new TextDecoder().decode(bytes);
    if (format === 'sylk' && hasFarPlace(text)) throw new Error('a cell outside the sheet');
    // Without WTF a SYLK text that cannot be read is shown as it is written.
    const WTF = format === 'sylk';
    return XLSX.read(preparedText(text, format), { ...options, type: 'string', WTF });
  }
  if (format === 'ods') {
    const [content = '', styles = ''] = ['content.xml', 'styles.xml'].map((path) =>
      decodedXml(partOf(bytes, path)),
    );
    return XLSX.read(prepareOpenDocument(plainXml(content), plainXml(styles)), {
      ...options,
      type: 'string',
    });
  }
  return XLSX.read(bytes, { ...options, type: 'array' });
}

function preparedText(text: string, format: FileFormat): string {
  if (format === 'fods') return prepareOpenDocument(plainXml(text), '');
  if (format === 'sylk') return prepareSylk(text);
  return format === 'xml-2003' ? prepareXml2003(text) : text;
}

function sheetsOf(
  workbook: RawWorkbook,
  format: FileFormat,
  found: readonly (FoundMetadata | null)[],
): Result<readonly Sheet[], SheetProblem> {
  const system: DateSystem = isOn(workbook.Workbook?.WBProps?.date1904) ? 1904 : 1900;
  const formats = new Map<string, CompiledFormat | null>();
  const formatOf = (code: string) => {
    let known = formats.get(code);
    if (known === undefined) formats.set(code, (known = compileFormat(code, system)));
    return known;
  };
  const reading = {
    system,
    isPlain: (code: string) => formatOf(code)?.plain === true,
    show: (code: string, value: number, w?: string) =>
      formatOf(code)?.show(value) ?? w ?? showBySheetJs(code, value, system),
    textIsInFile: TEXT_IN_FILE.has(format),
    ignoreShownDates: format === 'xml-2003' || (format === 'xlsb' && system === 1904),
    isoDate: false,
  };
  const isoReading = { ...reading, isoDate: true };
  const sheets: Sheet[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const raw = workbook.Sheets[name];
    if (raw === undefined) return failed(damaged(`sheet "${name}" cannot be read`));
    // A beta of Excel 2007 wrote its list of sheets otherwise. Its names come from other bytes.
    if (name.includes('\0')) return failed(damaged('the names of the sheets cannot be read'));
    if (raw['!type'] !== undefined && raw['!type'] !== 'sheet') continue;
    const marks = { ...metadataOfSheetJs(raw, workbook.Workbook?.Sheets?.[index]?.Hidden), ...found[index] };
    const isoDates = found[index]?.isoDates;
    const isIso = (row: number, column: number) =>
      isoDates !== undefined && isoDates.size > 0 && isoDates.has(`${columnLetter(column)}${row}`);
    const sheet = sheetOfSheetJs(
      { name, hidden: marks.hidden, notes: notesOf(marks) },
      raw['!data'] ?? [],
      (row, column) => (isIso(row, column) ? isoReading : reading),
    );
    if (sheet === null) return failed(damaged(`sheet "${name}" has a cell outside the sheet`));
    sheets.push(sheet);
  }
  return sheets.length === 0 ? failed(damaged('there is no sheet in the file')) : ok(sheets);
}

function isOn(flag: unknown): boolean {
  return flag === true || flag === 1 || flag === '1' || flag === 'true';
}

/**
 * Shows a number by SheetJS where our own formats do not know the code. Ours comes first, as
 * SheetJS fails on "dd.mm.yyyy".
 */
function showBySheetJs(code: string, value: number, system: DateSystem): string {
  try {
    return formatter.format(code, value, { date1904: system === 1904, dateNF: 'yyyy-mm-dd' });
  } catch {
    // Invalid code ("yyyy[$"), which Excel would refuse as well. The number itself is shown.
    return String(value);
  }
}

/** Metadata in the XML of the sheets, which SheetJS does not read without styles. */
function foundMetadata(
  workbook: RawWorkbook,
  bytes: Uint8Array,
  format: FileFormat,
): readonly (FoundMetadata | null)[] {
  if (format === 'fods') return metadataOfOpenDocument(asciiText(bytes));
  if (format === 'ods') return metadataOfOpenDocument(asciiText(partOf(bytes, 'content.xml')));
  if (format !== 'xlsx') return [];
  const parts = new Map<string, Uint8Array>();
  for (const [path, file] of Object.entries(workbook.files ?? {})) {
    if (file?.content !== undefined) parts.set(path, bytesOf(file.content));
  }
  const ids = (workbook.Workbook?.Sheets ?? []).map((sheet): unknown => Reflect.get(sheet, 'id'));
  return metadataOfXlsx(parts, ids);
}

/** Converts an array of numbers. A Uint8Array is not copied. */
function bytesOf(content: ArrayLike<number>): Uint8Array {
  return content instanceof Uint8Array ? content : Uint8Array.from(content);
}

/**
 * Unpacks a part of a package; empty when it is missing. SheetJS keeps the parts of an XLSX only.
 */
function partOf(bytes: Uint8Array, path: string): Uint8Array {
  const found = packages.find(packages.read(bytes, { type: 'array' }), path);
  return bytesOf(found?.content ?? []);
}

/** Writes an XLSX with one sheet. No text is a formula, also one that begins with = + - or @. */
export function writeWithSheetJs(rows: WrittenRows): ArrayBuffer {
  const sheet: XLSX.WorkSheet = {};
  const system = systemOfWritten(rows);
  let width = 1;
  rows.forEach((cells, row) => {
    width = Math.max(width, cells.length);
    cells.forEach((cell, column) => {
      const raw = rawOfWritten(cell, system);
      if (raw !== null) sheet[XLSX.utils.encode_cell({ r: row, c: column })] = raw;
    });
  });
  sheet['!ref'] = XLSX.utils.encode_range({ r: 0, c: 0 }, { r: Math.max(0, rows.length - 1), c: width - 1 });
  const workbook = XLSX.utils.book_new();
  workbook.Workbook = { WBProps: { date1904: system === 1904 } };
  XLSX.utils.book_append_sheet(workbook, sheet, 'Results');
  return XLSX.write(workbook, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer;
}
