import { ok, type Result } from '../../result';
import type { SheetProblem } from '../cells/sheet';
import { decodeAs, shownEncoding } from './decode-as';
import type { DecodedText, LegacyDecoder } from './decoded-text';
import { foundEncoding } from './found-encoding';

export interface DecodeTextOptions {
  /** Encoding that the admin chose, or that the text states. */
  readonly chosen?: string | undefined;
  /** Loads what text needs that is not Unicode. It is large, and few files need it. */
  readonly loadLegacy: () => Promise<LegacyDecoder>;
}

/**
 * Decodes a text file (docs/product.md 2.2). The encoding is, in this order: `chosen`; a byte order
 * mark; UTF-16 or UTF-32 by their zeros; UTF-8, when it is valid; the likeliest by its letters.
 *
 * Never puts U+FFFD. Bytes that are not of the encoding fail with `text-undecodable`, which names
 * encodings to choose among. So does UTF-8 with a few wrong bytes, which another encoding would
 * read as "MÃ¼ller".
 */
export async function decodeText(
  bytes: Uint8Array,
  { chosen, loadLegacy }: DecodeTextOptions,
): Promise<Result<DecodedText, SheetProblem>> {
  const found = chosen === undefined ? foundEncoding(bytes) : null;
  const encoding = found?.encoding ?? shownEncoding(chosen?.toLowerCase() ?? 'utf-8');
  const text = decodeAs(bytes, encoding);
  if (text !== null) return ok({ text, encoding, reason: found?.reason ?? 'chosen', choices: [] });
  const decodeLegacyText = await loadLegacy();
  return decodeLegacyText(bytes, encoding, found === null);
}
