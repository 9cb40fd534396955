import { GAP, type Moves } from './moves';
import type { Scratch } from './scratch';
import { NO_CIRCLE } from './small-circles';

/** Moves that stand together before they can be a shift of their own. */
const LEAST_TOGETHER = 3;
/**
 * Share of those moves whose name another of them gives up. A shift by one of n rows has (n - 1)/n, a column sorted alone
 * all of them; corrections that only happen to meet ("Jon" to "John", another "John" to "Joan") never more than a half.
 */
const PASSED_ON = 0.6;

/** Marks links that stand together and keep nearly all their names among themselves. `circles`: those of people swapped, by link. */
export function passedOnTogether(
  moves: Moves,
  circles: Int32Array,
  found: Uint8Array,
  scratch: Scratch,
): void {
  const { count, row, links, move, names } = moves;
  const counts: Counts = {
    given: scratch.ints(names),
    taken: scratch.ints(names),
  };
  let first = 0;
  for (let start = 0; start < count && first < links;) {
    let end = start + 1;
    while (end < count && (row[end] ?? 0) - (row[end - 1] ?? 0) <= GAP + 1) end += 1;
    let last = first;
    while (last < links && (move[last] ?? 0) < end) last += 1;
    judgeBlock(moves, { moves: end - start, first, last }, circles, counts, found);
    start = end;
    first = last;
  }
}

/** Moves that stand together: how many, and their links, from `first` to before `last`. */
interface Block {
  readonly moves: number;
  readonly first: number;
  readonly last: number;
}

/** How often each name is given up and taken in a block, but for swaps. */
interface Counts {
  readonly given: Int32Array;
  readonly taken: Int32Array;
}

/** Judges a block. The counts of names are zeros before and after. */
function judgeBlock(
  { from, to }: Moves,
  { moves, first, last }: Block,
  circles: Int32Array,
  { given, taken }: Counts,
  found: Uint8Array,
): void {
  let links = 0;
  let isAnyLeft = false;
  for (let link = first; link < last; link += 1) {
    isAnyLeft ||= found[link] === 0;
    // Swaps explain themselves; what is left has to prove a shift without them.
    if (circles[link] !== NO_CIRCLE) continue;
    const left = from[link] ?? 0;
    const right = to[link] ?? 0;
    given[left] = (given[left] ?? 0) + 1;
    taken[right] = (taken[right] ?? 0) + 1;
    links += 1;
  }
  const size = moves - (last - first - links);
  if (isAnyLeft && size >= LEAST_TOGETHER && links >= size * PASSED_ON) {
    let passed = 0;
    let names = 0;
    for (let link = first; link < last; link += 1) {
      if (circles[link] !== NO_CIRCLE) continue;
      const left = from[link] ?? 0;
      const times = given[left] ?? 1;
      const passes = Math.min(times, taken[left] ?? 0);
      // A name that is given up n times comes n times here.
      passed += passes / times;
      names += passes > 0 ? 1 / times : 0;
    }
    // Sums of parts of a whole, which floating numbers only nearly make whole.
    const isShift = Math.round(names) >= 2 && passed >= size * PASSED_ON - 1e-6;
    for (let link = first; link < last && isShift; link += 1) {
      if (circles[link] !== NO_CIRCLE) continue;
      if ((given[to[link] ?? 0] ?? 0) > 0 || (taken[from[link] ?? 0] ?? 0) > 0) found[link] = 1;
    }
  }
  for (let link = first; link < last; link += 1) {
    given[from[link] ?? 0] = 0;
    taken[to[link] ?? 0] = 0;
  }
}
