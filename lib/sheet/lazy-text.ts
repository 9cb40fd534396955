import { readDif } from './text/dif';
import { decodeLegacyText } from './encoding/legacy-text';
import { readHtml } from './html/read-html';
import { checkArchive } from './zip/check-archive';
import { unpackFile } from './zip/unpack-file';

/**
 * Readers that few files need: old encodings, HTML, DIF, and archives but those of XLSX. They are
 * bundled as a script of their own that the worker loads on demand, as SheetJS is. Nothing in lib
 * imports it but for its type.
 */
export const lazyText = { checkArchive, decodeLegacyText, readDif, readHtml, unpackFile } as const;

/** Interface for the rest of the library. */
export type LazyText = typeof lazyText;
