import { addInt32, int32At } from '../../element-at';
import { strongComponents, type Graph } from './strong-components';
import type { Scratch } from './scratch';

/** The number of a node that is in no small cycle. */
export const NO_CYCLE = 0;

/** A graph without loops (strong-components.ts), with the degrees of each node. */
export interface CountedGraph extends Graph {
  readonly outDegree: Int32Array;
  readonly inDegree: Int32Array;
}

/**
 * Finds the cycles of 2 to `most` nodes: the number of each node's cycle, from 1; null when there
 * is none. In `scratch`.
 *
 * Most nodes are plain: in-degree and out-degree 1. Cycles of plain nodes alone are followed edge
 * by edge. Between the other nodes, the crossings, a path of plain nodes counts as one edge, so
 * that few nodes are left for the search.
 */
export function smallCyclesOf(graph: CountedGraph, most: number, scratch: Scratch): Int32Array | null {
  const cycleOf = scratch.ints(graph.nodes);
  const next = nextOf(graph, scratch);
  const ways = waysOf(graph, next, scratch);
  const isAnyCrossed = markCrossed(ways, next, most, cycleOf, scratch);
  const isAnyPlain = markPlain(next, ways, most, cycleOf);
  return isAnyCrossed || isAnyPlain ? cycleOf : null;
}

/**
 * The next node of each plain node. NOWHERE for a node that no cycle can pass (a degree is 0), and
 * a number below NOWHERE for each crossing.
 */
function nextOf({ nodes, from, to, edges, outDegree, inDegree }: CountedGraph, scratch: Scratch): Int32Array {
  const next = scratch.room(nodes);
  for (let edge = 0; edge < edges; edge += 1) next[int32At(from, edge)] = int32At(to, edge);
  let crossings = 0;
  for (let node = 0; node < nodes; node += 1) {
    if (outDegree[node] === 1 && inDegree[node] === 1) continue;
    const isCrossing = outDegree[node] !== 0 && inDegree[node] !== 0;
    if (isCrossing) crossings += 1;
    next[node] = isCrossing ? NOWHERE - crossings : NOWHERE;
  }
  return next;
}

const NOWHERE = -1;

/** The number of a crossing, from 0, from what `nextOf` gave it. */
function crossingOf(next: number): number {
  return NOWHERE - 1 - next;
}

/** Paths of plain nodes from crossing to crossing, a place for each. */
interface Ways {
  readonly count: number;
  /** The crossings at both ends. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The first node after the start, and how many plain nodes the path has. */
  readonly first: Int32Array;
  readonly inside: Int32Array;
  readonly crossings: number;
  /** 1 for plain nodes on a path that leaves a crossing, wherever it leads. */
  readonly isOnWay: Uint8Array;
}

function waysOf({ nodes, from, to, edges }: Graph, next: Int32Array, scratch: Scratch): Ways {
  const isOnWay = scratch.bytes(nodes);
  const [wayFrom, wayTo] = [scratch.room(edges), scratch.room(edges)];
  const [inside, first] = [scratch.room(edges), scratch.room(edges)];
  let count = 0;
  let crossings = 0;
  for (let edge = 0; edge < edges; edge += 1) {
    const start = int32At(next, int32At(from, edge));
    if (start >= NOWHERE) continue;
    crossings = Math.max(crossings, crossingOf(start) + 1);
    let at = int32At(to, edge);
    let behind = int32At(next, at);
    let length = 0;
    for (; behind > NOWHERE; length += 1) {
      isOnWay[at] = 1;
      at = behind;
      behind = int32At(next, at);
    }
    if (behind === NOWHERE) continue;
    wayFrom[count] = crossingOf(start);
    wayTo[count] = crossingOf(behind);
    first[count] = int32At(to, edge);
    inside[count] = length;
    count += 1;
  }
  return { count, from: wayFrom, to: wayTo, first, inside, crossings, isOnWay };
}

/**
 * Marks the small cycles that pass crossings, with the plain nodes between them. Returns whether
 * there are any.
 */
function markCrossed(
  { count, from, to, inside, first, crossings }: Ways,
  next: Int32Array,
  most: number,
  cycleOf: Int32Array,
  scratch: Scratch,
): boolean {
  if (count === 0) return false;
  const { of, sizes } = strongComponents({ nodes: crossings, from, to, edges: count }, scratch);
  const isInside = (way: number) => of[int32At(from, way)] === of[int32At(to, way)];
  for (let way = 0; way < count; way += 1) {
    const cycle = int32At(of, int32At(from, way));
    if (isInside(way)) addInt32(sizes, cycle, int32At(inside, way));
  }
  const isSmall = (cycle: number) => int32At(sizes, cycle) > 1 && int32At(sizes, cycle) <= most;
  let isAny = false;
  // Each crossing of a cycle is the end of a path within it.
  for (let way = 0; way < count; way += 1) {
    const cycle = int32At(of, int32At(from, way));
    if (!isInside(way) || !isSmall(cycle)) continue;
    isAny = true;
    let at = int32At(first, way);
    for (; int32At(next, at) > NOWHERE; at = int32At(next, at)) cycleOf[at] = cycle + 1;
    cycleOf[at] = cycle + 1;
  }
  return isAny;
}

/**
 * Marks the small cycles of plain nodes alone, with numbers that no crossing has. Returns whether
 * there are any. Each node is visited once: a node after one that is in no such cycle is in none
 * either.
 */
function markPlain(
  next: Int32Array,
  { crossings, isOnWay: isSeen }: Ways,
  most: number,
  cycleOf: Int32Array,
): boolean {
  let found = crossings;
  for (let node = 0; node < next.length; node += 1) {
    let at = node;
    let size = 0;
    while (size < most && isSeen[at] === 0 && int32At(next, at) > NOWHERE) {
      isSeen[at] = 1;
      at = int32At(next, at);
      size += 1;
      if (at === node) break;
    }
    if (size === 0 || at !== node) continue;
    found += 1;
    for (let step = 0; step < size; step += 1, at = int32At(next, at)) cycleOf[at] = found;
  }
  return found > crossings;
}
