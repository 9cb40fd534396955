/** 64 signs, none of which means anything to a spreadsheet program or in XML. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.';
const VALUE_OF = new Map(Array.from(SIGNS, (sign, value) => [sign.charCodeAt(0), value]));
/** Characters of a digest of 48 and of one of 36 bits. */
export const OF_CREDENTIAL = 8;
export const OF_CELL = 6;

/** A whole number of at most 48 bits in signs of 6 bits, the lowest first. */
export function signsOf(number: number, length: number): string {
  let [signs, rest] = ['', number];
  for (let at = 0; at < length; at += 1) {
    signs += SIGNS.charAt(rest % 64);
    rest = Math.floor(rest / 64);
  }
  return signs;
}

/** The number of such signs, from a place on. */
export function numberOf(signs: string, from: number, length: number): number {
  let number = 0;
  for (let at = from + length - 1; at >= from; at -= 1)
    number = number * 64 + (VALUE_OF.get(signs.charCodeAt(at)) ?? 0); // the seal has proved the signs
  return number;
}
