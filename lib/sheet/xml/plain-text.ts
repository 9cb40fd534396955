import { uint8At } from '../../element-at';

/** The bytes of markup. */
export function bytesOf(markup: string): readonly number[] {
  return Array.from(markup, (letter) => letter.charCodeAt(0));
}

/** Four characters as the number that `getUint32(at, true)` gives for them: four bytes are compared at once. */
export function uint32Of(markup: string): number {
  return bytesOf(markup).reduceRight((before, letter) => before * 256 + letter, 0);
}

/** What is said of a text with spaces at its ends. */
export const SPACED = bytesOf(' xml:space="preserve"');

const ORDINARY = 0;
const TAG = 1;
const CODED = 2;
/** The x of an escape, if an underscore is before it. */
const ESCAPE = 3;
const KINDS = new Uint8Array(256);
KINDS[60] = TAG;
KINDS[38] = KINDS[13] = CODED;
KINDS[120] = ESCAPE;

/**
 * Where the text that begins at `from` ends with a tag; -1 where it is cut off, and where its bytes are not yet the text
 * (an entity, a carriage return, an escape as `_x000D_`).
 */
export function endOfPlainText(bytes: Uint8Array, from: number): number {
  const end = bytes.length;
  for (let at = from; at < end; at += 1) {
    const kind = KINDS[uint8At(bytes, at)];
    if (kind === ORDINARY) continue;
    if (kind === TAG) return at;
    if (kind === CODED || bytes[at - 1] === 95) return -1;
  }
  return -1;
}

/** Whether these bytes stand there. */
export function hasBytesAt(expected: readonly number[], bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < expected.length; at += 1) {
    if (bytes[from + at] !== expected[at]) return false;
  }
  return true;
}
