import { failed, ok, type Result } from '../../result';
import { notesOf } from '../cells/sheet-metadata';
import type { Sheet, SheetProblem } from '../cells/sheet';
import { openArchive, type Archive } from '../zip/archive';
import { CellCache } from './cell-cache';
import { unsupported, ReaderError } from '../zip/reader-error';
import { SharedStrings } from './shared-strings';
import type { ScanContext } from './scan-context';
import { SheetScan } from './sheet-scan';
import { compileFormat, type CompiledFormat } from '../number-format/compile-format';
import { storedCell, type CellContext } from './stored-cell';
import { StringPool } from './string-pool';
import { readStyles } from './styles';
import { Utf8Transcoder } from '../xml/utf8-transcoder';
import { readWorkbookParts } from './workbook-parts';

const MOST_STYLES_BYTES = 50_000_000;
const BLANK = { kind: 'blank' } as const;

/** Result of reading. `unsupported` asks for SheetJS and says why. */
export type XlsxReading =
  | { readonly kind: 'read'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'unsupported'; readonly why: string };

export interface ReadXlsxOptions {
  readonly signal?: AbortSignal | undefined;
  /** Reads only that many rows of the first visible sheet, for the preview. */
  readonly firstRows?: number;
}

/**
 * Reads an XLSX or XLSM. It unpacks the parts chunk by chunk and scans their bytes once into typed
 * arrays, without a DOM and without an object per cell. Limits are checked while unpacking. Fails
 * with a Problem for a file that is damaged, hostile or too large. Throws the reason of an aborted
 * signal.
 */
export async function readXlsx(
  bytes: Uint8Array,
  { signal, firstRows }: ReadXlsxOptions,
): Promise<Result<XlsxReading, SheetProblem>> {
  try {
    const archive = openArchive(bytes, signal);
    return ok({ kind: 'read', sheets: await readSheets(archive, firstRows) });
  } catch (thrown) {
    if (!(thrown instanceof ReaderError)) throw thrown;
    if (thrown.problem !== null) return failed(thrown.problem);
    return ok({ kind: 'unsupported', why: thrown.message });
  }
}

async function readSheets(archive: Archive, firstRows: number | undefined): Promise<readonly Sheet[]> {
  const parts = await readWorkbookParts(archive);
  const { system } = parts;
  const styles = readStyles(
    parts.styles === null ? null : await archive.bytes(parts.styles, MOST_STYLES_BYTES),
  );
  const texts = new StringPool();
  const looking = firstRows !== undefined;
  const shared = looking ? null : await readSharedStrings(archive, parts.sharedStrings, Infinity);
  const count = { cells: 0, textBytes: 0 };
  const wanted = looking ? firstVisible(parts.sheets) : parts.sheets;
  const scans: { scan: SheetScan; hidden: boolean; name: string }[] = [];
  let mostShared = -1;
  const usedFormats = new Set<number>();
  for (const { name, hidden, path } of wanted) {
    const scan = await scanSheet(archive, path, firstRows, {
      name,
      count,
      system,
      texts,
      shared,
      formatOfStyle: styles.formatOfStyle,
    });
    mostShared = Math.max(mostShared, scan.writer.mostShared);
    for (const format of scan.writer.usedFormats) usedFormats.add(format);
    scans.push({ scan, hidden, name });
  }
  const context: CellContext = {
    system,
    cache: new CellCache(),
    texts,
    formats: understoodFormats(styles.formats, usedFormats, system),
    shared: shared ?? (await readSharedStrings(archive, parts.sharedStrings, mostShared + 1)),
  };
  return scans.map(({ scan, hidden, name }) => sheetOfScan(scan, name, hidden, context));
}

function firstVisible<T extends { readonly hidden: boolean }>(sheets: readonly T[]): readonly T[] {
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  return first === undefined ? [] : [first];
}

/** Reads the first `most` shared strings. */
async function readSharedStrings(archive: Archive, path: string | null, most: number): Promise<StringPool> {
  const strings = new SharedStrings();
  if (path !== null && most > 0) await readThrough(archive, path, strings, () => strings.pool.count < most);
  return strings.pool;
}

async function scanSheet(
  archive: Archive,
  path: string,
  firstRows: number | undefined,
  context: ScanContext,
): Promise<SheetScan> {
  const scan = new SheetScan(context);
  await readThrough(archive, path, scan, () => firstRows === undefined || scan.writer.row <= firstRows);
  return scan;
}

/** Feeds a part to its reader chunk by chunk, as long as more is wanted. */
async function readThrough(
  archive: Archive,
  path: string,
  reader: { take(chunk: Uint8Array): void; finish(): void },
  wantsMore: () => boolean,
): Promise<void> {
  const utf8 = new Utf8Transcoder();
  await archive.read(path, (chunk) => {
    reader.take(utf8.take(chunk));
    return wantsMore();
  });
  if (wantsMore()) reader.finish();
}

/**
 * Compiles the formats by index. An unknown one that shows a number of the workbook makes the file
 * unsupported.
 */
function understoodFormats(
  codes: readonly string[],
  used: ReadonlySet<number>,
  system: 1900 | 1904,
): readonly CompiledFormat[] {
  const general = compileFormat('General', system);
  if (general === null) throw unsupported('the format General');
  return codes.map((code, index) => {
    const format = compileFormat(code, system);
    if (format === null && (used.has(index) || code.includes('@'))) {
      throw unsupported(`the number format ${code.slice(0, 100)}`);
    }
    return format ?? general;
  });
}

function sheetOfScan(scan: SheetScan, name: string, hidden: boolean, context: CellContext): Sheet {
  const { filtered, hiddenRows, hiddenColumns, merged, formulasWithoutValue } = scan;
  const { store } = scan.writer;
  return {
    name,
    hidden,
    rowCount: store.rowCount,
    columnCount: store.columnCount,
    notes: notesOf({
      hidden,
      merged,
      hiddenRows: filtered ? 0 : hiddenRows,
      filteredRows: filtered ? hiddenRows : 0,
      hiddenColumns,
      formulasWithoutValue,
    }),
    width: (row) => store.width(row),
    cell(row, column) {
      const place = store.find(row, column);
      return place < 0 ? BLANK : storedCell(store, place, context);
    },
  };
}
