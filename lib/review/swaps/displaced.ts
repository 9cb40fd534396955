import { GAP, type Moves } from './moves';
import { passedOnAnywhere } from './passed-on-anywhere';
import { passedOnTogether } from './passed-on-together';
import type { Scratch } from './scratch';
import { NO_CIRCLE, smallCirclesOf } from './small-circles';

/** Links (see moves.ts) by which somebody gets the name (or e-mail) that another row gives up: 1 at each. */
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
 * gives up and takes (docs/product.md 2.4, Alarms). `peopleWith` tells how many people of the group have a name (its number)
 * now: "Maria Garcia", 50 times in the group, proves little by changing hands.
 *
 * Two signs of a shift, as either is blind where the other sees: names that pass from row to row wherever these stand
 * (a filtered list was sorted), counted by how rare they are; and rows that stand together and keep nearly all their
 * names among themselves (also common ones). Linear in the moves.
 */
export function displaced(moves: Moves, peopleWith: (name: number) => number, scratch: Scratch): Displaced {
  const shifted = scratch.bytes(moves.links);
  const swapped = scratch.bytes(moves.links);
  passedOnAnywhere(moves, peopleWith, shifted, scratch);
  if (!shifted.includes(0)) return { shifted, swapped }; // nothing is left that could be anything else
  const circles = smallCircles(moves, peopleWith, scratch);
  passedOnTogether(moves, circles, shifted, scratch);
  // A circle that reaches into shifted rows is a part of the shift, with all of its people.
  const first = shifted.indexOf(1);
  const last = shifted.lastIndexOf(1);
  const isPart = new Set<number>();
  for (let link = 0; link < moves.links; link += 1) {
    const circle = circles[link] ?? NO_CIRCLE;
    if (circle !== NO_CIRCLE && link >= first && link <= last) isPart.add(circle);
  }
  for (let link = 0; link < moves.links; link += 1) {
    const circle = circles[link] ?? NO_CIRCLE;
    if (circle === NO_CIRCLE) continue;
    if (isPart.has(circle)) shifted[link] = 1;
    else swapped[link] = 1;
  }
  return { shifted, swapped };
}

/** The circle of each link, where two to four people exchange their names and that is no chance; NO_CIRCLE for others. */
function smallCircles(moves: Moves, peopleWith: (name: number) => number, scratch: Scratch): Int32Array {
  const { links, names: nodes, from, to, given: goes, taken: comes } = moves;
  const found = scratch.ints(links);
  const circleOf = smallCirclesOf({ nodes, from, to, edges: links, goes, comes }, MOST_SWAPPED, scratch);
  if (circleOf === null) return found;
  const linksOf = new Map<number, number[]>();
  for (let link = 0; link < links; link += 1) {
    const circle = circleOf[from[link] ?? 0] ?? NO_CIRCLE;
    if (circle === NO_CIRCLE || circleOf[to[link] ?? 0] !== circle) continue;
    const same = linksOf.get(circle);
    if (same) same.push(link);
    else linksOf.set(circle, [link]);
  }
  for (const [circle, inside] of linksOf) {
    const rows = inside.map((link) => moves.row[moves.move[link] ?? 0] ?? 0);
    const counts = [...new Set(inside.map((link) => from[link] ?? 0))].map(peopleWith);
    const areNeighbours = Math.max(...rows) - Math.min(...rows) <= GAP * MOST_SWAPPED;
    if (areNeighbours || counts.includes(1) || counts.every((count) => count <= RARE))
      for (const link of inside) found[link] = circle;
  }
  return found;
}
