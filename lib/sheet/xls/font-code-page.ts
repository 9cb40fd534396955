import { recordsOf } from './biff-records';

const CODE_PAGE = 0x42;
const FONT = 0x31;
/** Offset of the charset in a font of BIFF 5, behind size, style, colour, weight and family. */
const CHARSET = 12;

/**
 * Code page of a charset: those of Windows, and that of old Macs (77). Western, symbols and the
 * system's own are no sign of another.
 */
const CODE_PAGES: ReadonlyMap<number, number> = new Map([
  [77, 10_000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
]);

/**
 * Code page of the texts of a BIFF 5 stream that does not say it, by the charset of its fonts:
 * Cyrillic fonts -> 1251, which would be read as 1252 otherwise. Null where the stream says it, and
 * where the fonts say none or several.
 */
export function codePageOfFonts(stream: Uint8Array): number | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const found = new Set<number>();
  for (const { type, start, length } of recordsOf(view)) {
    if (type === CODE_PAGE) return null;
    const page = type === FONT && length > CHARSET ? CODE_PAGES.get(stream[start + CHARSET] ?? 0) : undefined;
    if (page !== undefined) found.add(page);
  }
  const [page = null] = found;
  return found.size === 1 ? page : null;
}
