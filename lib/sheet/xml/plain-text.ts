/** ASCII bytes of markup. */
export function bytesOf(markup: string): readonly number[] {
  return Array.from(markup, (letter) => letter.charCodeAt(0));
}

/**
 * Four characters as one number, as `getUint32(at, true)` reads them. So four bytes are compared at
 * once.
 */
export function uint32Of(markup: string): number {
  return bytesOf(markup).reduceRight((before, letter) => before * 256 + letter, 0);
}

/** Attribute of a text with spaces at its ends. */
export const SPACED = bytesOf(' xml:space="preserve"');

const ORDINARY = 0;
const TAG = 1;
const CODED = 2;
/** The x of an escape, when an underscore is before it. */
const ESCAPE = 3;
const KINDS = new Uint8Array(256);
KINDS[60] = TAG;
KINDS[38] = KINDS[13] = CODED;
KINDS[120] = ESCAPE;

/**
 * End of the text that begins at `from`, at the next tag. -1 where it is cut off or needs decoding
 * (an entity, a carriage return, an escape such as `_x000D_`).
 */
export function endOfPlainText(bytes: Uint8Array, from: number): number {
  const end = bytes.length;
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) break;
    const kind = KINDS[byte];
    if (kind === ORDINARY) continue;
    if (kind === TAG) return at;
    if (kind === CODED || bytes[at - 1] === 95) return -1;
  }
  return -1;
}

/** Tells whether these bytes are at `from`. */
export function hasBytesAt(expected: readonly number[], bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < expected.length; at += 1) {
    if (bytes[from + at] !== expected[at]) return false;
  }
  return true;
}
