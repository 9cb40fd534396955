/**
 * How many letters apart two words are, by code points: one inserted, left out, exchanged, or two neighbours swapped
 * count as one (optimal string alignment). Stops at `limit`: a result above it only says "more".
 */
export function editDistance(a: string, b: string, limit: number): number {
  const [left, right] = withoutSameEnds(a, b);
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  if (left.length === 0 || right.length === 0) return left.length + right.length;
  let twoAbove: number[] = [];
  let above = right.map((_, index) => index);
  above.push(right.length);
  for (let i = 1; i <= left.length; i += 1) {
    const line = [i];
    let least = i;
    for (let j = 1; j <= right.length; j += 1) {
      const isSame = left[i - 1] === right[j - 1];
      const isSwap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const distance = Math.min(
        at(above, j) + 1,
        at(line, j - 1) + 1,
        at(above, j - 1) + (isSame ? 0 : 1),
        isSwap ? at(twoAbove, j - 2) + 1 : Infinity,
      );
      line.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    twoAbove = above;
    above = line;
  }
  return at(above, right.length);
}

function at(line: readonly number[], index: number): number {
  return line[index] ?? Infinity; // outside the matrix nothing is near
}

/**
 * The code points that are left of two words without their common beginning and end, which cost nothing: most names
 * differ in one place. No code point is cut in two.
 */
function withoutSameEnds(a: string, b: string): readonly [readonly string[], readonly string[]] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  if (start > 0 && isFirstHalf(a.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  if (end > 0 && isSecondHalf(a.charCodeAt(a.length - end))) end -= 1;
  return [Array.from(a.slice(start, a.length - end)), Array.from(b.slice(start, b.length - end))];
}

/** Of the two code units of a code point beyond U+FFFF. */
function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
