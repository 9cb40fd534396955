import { readWorkbook } from '../../lib/sheet/read-workbook';
import type { Sheet } from '../../lib/sheet/cells/sheet';
import { decodeText } from '../../lib/sheet/encoding/decode-text';

/** Reads once and returns the number of rows, so that skipped work is noticed. */
type Run = () => number | Promise<number>;

const loadLazyText = async () => (await import('../../lib/sheet/lazy-text')).lazyText;
const loadLegacy = async () => (await loadLazyText()).decodeLegacyText;

/** Fastest options of SheetJS: everything off that can be, and its dense form of a sheet. */
const LEAN = { dense: true, cellText: false, cellHTML: false, cellFormula: false, cellStyles: false };

/**
 * Readers by their names in the JSON. Each gets the bytes before the clock starts, and loads its
 * library on demand.
 */
export const READERS = {
  own: (bytes: Uint8Array): Promise<Run> =>
    Promise.resolve(async () => {
      const sheet = await ownSheet(bytes);
      return sheet.rowCount;
    }),
  /** Asks for every cell once, for comparison with readers that make them all at once. */
  'own-all-cells': (bytes: Uint8Array): Promise<Run> =>
    Promise.resolve(async () => {
      const sheet = await ownSheet(bytes);
      let filled = 0;
      for (let row = 1; row <= sheet.rowCount; row += 1) {
        for (let column = 0; column < sheet.columnCount; column += 1) {
          if (sheet.cell(row, column).kind !== 'blank') filled += 1;
        }
      }
      return filled > 0 ? sheet.rowCount : 0;
    }),
  'sheetjs-default': async (bytes: Uint8Array): Promise<Run> => {
    const XLSX = await import('sheetjs-ce');
    return () => {
      const [sheet] = Object.values(XLSX.read(bytes, { type: 'array' }).Sheets);
      return XLSX.utils.decode_range(sheet?.['!ref'] ?? 'A1').e.r + 1;
    };
  },
  'sheetjs-lean': async (bytes: Uint8Array): Promise<Run> => {
    const XLSX = await import('sheetjs-ce');
    return () => {
      const [sheet] = Object.values(XLSX.read(bytes, { type: 'array', ...LEAN }).Sheets);
      return sheet?.['!data']?.length ?? 0;
    };
  },
  'read-excel-file': async (bytes: Uint8Array): Promise<Run> => {
    const { default: readExcelFile } = await import('read-excel-file/node');
    return async () => (await readExcelFile(Buffer.from(bytes)))[0]?.data.length ?? 0;
  },
  /** Gets decoded text. Ours also decodes, and detects encoding and delimiter. */
  papaparse: async (bytes: Uint8Array): Promise<Run> => {
    const { default: Papa } = await import('papaparse');
    const decoded = await decodeText(bytes, { loadLegacy });
    if (!decoded.ok) throw new Error(decoded.problem.code);
    return () => Papa.parse(decoded.value.text, {}).data.length;
  },
  /** Lower bound: unpacking all parts and nothing else. */
  inflate: async (bytes: Uint8Array): Promise<Run> => {
    const { unzipSync } = await import('fflate');
    return () => Object.keys(unzipSync(bytes)).length;
  },
} as const;

export type ReaderName = keyof typeof READERS;

async function ownSheet(bytes: Uint8Array): Promise<Sheet> {
  const read = await readWorkbook(bytes, {
    loadSheetJs: async () => (await import('../../lib/sheet/sheetjs/sheetjs')).readWithSheetJs,
    loadLazyText,
  });
  const sheet = read.ok ? read.value.sheets[0] : undefined;
  if (sheet === undefined) throw new Error(JSON.stringify(read));
  return sheet;
}
