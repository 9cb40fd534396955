/**
 * How many letters apart two words are, by code points: one inserted, dropped or replaced, or two
 * neighbours swapped count as one (optimal string alignment). Stops at `limit`: a result above it
 * only says "more".
 */
export function editDistance(a: string, b: string, limit: number): number {
  const left = new Letters(a, one);
  const right = new Letters(b, other);
  return distanceOf(left.points, left.length, right.points, right.length, limit);
}

/**
 * The same for letters as numbers, the first `aLength` and `bLength` of each. Their common
 * beginning and end cost nothing: most names differ in one place. What is left is compared near the
 * diagonal alone: away from it everything is further apart than `limit`.
 */
export function distanceOf(
  a: ArrayLike<number>,
  aLength: number,
  b: ArrayLike<number>,
  bLength: number,
  limit: number,
): number {
  let start = 0;
  while (start < aLength && start < bLength && a[start] === b[start]) start += 1;
  let aEnd = aLength;
  let bEnd = bLength;
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd -= 1;
    bEnd -= 1;
  }
  const left = aEnd - start;
  const right = bEnd - start;
  if (Math.abs(left - right) > limit) return limit + 1;
  if (left === 0 || right === 0) return left + right;
  if (line.length < right + 2) [twoAbove, above, line] = [lineOf(right), lineOf(right), lineOf(right)];
  for (let j = 0; j <= right; j += 1) above[j] = j;
  if (limit < right) above[limit + 1] = FAR;
  for (let i = 1; i <= left; i += 1) {
    const first = Math.max(1, i - limit);
    const last = Math.min(right, i + limit);
    const letter = a[start + i - 1];
    line[first - 1] = first === 1 ? i : FAR;
    let least = at(line, first - 1);
    for (let j = first; j <= last; j += 1) {
      const other = b[start + j - 1];
      let distance = at(above, j - 1) + (letter === other ? 0 : 1);
      distance = Math.min(distance, at(above, j) + 1, at(line, j - 1) + 1);
      const isSwap = i > 1 && j > 1 && letter === b[start + j - 2] && a[start + i - 2] === other;
      if (isSwap) distance = Math.min(distance, at(twoAbove, j - 2) + 1);
      line[j] = distance;
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    line[last + 1] = FAR;
    [twoAbove, above, line] = [above, line, twoAbove];
  }
  return at(above, right);
}

/** Outside of what is compared nothing is near. */
const FAR = 0x7fff;

/** Three lines of the matrix at a time, of which each is used again and again. */
let twoAbove = new Int32Array(0);
let above = new Int32Array(0);
let line = new Int32Array(0);

function lineOf(letters: number): Int32Array<ArrayBuffer> {
  return new Int32Array(Math.max(256, letters * 2));
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? FAR;
}

/** The code points of a text, in memory that is used again and again where they fit. */
class Letters {
  readonly points: Int32Array;
  length = 0;

  constructor(text: string, memory: Int32Array) {
    this.points = text.length <= memory.length ? memory : new Int32Array(text.length);
    for (let at = 0; at < text.length; at += 1) {
      const point = text.codePointAt(at) ?? 0; // it is inside of the text
      if (point > 0xffff) at += 1;
      this.points[this.length] = point;
      this.length += 1;
    }
  }
}

const one = new Int32Array(256);
const other = new Int32Array(256);
