import { int32At, itemAt } from '../../element-at';
import { GAP, type Reassignments } from './reassignments';
import { markChains } from './chains';
import { markShiftedBlocks } from './shifted-blocks';
import type { Scratch } from './scratch';
import { NO_CYCLE, smallCyclesOf } from './small-cycles';

/** Links (reassignments.ts) that belong to a shift or a swap: 1 at the place of each. */
export interface ShiftsAndSwaps {
  /**
   * A column, or a part of it, that stands beside the wrong rows: sorted alone, or moved against
   * its neighbours.
   */
  readonly shifted: Uint8Array;
  /** A permutation cycle of two to ten people who exchange their names. */
  readonly swapped: Uint8Array;
}

/**
 * People in a cycle that is a swap, even where it is not long enough to prove a shift by itself. No
 * honest sheet has a closed cycle of rare names.
 */
const MOST_SWAPPED = 10;
/** People in a cycle that is a swap before it is asked whether their rows were shifted together. */
const FEW = 4;
/** A name that more people have changes hands by chance. */
const RARE = 3;

/**
 * Finds columns that were sorted alone or moved against their neighbours, and people who were
 * swapped (docs/product.md 2.4, Alarms). Linear in the reassignments.
 *
 * The names are the nodes of a graph, and each row is an edge from the name it has to the name it
 * gets:
 *
 *     row 2  Ada -> Bo
 *     row 3  Bo  -> Cy     Ada -> Bo -> Cy is a chain: names pass on, as in a shifted column
 *     row 8  Di  -> Ed
 *     row 9  Ed  -> Di     Di -> Ed -> Di is a cycle: two people were swapped
 *
 * A shift shows in two ways, and each finds what the other misses. Chains of rare names prove it
 * wherever the rows stand (a filtered list was sorted). A block of neighbouring rows that keeps
 * nearly all of its names to itself proves it even where the names are common.
 *
 * `peopleWith`: how many people of the group have a name (its number) now. "Maria Garcia", 50 times
 * in the group, proves little by changing hands.
 */
export function findShifts(
  reassignments: Reassignments,
  peopleWith: (name: number) => number,
  scratch: Scratch,
): ShiftsAndSwaps {
  const shifted = scratch.bytes(reassignments.links);
  const swapped = scratch.bytes(reassignments.links);
  markChains(reassignments, peopleWith, shifted, scratch);
  if (!shifted.includes(0)) return { shifted, swapped }; // nothing is left that could be anything else
  const cycles = smallCycles(reassignments, peopleWith, scratch);
  markShiftedBlocks(reassignments, cycles.few, shifted, scratch);
  // A cycle that reaches into shifted rows is a part of the shift, with all of its people.
  const first = shifted.indexOf(1);
  const last = shifted.lastIndexOf(1);
  const isPart = new Set<number>();
  for (let link = 0; link < reassignments.links; link += 1) {
    const cycle = int32At(cycles.all, link);
    if (cycle !== NO_CYCLE && link >= first && link <= last) isPart.add(cycle);
  }
  for (let link = 0; link < reassignments.links; link += 1) {
    const cycle = int32At(cycles.all, link);
    if (cycle === NO_CYCLE) continue;
    if (isPart.has(cycle)) shifted[link] = 1;
    else swapped[link] = 1;
  }
  return { shifted, swapped };
}

/**
 * The cycle of each link, where two to ten people exchange their names and not by chance; else
 * NO_CYCLE. `few`: likewise, of two to four people only.
 */
function smallCycles(
  reassignments: Reassignments,
  peopleWith: (name: number) => number,
  scratch: Scratch,
): { readonly all: Int32Array; readonly few: Int32Array } {
  const { links, names: nodes, from, to, outDegree, inDegree } = reassignments;
  const all = scratch.ints(links);
  const few = scratch.ints(links);
  const cycleOf = smallCyclesOf(
    { nodes, from, to, edges: links, outDegree, inDegree },
    MOST_SWAPPED,
    scratch,
  );
  if (cycleOf === null) return { all, few };
  const linksOf = new Map<number, number[]>();
  for (let link = 0; link < links; link += 1) {
    const cycle = int32At(cycleOf, int32At(from, link));
    if (cycle === NO_CYCLE || cycleOf[int32At(to, link)] !== cycle) continue;
    const same = linksOf.get(cycle);
    if (same) same.push(link);
    else linksOf.set(cycle, [link]);
  }
  for (const [cycle, inside] of linksOf) {
    const counts = [...new Set(inside.map((link) => int32At(from, link)))].map(peopleWith);
    if (areNeighbours(reassignments, inside) || counts.includes(1) || counts.every((count) => count <= RARE))
      for (const link of inside) {
        all[link] = cycle;
        if (counts.length <= FEW) few[link] = cycle;
      }
  }
  return { all, few };
}

/**
 * Whether the rows of some links, which ascend, stand close enough for one hand to have swapped
 * them. A cycle of two names that thousands of people have can hold every row of the sheet.
 */
function areNeighbours({ row, reassignment }: Reassignments, links: readonly number[]): boolean {
  const rowOf = (link: number) => int32At(row, int32At(reassignment, link));
  return rowOf(itemAt(links, links.length - 1)) - rowOf(itemAt(links, 0)) <= GAP * FEW;
}
