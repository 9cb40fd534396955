import { uint8At } from '../../element-at';

/** Where an encoding of two bytes has the characters that nearly all text is made of: its first bytes, from and to. */
interface TwoBytes {
  readonly encoding: string;
  readonly common: readonly (readonly [from: number, to: number])[];
  /** The least that the second byte of one is. */
  readonly second: number;
}

/** A text that is all of the first is none of the second: Hangul fills a part of what the others use. */
const ENCODINGS: readonly TwoBytes[] = [
  { encoding: 'euc-kr', common: [[0xb0, 0xc8]], second: 0xa1 },
  { encoding: 'gb18030', common: [[0xb0, 0xd7]], second: 0xa1 },
  { encoding: 'big5', common: [[0xa4, 0xc6]], second: 0x40 },
  {
    encoding: 'shift_jis',
    // Punctuation and the mark of a long vowel, kana, then the kanji that are taught.
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
 * The encoding of Chinese, Japanese or Korean that a few names are in, where statistics have seen too little; null when
 * their bytes are not by twos, or not of the common characters.
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
