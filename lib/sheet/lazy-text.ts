import { readDif } from './text/dif';
import { decodeLegacyText } from './encoding/legacy-text';
import { readHtml } from './html/read-html';

/**
 * Readers that few text files need: old encodings, HTML and DIF. They are bundled as a script of
 * their own that the worker loads on demand, as SheetJS is. Nothing in lib imports it but for its
 * type.
 */
export const lazyText = { decodeLegacyText, readDif, readHtml } as const;

/** Interface for the rest of the library. */
export type LazyText = typeof lazyText;
