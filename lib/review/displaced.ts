import { closedCircles } from './closed-circles';
import type { Move } from './real-moves';

/** Rows in which somebody gets the name (or e-mail) that another row gives up. */
export interface Displaced {
  /** A whole column, or a part of it, stands beside the wrong rows. */
  readonly shifted: readonly Move[];
  /** Two people, or up to four in a circle, exchange it. */
  readonly swapped: readonly Move[];
}

/** People of a circle that is still called a swap; a longer one is a column sorted alone. */
const MOST_SWAPPED = 4;
/** Passed-on names that prove a shift wherever the rows stand, each divided by how many people have the name. */
const PROOF = 5;
/** Rows without a move between two moves that still stand together. */
const GAP = 3;
/** Moves that stand together before they can be a shift of their own. */
const LEAST_TOGETHER = 3;
/**
 * Share of those moves whose name another of them gives up. A shift by one of n rows has (n - 1)/n, a column sorted alone
 * all of them; corrections that only happen to meet ("Jon" to "John", another "John" to "Joan") never more than a half.
 */
const PASSED_ON = 0.6;
/** A name that more people have is given up and taken by chance. */
const RARE = 3;

/**
 * Finds a column that was sorted alone or moved against its neighbours, and people who were swapped, from what every row
 * gives up and takes (product.md 2.4, Alarms). `moves` in the order of the rows; `peopleWith` tells how many people of
 * the group have a name now: "Maria Garcia", 50 times in the group, proves little by changing hands.
 *
 * Two signs of a shift, as either is blind where the other sees: names that pass from row to row wherever these stand
 * (a filtered list was sorted), counted by how rare they are; and rows that stand together and keep nearly all their
 * names among themselves (also common ones). Linear in the moves, but for sorting.
 */
export function displaced(moves: readonly Move[], peopleWith: (key: string) => number): Displaced {
  const given = new Set(moves.map(({ from }) => from));
  const taken = new Set(moves.map(({ to }) => to));
  const linked = moves.filter(({ from, to }) => given.has(to) || taken.has(from));
  if (linked.length < 2) return { shifted: [], swapped: [] };
  const circles = smallCircles(linked, peopleWith);
  const shifted = new Set([...passedOnAnywhere(linked, peopleWith), ...passedOnTogether(moves, circles)]);
  // A circle in the midst of shifted rows is a part of the shift.
  let first = Infinity;
  let last = -Infinity;
  for (const { row } of shifted) {
    first = Math.min(first, row);
    last = Math.max(last, row);
  }
  const swapped = [...circles].filter((move) => !shifted.has(move));
  for (const move of swapped) if (move.row > first && move.row < last) shifted.add(move);
  return {
    shifted: moves.filter((move) => shifted.has(move)),
    swapped: moves.filter((move) => circles.has(move) && !shifted.has(move)),
  };
}

function smallCircles(linked: readonly Move[], peopleWith: (key: string) => number): ReadonlySet<Move> {
  const circleOf = new Map<string, readonly string[]>();
  for (const circle of closedCircles(linked))
    if (circle.length <= MOST_SWAPPED) for (const key of circle) circleOf.set(key, circle);
  const movesOf = new Map<readonly string[], Move[]>();
  for (const move of linked) {
    const circle = circleOf.get(move.from);
    if (circle === undefined || circleOf.get(move.to) !== circle) continue;
    const same = movesOf.get(circle);
    if (same) same.push(move);
    else movesOf.set(circle, [move]);
  }
  const found = new Set<Move>();
  for (const [circle, inside] of movesOf) {
    const counts = circle.map(peopleWith);
    const rows = inside.map(({ row }) => row);
    const areNeighbours = Math.max(...rows) - Math.min(...rows) <= GAP * MOST_SWAPPED;
    if (areNeighbours || counts.includes(1) || counts.every((count) => count <= RARE))
      for (const move of inside) found.add(move);
  }
  return found;
}

/** Names that pass from row to row, wherever the rows stand: chains and circles with enough proof. */
function passedOnAnywhere(linked: readonly Move[], peopleWith: (key: string) => number): readonly Move[] {
  const strong = linked.filter(({ isStrong }) => isStrong);
  const given = countBy(strong, ({ from }) => from);
  const taken = countBy(strong, ({ to }) => to);
  const passes = (key: string) => Math.min(given.get(key) ?? 0, taken.get(key) ?? 0);
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let above = parents.get(root); above !== undefined; above = parents.get(root)) root = above;
    for (let at = key; at !== root;) {
      const above = parents.get(at) ?? root;
      parents.set(at, root);
      at = above;
    }
    return root;
  };
  for (const { from, to } of strong) {
    if (passes(from) === 0 || passes(to) === 0) continue;
    const [left, right] = [rootOf(from), rootOf(to)];
    if (left !== right) parents.set(left, right);
  }
  const proof = new Map<string, number>();
  for (const key of given.keys()) {
    if (passes(key) === 0) continue;
    const root = rootOf(key);
    proof.set(root, (proof.get(root) ?? 0) + passes(key) / Math.max(1, peopleWith(key)));
  }
  const isProved = (key: string) => passes(key) > 0 && (proof.get(rootOf(key)) ?? 0) >= PROOF;
  return linked.filter(({ from, to }) => isProved(from) || isProved(to));
}

/** Rows that stand together and keep nearly all their names among themselves. */
function passedOnTogether(moves: readonly Move[], circles: ReadonlySet<Move>): readonly Move[] {
  const blocks: Move[][] = [];
  let lastRow = -Infinity;
  for (const move of moves) {
    if (move.row - lastRow > GAP + 1) blocks.push([]);
    blocks.at(-1)?.push(move); // the first move begins one
    lastRow = move.row;
  }
  return blocks.flatMap((block) => {
    // Swaps explain themselves; what is left has to prove a shift without them.
    const rest = block.filter((move) => !circles.has(move));
    if (rest.length < LEAST_TOGETHER) return [];
    const given = countBy(rest, ({ from }) => from);
    const taken = countBy(rest, ({ to }) => to);
    let passed = 0;
    let names = 0;
    for (const [key, count] of given) {
      const passes = Math.min(count, taken.get(key) ?? 0);
      passed += passes;
      if (passes > 0) names += 1;
    }
    if (names < 2 || passed < rest.length * PASSED_ON) return [];
    return rest.filter(({ from, to }) => given.has(to) || taken.has(from));
  });
}

function countBy(moves: readonly Move[], keyOf: (move: Move) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const move of moves) counts.set(keyOf(move), (counts.get(keyOf(move)) ?? 0) + 1);
  return counts;
}
