import { closedCircles, type Graph } from './closed-circles';
import type { Scratch } from './scratch';

/** In no small circle. */
export const NO_CIRCLE = 0;

/** A graph (see closed-circles.ts; no edge goes to where it comes from) with how many edges go from and come to each node. */
export interface CountedGraph extends Graph {
  readonly goes: Int32Array;
  readonly comes: Int32Array;
}

/**
 * The circles of 2 to `most` nodes of a graph: the number of each node's circle, from 1; null when there is none. In
 * `scratch`.
 *
 * Most nodes have one edge that comes and one that goes. What such nodes alone make is followed edge by edge; between the
 * others, ways over them count as one edge, so that few nodes are left to be searched for circles.
 */
export function smallCirclesOf(graph: CountedGraph, most: number, scratch: Scratch): Int32Array | null {
  const circleOf = scratch.ints(graph.nodes);
  const next = nextOf(graph, scratch);
  const ways = waysOf(graph, next, scratch);
  const isAnyCrossed = markCrossed(ways, next, most, circleOf, scratch);
  const isAnyPlain = markPlain(next, ways, most, circleOf);
  return isAnyCrossed || isAnyPlain ? circleOf : null;
}

/**
 * The node behind each plain one. In place of that NOWHERE for nodes that are in no circle, as no edge goes or none comes,
 * and for all others, the crossings, a number below it.
 */
function nextOf({ nodes, from, to, edges, goes, comes }: CountedGraph, scratch: Scratch): Int32Array {
  const next = scratch.room(nodes);
  for (let edge = 0; edge < edges; edge += 1) next[from[edge] ?? 0] = to[edge] ?? 0;
  let crossings = 0;
  for (let node = 0; node < nodes; node += 1) {
    if (goes[node] === 1 && comes[node] === 1) continue;
    const isCrossing = goes[node] !== 0 && comes[node] !== 0;
    if (isCrossing) crossings += 1;
    next[node] = isCrossing ? NOWHERE - crossings : NOWHERE;
  }
  return next;
}

const NOWHERE = -1;

/** The number of a crossing, from 0, by what stands in place of the node behind it. */
function crossingOf(next: number): number {
  return NOWHERE - 1 - next;
}

/** Ways from crossing to crossing, a place for each. */
interface Ways {
  readonly count: number;
  /** The crossings at both ends. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The first node behind the start, and how many plain ones are on the way. */
  readonly first: Int32Array;
  readonly inside: Int32Array;
  readonly crossings: number;
  /** 1 for plain nodes that are on a way from a crossing, wherever it leads. */
  readonly isOnWay: Uint8Array;
}

function waysOf({ nodes, from, to, edges }: Graph, next: Int32Array, scratch: Scratch): Ways {
  const isOnWay = scratch.bytes(nodes);
  const [wayFrom, wayTo] = [scratch.room(edges), scratch.room(edges)];
  const [inside, first] = [scratch.room(edges), scratch.room(edges)];
  let count = 0;
  let crossings = 0;
  for (let edge = 0; edge < edges; edge += 1) {
    const start = next[from[edge] ?? 0] ?? 0;
    if (start >= NOWHERE) continue;
    crossings = Math.max(crossings, crossingOf(start) + 1);
    let at = to[edge] ?? 0;
    let behind = next[at] ?? 0;
    let length = 0;
    for (; behind > NOWHERE; length += 1) {
      isOnWay[at] = 1;
      at = behind;
      behind = next[at] ?? 0;
    }
    if (behind === NOWHERE) continue;
    wayFrom[count] = crossingOf(start);
    wayTo[count] = crossingOf(behind);
    first[count] = to[edge] ?? 0;
    inside[count] = length;
    count += 1;
  }
  return { count, from: wayFrom, to: wayTo, first, inside, crossings, isOnWay };
}

/** Marks the circles that crossings are in, with the plain nodes between them; tells whether there are any. */
function markCrossed(
  { count, from, to, inside, first, crossings }: Ways,
  next: Int32Array,
  most: number,
  circleOf: Int32Array,
  scratch: Scratch,
): boolean {
  if (count === 0) return false;
  const { of, sizes } = closedCircles({ nodes: crossings, from, to, edges: count }, scratch);
  const isInside = (way: number) => of[from[way] ?? 0] === of[to[way] ?? 0];
  for (let way = 0; way < count; way += 1) {
    const circle = of[from[way] ?? 0] ?? 0;
    if (isInside(way)) sizes[circle] = (sizes[circle] ?? 0) + (inside[way] ?? 0);
  }
  const isSmall = (circle: number) => (sizes[circle] ?? 0) > 1 && (sizes[circle] ?? 0) <= most;
  let isAny = false;
  // Every crossing of a circle is the end of a way inside of it.
  for (let way = 0; way < count; way += 1) {
    const circle = of[from[way] ?? 0] ?? 0;
    if (!isInside(way) || !isSmall(circle)) continue;
    isAny = true;
    let at = first[way] ?? 0;
    for (; (next[at] ?? 0) > NOWHERE; at = next[at] ?? 0) circleOf[at] = circle + 1;
    circleOf[at] = circle + 1;
  }
  return isAny;
}

/**
 * Marks circles of plain nodes alone, with numbers that no crossing has; tells whether there are any. A node is looked at
 * once: what comes behind one that is in no such circle is in none either.
 */
function markPlain(
  next: Int32Array,
  { crossings, isOnWay: isSeen }: Ways,
  most: number,
  circleOf: Int32Array,
): boolean {
  let found = crossings;
  for (let node = 0; node < next.length; node += 1) {
    let at = node;
    let size = 0;
    while (size < most && isSeen[at] === 0 && (next[at] ?? 0) > NOWHERE) {
      isSeen[at] = 1;
      at = next[at] ?? 0;
      size += 1;
      if (at === node) break;
    }
    if (size === 0 || at !== node) continue;
    found += 1;
    for (let step = 0; step < size; step += 1, at = next[at] ?? 0) circleOf[at] = found;
  }
  return found > crossings;
}
