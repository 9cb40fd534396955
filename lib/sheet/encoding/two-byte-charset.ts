import { uint8At } from '../../element-at';

/** Ranges of the first byte of the common characters in a two-byte encoding. */
interface TwoBytes {
  readonly encoding: string;
  readonly common: readonly (readonly [from: number, to: number])[];
  /** Least second byte. */
  readonly second: number;
}

/** Encodings, the narrowest first: Hangul fills only a part of the range that the others use. */
const ENCODINGS: readonly TwoBytes[] = [
  { encoding: 'euc-kr', common: [[0xb0, 0xc8]], second: 0xa1 },
  { encoding: 'gb18030', common: [[0xb0, 0xd7]], second: 0xa1 },
  { encoding: 'big5', common: [[0xa4, 0xc6]], second: 0x40 },
  {
    encoding: 'shift_jis',
    // Punctuation and the long vowel mark, kana, then the kanji taught at school.
    common: [
      [0x81, 0x83],
      [0x88, 0x98],
    ],
    second: 0x40,
  },
];

const FEWEST_CHARACTERS = 4;
const LEAST_SHARE = 0.9;

/**
 * Guesses the encoding of a few Chinese, Japanese or Korean names, which are too little for
 * statistics. Null when the bytes are not in pairs, or not of common characters.
 */
export function twoByteCharset(sample: Uint8Array): string | null {
  const found = ENCODINGS.find((one) => {
    const { common, all } = countCharacters(sample, one);
    return all >= FEWEST_CHARACTERS && common >= all * LEAST_SHARE;
  });
  return found?.encoding ?? null;
}

function countCharacters(bytes: Uint8Array, { common, second }: TwoBytes): { common: number; all: number } {
  let all = 0;
  let found = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = uint8At(bytes, at);
    if (lead < 0x80) continue;
    all += 1;
    at += 1;
    if ((bytes[at] ?? 0) >= second && common.some(([from, to]) => lead >= from && lead <= to)) found += 1;
  }
  return { common: found, all };
}
