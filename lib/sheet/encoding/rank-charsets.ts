import { decodeAs } from './decode-as';
import { decodeDosText } from './dos-code-pages';
import { CHARSETS } from './languages';
import { decodeMixedUtf8, hasUtf8, MIXED_UTF8 } from './mixed-utf8';
import { readingCost } from './reading-cost';
import { twoByteCosts } from './two-byte-cost';
import { westernDoubts } from './western-doubts';

/** An encoding in which a text can be read. */
export interface LikelyCharset {
  readonly encoding: string;
  /** How surprising the text is in it, in bits. One bit more is half as likely. */
  readonly bits: number;
  /** The text as it reads in it. */
  readonly text: string;
}

/**
 * Ranks the encodings of text that is not UTF-8 and has no byte order mark, the likeliest first. A
 * text is judged as a language's: by the frequency of its letters, the place of its signs and the
 * form of its words (reading-cost.ts). So no more is needed than a few names.
 */
export function rankCharsets(sample: Uint8Array): readonly LikelyCharset[] {
  const ranked = [...singleByteCosts(sample), ...twoByteCosts(sample)];
  return ranked.sort((one, two) => one.bits - two.bits);
}

function singleByteCosts(sample: Uint8Array): readonly LikelyCharset[] {
  return CHARSETS.flatMap(({ encoding, languages, priorBits }) => {
    const text = decodeSample(sample, encoding);
    if (text === null) return [];
    const bits = readingCost(text, languages);
    const doubts = encoding === 'windows-1252' ? westernDoubts(text) : 0;
    return [{ encoding, bits: bits + priorBits + doubts, text }];
  });
}

/** Null when a byte has no character. */
function decodeSample(sample: Uint8Array, encoding: string): string | null {
  if (encoding === MIXED_UTF8) return hasUtf8(sample) ? decodeMixedUtf8(sample) : null;
  return decodeDosText(sample, encoding) ?? decodeAs(sample, encoding);
}
