import { itemAt, uint8At } from '../../element-at';

/** Powers of ten that a double holds exactly. */
const TENS = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/**
 * Parses a number from ASCII bytes as XML writes it, exactly as `Number` does; NaN for anything
 * else. Up to 15 digits need no string: digits and power of ten are exact, so their quotient is
 * rounded once, to the nearest double.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const negative = bytes[at] === 45;
  if (negative) at += 1;
  let digits = 0;
  let decimals = -1;
  const first = at;
  for (; at < to; at += 1) {
    const digit = uint8At(bytes, at) - 48;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      if (decimals >= 0) decimals += 1;
    } else if (digit === -2 && decimals < 0) decimals = 0;
    else break;
  }
  if (at !== to || at === first || at - first > 15 || decimals === 0 || bytes[first] === 46)
    return parseFromText(bytes, from, to);
  const value = decimals > 0 ? digits / itemAt(TENS, decimals) : digits;
  return negative ? -value : value;
}

function parseFromText(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 400) return NaN;
  const text = String.fromCharCode(...bytes.subarray(from, to)).trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
