import { readDif } from './text/dif';
import { guessCharsets } from './encoding/guess-charset';
import { readHtml } from './html/read-html';

/**
 * What few text files need: the guesser of legacy encodings (large, for its statistics of languages) and the readers of
 * HTML and DIF. It is bundled as a script of its own that the worker loads when a file needs it, as SheetJS is, so nothing
 * in lib imports it but for its type.
 */
export const lazyText = { guessCharsets, readDif, readHtml } as const;

/** How the rest of the library sees it. */
export type LazyText = typeof lazyText;
