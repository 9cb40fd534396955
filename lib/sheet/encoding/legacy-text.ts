import { failed, ok } from '../../result';
import type { EncodingChoice } from '../cells/sheet';
import { decodeAs } from './decode-as';
import type { LegacyDecoder } from './decoded-text';
import { decodeUtf32 } from './decode-utf32';
import { decodeDosText } from './dos-code-pages';
import { fieldsBeyondAscii, joined } from './fields-beyond-ascii';
import { rankCharsets, type LikelyCharset } from './rank-charsets';
import { decodeMixedUtf8, isMostlyUtf8, MIXED_UTF8 } from './mixed-utf8';

/** Control characters, which show that the encoding is another one. */
const CONTROLS = /[\x80-\x84\x86-\x9F]/;
/** Bits by which the likeliest encoding must be ahead, and bits that a byte may cost at most. */
const CLEAR_BITS = 4;
const MOST_BITS_OF_BYTE = 6.5;
/** Bytes of which even the likeliest reading may look wrong. */
const FEW_BYTES = 40;
const MOST_CHOICES = 5;
const MOST_NAMES = 3;
const LONGEST_NAME = 60;

/** Decodes text that is no valid Unicode by the likeliest encoding (rank-charsets.ts). */
export const decodeLegacyText: LegacyDecoder = (bytes, encoding, isChosen) => {
  if (isChosen) {
    const text = decodeAny(bytes, encoding);
    if (text !== null) return ok({ text, encoding, reason: 'chosen', choices: [] });
  }
  if (encoding.startsWith('utf-32')) {
    const text = decodeUtf32(bytes, encoding)?.replace(/^\uFEFF+/, '');
    if (text !== undefined)
      return ok({ text, encoding, reason: isChosen ? 'chosen' : 'unicode', choices: [] });
  }
  const fields = fieldsBeyondAscii(bytes);
  const sample = joined(fields);
  const ranked = rankCharsets(sample);
  if (isChosen || encoding !== 'utf-8') return undecodable(encoding, fields, ranked);
  if (isMostlyUtf8(bytes)) {
    const mixed = ranked.filter((likely) => likely.encoding === MIXED_UTF8);
    return undecodable('utf-8', fields, [...mixed, ...ranked]);
  }
  for (const likely of ranked) {
    if (isNonsense(likely, sample)) break;
    const text = decodeAny(bytes, likely.encoding);
    if (text === null || CONTROLS.test(text)) continue;
    const rivals = ranked.filter(({ bits }) => bits < likely.bits + CLEAR_BITS);
    const choices = choicesOf(fields, rivals);
    return ok({
      text,
      encoding: likely.encoding,
      reason: 'letters',
      choices: choices.length > 1 ? choices : [],
    });
  }
  return undecodable('windows-1252', fields, ranked);
};

function isNonsense({ bits }: LikelyCharset, sample: Uint8Array): boolean {
  const beyondAscii = sample.filter((byte) => byte >= 0x80).length;
  return beyondAscii > FEW_BYTES && bits > MOST_BITS_OF_BYTE * beyondAscii;
}

function undecodable(encoding: string, fields: readonly Uint8Array[], charsets: readonly LikelyCharset[]) {
  return failed({ code: 'text-undecodable', encoding, choices: choicesOf(fields, charsets) } as const);
}

/**
 * Encodings to choose among, the likeliest first, each with a few fields of the file as they read
 * in it. Those that read the same are one choice.
 */
function choicesOf(
  fields: readonly Uint8Array[],
  charsets: readonly LikelyCharset[],
): readonly EncodingChoice[] {
  const seen = new Set<string>();
  const choices: EncodingChoice[] = [];
  for (const { encoding, text } of charsets) {
    if (seen.has(text) || choices.length === MOST_CHOICES) continue;
    seen.add(text);
    const names = fields.map((field) => decodeAny(field, encoding)?.trim().slice(0, LONGEST_NAME) ?? '');
    choices.push({ encoding, names: [...new Set(names)].filter((name) => name !== '').slice(0, MOST_NAMES) });
  }
  return choices;
}

function decodeAny(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === MIXED_UTF8) return decodeMixedUtf8(bytes);
  return decodeDosText(bytes, encoding) ?? decodeAs(bytes, encoding);
}
