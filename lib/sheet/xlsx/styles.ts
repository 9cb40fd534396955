import { builtinFormat } from '../number-format/builtin-formats';
import { MOST_FORMATS } from './cell-store';
import { unsupported } from '../zip/reader-error';
import { readTags } from '../xml/read-tags';
import { nameCodes } from '../xml/name-code';

/** Number formats of a workbook. */
export interface Styles {
  /** Format codes; the first one is "General". */
  readonly formats: readonly string[];
  /** Index of the format of each cell style. */
  readonly formatOfStyle: readonly number[];
}

const [NUM_FMTS, NUM_FMT, CELL_XFS, XF] = nameCodes('numFmts', 'numFmt', 'cellXfs', 'xf');

/**
 * Reads the number formats of `styles.xml` (ECMA-376 18.8). No bytes when the workbook lacks the
 * part.
 */
export function readStyles(bytes: Uint8Array | null): Styles {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellStyles = false;
  // Conditional formats have number formats of their own, which are no cell's.
  let inFormats = false;
  const start = (tag: { readonly name: number; value(name: string): string | null }): void => {
    if (tag.name === CELL_XFS) inCellStyles = true;
    else if (tag.name === NUM_FMTS) inFormats = true;
    else if (tag.name === NUM_FMT && inFormats)
      codes.set(Number(tag.value('numFmtId')), tag.value('formatCode') ?? 'General');
    else if (tag.name === XF && inCellStyles) ids.push(Number(tag.value('numFmtId') ?? 0));
  };
  if (bytes !== null) {
    readTags(bytes, start, (name) => {
      if (name === CELL_XFS) inCellStyles = false;
      if (name === NUM_FMTS) inFormats = false;
    });
  }
  const formats = ['General'];
  const indexOf = new Map([['General', 0]]);
  const formatOfStyle = ids.map((id) => {
    const code = codes.get(id) ?? builtinFormat(id);
    let index = indexOf.get(code);
    if (index === undefined) {
      index = formats.length;
      indexOf.set(code, index);
      formats.push(code);
    }
    return index;
  });
  if (formats.length > MOST_FORMATS) throw unsupported('more formats than Excel keeps');
  return { formats, formatOfStyle };
}
