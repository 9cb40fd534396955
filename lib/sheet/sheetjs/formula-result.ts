/** Offset of the length of the formula in a formula record of BIFF 8 (MS-XLS 2.4.127). */
const LENGTH = 20;
const TOKENS = 22;
/** Bytes of each token behind its type, for those of a fixed length (MS-XLS 2.5.198). */
const SIZES: ReadonlyMap<number, number> = new Map([
  ...[0x01, 0x02].map((token) => [token, 4] as const),
  ...[0x1c, 0x1d].map((token) => [token, 1] as const),
  [0x1e, 2],
  [0x1f, 8],
  // The rest by the lower five bits: the upper ones say how it is used.
  [0x20, 7],
  [0x21, 2],
  [0x22, 3],
  [0x23, 4],
  ...[0x24, 0x2a, 0x2c].map((token) => [token, 4] as const),
  ...[0x25, 0x2b, 0x2d].map((token) => [token, 8] as const),
  ...[0x26, 0x27, 0x28].map((token) => [token, 6] as const),
  [0x29, 2],
  ...[0x39, 0x3a, 0x3c].map((token) => [token, 6] as const),
  ...[0x3b, 0x3d].map((token) => [token, 10] as const),
]);
const PARENTHESES = 0x15;
const STRING = 0x17;
const ATTRIBUTE = 0x19;
const CHOOSE = 0x04;
const SUM = 0x10;
/** Plus, minus, times, divided, to the power of; a sign in front; percent. */
const ARITHMETIC: ReadonlySet<number> = new Set([0x03, 0x04, 0x05, 0x06, 0x07, 0x12, 0x13, 0x14]);
const LITERAL: ReadonlySet<number> = new Set([0x1e, 0x1f]);
/**
 * Functions that give a number and nothing else, by their numbers (MS-XLS 2.5.198.17): COUNT, SUM,
 * AVERAGE, MIN, MAX, ROW, COLUMN, STDEV; SIN to ROUND without LOOKUP and INDEX; LEN, VALUE, MOD,
 * MATCH, DATE to NOW, ROWS, COLUMNS, SEARCH, FIND, COUNTA, PRODUCT, RANK, ROUNDUP, ROUNDDOWN,
 * TODAY, MEDIAN, SUMPRODUCT, SUBTOTAL, SUMIF, COUNTIF, COUNTBLANK.
 */
const NUMERIC: ReadonlySet<number> = new Set([
  0, 4, 5, 6, 7, 8, 9, 12, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 32, 33, 39, 63, 64, 65, 66, 67,
  68, 69, 70, 71, 72, 73, 74, 76, 77, 82, 124, 140, 141, 169, 183, 212, 213, 216, 220, 221, 227, 228, 344,
  345, 346, 347,
]);

/**
 * Tells whether a formula can only give a number, by what it does last: a sum, a difference, a
 * function such as SUM or LEN. False where it may give a text (IF, VLOOKUP, a reference, &), and
 * where a token is not known.
 *
 * @param record a formula record of BIFF 8, without its header
 */
export function givesNumber(record: Uint8Array): boolean {
  if (record.length < TOKENS) return false;
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const end = Math.min(TOKENS + view.getUint16(LENGTH, true), record.length);
  let isNumber = false;
  for (let at = TOKENS; at < end;) {
    const token = view.getUint8(at);
    const size = sizeOf(view, at, end);
    if (size === null || at + 1 + size > end) return false;
    const isSpace = token === PARENTHESES || (token === ATTRIBUTE && (view.getUint8(at + 1) & SUM) === 0);
    if (!isSpace) isNumber = isOfNumber(view, at, token);
    at += 1 + size;
  }
  return isNumber;
}

function isOfNumber(view: DataView, at: number, token: number): boolean {
  if (token === ATTRIBUTE) return true; // the short form of SUM
  if (ARITHMETIC.has(token) || LITERAL.has(token)) return true;
  const base = baseOf(token);
  if (base === 0x21) return NUMERIC.has(view.getUint16(at + 1, true));
  return base === 0x22 && NUMERIC.has(view.getUint16(at + 2, true) & 0x7fff);
}

/** Bytes behind the type of the token at a place; null for one that is not known. */
function sizeOf(view: DataView, at: number, end: number): number | null {
  const token = view.getUint8(at);
  if (token >= 0x03 && token <= 0x16) return 0;
  if (at + 3 >= end && (token === STRING || token === ATTRIBUTE)) return null;
  if (token === STRING) return 2 + view.getUint8(at + 1) * ((view.getUint8(at + 2) & 1) + 1);
  if (token === ATTRIBUTE) {
    const more = (view.getUint8(at + 1) & CHOOSE) === 0 ? 0 : 2 * (view.getUint16(at + 2, true) + 1);
    return 3 + more;
  }
  return SIZES.get(baseOf(token)) ?? null; // not known
}

/** The token without how its value is used: 0x44 and 0x64 are 0x24. */
function baseOf(token: number): number {
  return token < 0x40 ? token : (token & 0x1f) | 0x20;
}
