import { GAP, type Moves } from './moves';
import type { Scratch } from './scratch';

/** Moves that stand together before they can be a shift of their own. */
const LEAST_TOGETHER = 3;
/**
 * Share of those moves whose name another of them gives up. A shift by one of n rows has (n - 1)/n, a column sorted alone
 * all of them; corrections that only happen to meet ("Jon" to "John", another "John" to "Joan") never more than a half.
 */
const PASSED_ON = 0.6;

/**
 * Marks rows that stand together and keep nearly all their names among themselves. `linked`: moves that have to do with
 * another; `circles`: moves of people swapped.
 */
export function passedOnTogether(
  moves: Moves,
  linked: Uint8Array,
  circles: Uint8Array,
  found: Uint8Array,
  scratch: Scratch,
): void {
  const counts: Counts = {
    given: scratch.ints(moves.names),
    taken: scratch.ints(moves.names),
    members: scratch.room(moves.count),
  };
  for (let start = 0; start < moves.count;) {
    let end = start + 1;
    while (end < moves.count && (moves.row[end] ?? 0) - (moves.row[end - 1] ?? 0) <= GAP + 1) end += 1;
    judgeBlock(moves, { start, end }, linked, circles, counts, found);
    start = end;
  }
}

/** How often each name is given up and taken in a block, and which of its moves have to do with another. */
interface Counts {
  readonly given: Int32Array;
  readonly taken: Int32Array;
  readonly members: Int32Array;
}

/** Judges the moves from `start` to before `end`. The counts of names are zeros before and after. */
function judgeBlock(
  moves: Moves,
  { start, end }: { readonly start: number; readonly end: number },
  linked: Uint8Array,
  circles: Uint8Array,
  { given, taken, members }: Counts,
  found: Uint8Array,
): void {
  let size = 0;
  let links = 0;
  for (let move = start; move < end; move += 1) {
    // Swaps explain themselves; what is left has to prove a shift without them.
    if (circles[move] === 1) continue;
    size += 1;
    if (linked[move] === 0) continue;
    members[links] = move;
    links += 1;
  }
  if (size < LEAST_TOGETHER || links < size * PASSED_ON) return;
  for (let at = 0; at < links; at += 1) {
    const from = moves.from[members[at] ?? 0] ?? 0;
    const to = moves.to[members[at] ?? 0] ?? 0;
    given[from] = (given[from] ?? 0) + 1;
    taken[to] = (taken[to] ?? 0) + 1;
  }
  let passed = 0;
  let names = 0;
  for (let at = 0; at < links; at += 1) {
    const from = moves.from[members[at] ?? 0] ?? 0;
    const times = given[from] ?? 1;
    const passes = Math.min(times, taken[from] ?? 0);
    // A name that is given up n times comes n times here.
    passed += passes / times;
    names += passes > 0 ? 1 / times : 0;
  }
  // Sums of parts of a whole, which floating numbers only nearly make whole.
  const isShift = Math.round(names) >= 2 && passed >= size * PASSED_ON - 1e-6;
  for (let at = 0; at < links && isShift; at += 1) {
    const move = members[at] ?? 0;
    if ((given[moves.to[move] ?? 0] ?? 0) > 0 || (taken[moves.from[move] ?? 0] ?? 0) > 0) found[move] = 1;
  }
  for (let at = 0; at < links; at += 1) {
    given[moves.from[members[at] ?? 0] ?? 0] = 0;
    taken[moves.to[members[at] ?? 0] ?? 0] = 0;
  }
}
