import { uint8At } from '../../element-at';

/** 64 signs, none of which means anything to a spreadsheet program or in XML. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.';
/** All pairs of signs, by their number: a download has millions of them. */
const PAIRS = Array.from({ length: 4_096 }, (_, of) => SIGNS.charAt(of % 64) + SIGNS.charAt(of >>> 6));
const VALUES = new Uint8Array(128);
for (let value = 0; value < SIGNS.length; value += 1) VALUES[SIGNS.charCodeAt(value)] = value;

/** Characters of a digest of 48 and of one of 36 bits. */
export const OF_CREDENTIAL = 8;
export const OF_CELL = 6;

/** A whole number of at most 48 bits in an even number of signs of 6 bits, the lowest first. */
export function signsOf(number: number, length: number): string {
  let [signs, rest] = ['', number];
  for (let at = 0; at < length; at += 2) {
    signs += PAIRS[rest % 4_096] ?? ''; // there is one for each remainder
    rest = Math.floor(rest / 4_096);
  }
  return signs;
}

/** The number of such signs, from a place on. The seal has proved that they are signs. */
export function numberOf(signs: string, from: number, length: number): number {
  let number = 0;
  for (let at = from + length - 1; at >= from; at -= 1)
    number = number * 64 + uint8At(VALUES, signs.charCodeAt(at) & 127);
  return number;
}
