import { GAP, type Moves } from './moves';

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
): void {
  const given = new Int32Array(moves.names);
  const taken = new Int32Array(moves.names);
  for (let start = 0; start < moves.count;) {
    let end = start + 1;
    while (end < moves.count && (moves.row[end] ?? 0) - (moves.row[end - 1] ?? 0) <= GAP + 1) end += 1;
    judgeBlock(moves, { start, end }, linked, circles, { given, taken }, found);
    start = end;
  }
}

/** Judges the moves from `start` to before `end`. The counts are zeros before and after. */
function judgeBlock(
  moves: Moves,
  { start, end }: { readonly start: number; readonly end: number },
  linked: Uint8Array,
  circles: Uint8Array,
  { given, taken }: { readonly given: Int32Array; readonly taken: Int32Array },
  found: Uint8Array,
): void {
  let size = 0;
  let links = 0;
  for (let move = start; move < end; move += 1) {
    // Swaps explain themselves; what is left has to prove a shift without them.
    if (circles[move] === 1) continue;
    size += 1;
    links += linked[move] ?? 0;
  }
  if (size < LEAST_TOGETHER || links < size * PASSED_ON) return;
  const each = (work: (from: number, to: number, move: number) => void) => {
    for (let move = start; move < end; move += 1)
      if (circles[move] === 0 && linked[move] === 1) work(moves.from[move] ?? 0, moves.to[move] ?? 0, move);
  };
  const count = (by: number) =>
    each((from, to) => {
      given[from] = (given[from] ?? 0) + by;
      taken[to] = (taken[to] ?? 0) + by;
    });
  count(1);
  let passed = 0;
  let names = 0;
  each((from) => {
    const times = given[from] ?? 1;
    const passes = Math.min(times, taken[from] ?? 0);
    // A name that is given up n times comes n times here.
    passed += passes / times;
    names += passes > 0 ? 1 / times : 0;
  });
  // Sums of parts of a whole, which floating numbers only nearly make whole.
  if (Math.round(names) >= 2 && passed >= size * PASSED_ON - 1e-6)
    each((from, to, move) => {
      if ((given[to] ?? 0) > 0 || (taken[from] ?? 0) > 0) found[move] = 1;
    });
  count(-1);
}
