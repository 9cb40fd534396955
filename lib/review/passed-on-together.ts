import { GAP, type Moves } from './moves';

/** Moves that stand together before they can be a shift of their own. */
const LEAST_TOGETHER = 3;
/**
 * Share of those moves whose name another of them gives up. A shift by one of n rows has (n - 1)/n, a column sorted alone
 * all of them; corrections that only happen to meet ("Jon" to "John", another "John" to "Joan") never more than a half.
 */
const PASSED_ON = 0.6;

/** Marks rows that stand together and keep nearly all their names among themselves. `circles`: moves of people swapped. */
export function passedOnTogether(moves: Moves, circles: Uint8Array, found: Uint8Array): void {
  const given = new Int32Array(moves.names);
  const taken = new Int32Array(moves.names);
  const judge = (block: readonly number[]) => {
    if (block.length < LEAST_TOGETHER) return;
    for (const move of block) count(moves, move, given, taken, 1);
    let passed = 0;
    let names = 0;
    for (const move of block) {
      const from = moves.from[move] ?? 0;
      const passes = Math.min(given[from] ?? 0, taken[from] ?? 0);
      // A name that is given up n times comes n times here.
      passed += passes / (given[from] ?? 1);
      names += passes > 0 ? 1 / (given[from] ?? 1) : 0;
    }
    // Sums of parts of a whole, which floating numbers only nearly make whole.
    if (Math.round(names) >= 2 && passed >= block.length * PASSED_ON - 1e-6)
      for (const move of block)
        if ((given[moves.to[move] ?? 0] ?? 0) > 0 || (taken[moves.from[move] ?? 0] ?? 0) > 0) found[move] = 1;
    for (const move of block) count(moves, move, given, taken, -1);
  };
  let block: number[] = [];
  let lastRow = -Infinity;
  for (let move = 0; move < moves.count; move += 1) {
    const row = moves.row[move] ?? 0;
    if (row - lastRow > GAP + 1) {
      judge(block);
      block = [];
    }
    lastRow = row;
    // Swaps explain themselves; what is left has to prove a shift without them.
    if (circles[move] === 0) block.push(move);
  }
  judge(block);
}

function count(moves: Moves, move: number, given: Int32Array, taken: Int32Array, by: number): void {
  const [from, to] = [moves.from[move] ?? 0, moves.to[move] ?? 0];
  given[from] = (given[from] ?? 0) + by;
  taken[to] = (taken[to] ?? 0) + by;
}
