/** The next number of a sequence, from 0 up to but without 1. */
export type Random = () => number;

/**
 * FNV-1a: turns a name into a 32-bit seed, so that every user of randomness has its own sequence.
 */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/**
 * A sequence that is the same for the same seed and purpose (mulberry32).
 * Purposes are apart on purpose: one more fault rule does not change who the recipients are.
 */
export function seededRandom(seed: number, purpose: string): Random {
  let state = hash(`${seed}/${purpose}`);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `length` hexadecimal digits from a sequence. */
export function hexadecimal(random: Random, length: number): string {
  let digits = '';
  while (digits.length < length) digits += Math.floor(random() * 16).toString(16);
  return digits;
}
