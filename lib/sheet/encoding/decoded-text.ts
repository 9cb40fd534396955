import type { Result } from '../../result';
import type { EncodingChoice, EncodingReason, SheetProblem } from '../cells/sheet';

/** Text with its encoding (a WHATWG label or a code page of DOS), without a byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly reason: EncodingReason;
  /** Encodings between which the letters do not decide, with the one that was taken; else none. */
  readonly choices: readonly EncodingChoice[];
}

/**
 * Decodes text that is no valid Unicode, or whose chosen encoding no browser knows. It is loaded on
 * demand (lib/sheet/lazy-text.ts).
 *
 * @param encoding the chosen encoding, else the one that does not fit
 */
export type LegacyDecoder = (
  bytes: Uint8Array,
  encoding: string,
  isChosen: boolean,
) => Result<DecodedText, SheetProblem>;
