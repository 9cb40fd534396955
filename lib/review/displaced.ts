import { ALONE, GAP, type Moves } from './moves';
import { passedOnAnywhere } from './passed-on-anywhere';
import { passedOnTogether } from './passed-on-together';
import type { Scratch } from './scratch';
import { NO_CIRCLE, smallCirclesOf } from './small-circles';

/** Moves by which somebody gets the name (or e-mail) that another row gives up: 1 at the place of each such move. */
export interface Displaced {
  /** A whole column, or a part of it, stands beside the wrong rows. */
  readonly shifted: Uint8Array;
  /** Two people, or up to four in a circle, exchange it. */
  readonly swapped: Uint8Array;
}

/** People of a circle that is still called a swap; a longer one is a column sorted alone. */
const MOST_SWAPPED = 4;
/** A name that more people have is given up and taken by chance. */
const RARE = 3;

/**
 * Finds a column that was sorted alone or moved against its neighbours, and people who were swapped, from what every row
 * gives up and takes (product.md 2.4, Alarms). `peopleWith` tells how many people of the group have a name (its number)
 * now: "Maria Garcia", 50 times in the group, proves little by changing hands.
 *
 * Two signs of a shift, as either is blind where the other sees: names that pass from row to row wherever these stand
 * (a filtered list was sorted), counted by how rare they are; and rows that stand together and keep nearly all their
 * names among themselves (also common ones). Linear in the moves.
 */
export function displaced(moves: Moves, peopleWith: (name: number) => number, scratch: Scratch): Displaced {
  const linked = scratch.bytes(moves.count);
  const shifted = scratch.bytes(moves.count);
  const swapped = scratch.bytes(moves.count);
  let links = 0;
  for (let move = 0; move < moves.count; move += 1) {
    if (!isLinked(moves, move)) continue;
    linked[move] = 1;
    links += 1;
  }
  if (links < 2) return { shifted, swapped };
  const circles = smallCircles(moves, linked, peopleWith, scratch);
  passedOnAnywhere(moves, linked, peopleWith, shifted, scratch);
  passedOnTogether(moves, linked, circles, shifted, scratch);
  // A circle in the midst of shifted rows is a part of the shift.
  const first = shifted.indexOf(1);
  const last = shifted.lastIndexOf(1);
  for (let move = 0; move < moves.count; move += 1) {
    if (circles[move] === 0 || shifted[move] === 1) continue;
    if (move > first && move < last) shifted[move] = 1;
    else swapped[move] = 1;
  }
  return { shifted, swapped };
}

function isLinked({ from, to, given, taken }: Moves, move: number): boolean {
  const left = from[move] ?? ALONE;
  return left !== ALONE && ((given[to[move] ?? 0] ?? 0) > 0 || (taken[left] ?? 0) > 0);
}

/** The moves of two to four people who exchange their names, where that is no chance. */
function smallCircles(
  moves: Moves,
  linked: Uint8Array,
  peopleWith: (name: number) => number,
  scratch: Scratch,
): Uint8Array {
  const from = scratch.room(moves.count);
  const to = scratch.room(moves.count);
  const found = scratch.bytes(moves.count);
  let edges = 0;
  for (let move = 0; move < moves.count; move += 1) {
    if (linked[move] === 0) continue;
    const left = moves.from[move] ?? 0;
    const right = moves.to[move] ?? 0;
    // What nobody takes, or nobody gives up, is in no circle.
    if ((moves.taken[left] ?? 0) === 0 || (moves.given[right] ?? 0) === 0) continue;
    from[edges] = left;
    to[edges] = right;
    edges += 1;
  }
  if (edges === 0) return found;
  const circleOf = smallCirclesOf({ nodes: moves.names, from, to, edges }, MOST_SWAPPED, scratch);
  const movesOf = new Map<number, number[]>();
  for (let move = 0; move < moves.count; move += 1) {
    if (linked[move] === 0) continue;
    const circle = circleOf[moves.from[move] ?? 0] ?? NO_CIRCLE;
    if (circle === NO_CIRCLE || circleOf[moves.to[move] ?? 0] !== circle) continue;
    const same = movesOf.get(circle);
    if (same) same.push(move);
    else movesOf.set(circle, [move]);
  }
  for (const inside of movesOf.values()) {
    const rows = inside.map((move) => moves.row[move] ?? 0);
    const counts = [...new Set(inside.map((move) => moves.from[move] ?? 0))].map(peopleWith);
    const areNeighbours = Math.max(...rows) - Math.min(...rows) <= GAP * MOST_SWAPPED;
    if (areNeighbours || counts.includes(1) || counts.every((count) => count <= RARE))
      for (const move of inside) found[move] = 1;
  }
  return found;
}
