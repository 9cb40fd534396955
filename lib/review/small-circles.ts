import { closedCircles, type Graph } from './closed-circles';
import type { Scratch } from './scratch';

/** In no small circle. */
export const NO_CIRCLE = 0;

/**
 * The circles of 2 to `most` nodes of a graph (see closed-circles.ts; no edge goes to where it comes from): the number of
 * each node's circle, from 1. In `scratch`.
 *
 * Most nodes have one edge that comes and one that goes. What such nodes alone make is followed edge by edge; between the
 * others, ways over them count as one edge, so that few nodes are left to be searched for circles.
 */
export function smallCirclesOf(graph: Graph, most: number, scratch: Scratch): Int32Array {
  const { nodes, from, to, edges } = graph;
  const goes = scratch.ints(nodes);
  const comes = scratch.ints(nodes);
  const next = scratch.room(nodes);
  for (let edge = 0; edge < edges; edge += 1) {
    const left = from[edge] ?? 0;
    const right = to[edge] ?? 0;
    goes[left] = (goes[left] ?? 0) + 1;
    comes[right] = (comes[right] ?? 0) + 1;
    next[left] = right; // read only where it is the only one
  }
  const isPlain = (node: number) => goes[node] === 1 && comes[node] === 1;
  const circleOf = scratch.ints(nodes);
  let found = 0;
  /** One more than the number of each node that is not plain and may be in a circle, among these. */
  const crossings = scratch.ints(nodes);
  let crossed = 0;
  for (let node = 0; node < nodes; node += 1) {
    if (goes[node] === 0 || comes[node] === 0) continue;
    if (!isPlain(node)) {
      crossed += 1;
      crossings[node] = crossed;
      continue;
    }
    if (circleOf[node] !== NO_CIRCLE) continue;
    let size = 1;
    let at = next[node] ?? 0;
    for (; at !== node && size < most && isPlain(at); size += 1) at = next[at] ?? 0;
    if (at !== node) continue;
    found += 1;
    for (let step = 0; step < size; step += 1, at = next[at] ?? 0) circleOf[at] = found;
  }
  if (crossed === 0) return circleOf;

  /** Ways from crossing to crossing: their first edges, their ends, and how many plain nodes are on them. */
  const firsts = scratch.room(edges);
  const wayFrom = scratch.room(edges);
  const wayTo = scratch.room(edges);
  const inside = scratch.room(edges);
  let ways = 0;
  for (let edge = 0; edge < edges; edge += 1) {
    const start = crossings[from[edge] ?? 0] ?? 0;
    if (start === 0) continue;
    let at = to[edge] ?? 0;
    let length = 0;
    for (; isPlain(at); length += 1) at = next[at] ?? 0;
    const end = crossings[at] ?? 0;
    if (end === 0) continue; // it leads nowhere
    firsts[ways] = edge;
    wayFrom[ways] = start - 1;
    wayTo[ways] = end - 1;
    inside[ways] = length;
    ways += 1;
  }
  const circles = closedCircles({ nodes: crossed, from: wayFrom, to: wayTo, edges: ways }, scratch);
  const sizes = scratch.ints(crossed);
  sizes.set(circles.sizes);
  const isInside = (way: number) => circles.of[wayFrom[way] ?? 0] === circles.of[wayTo[way] ?? 0];
  for (let way = 0; way < ways; way += 1) {
    const circle = circles.of[wayFrom[way] ?? 0] ?? 0;
    if (isInside(way)) sizes[circle] = (sizes[circle] ?? 0) + (inside[way] ?? 0);
  }
  const isSmall = (circle: number) => (sizes[circle] ?? 0) > 1 && (sizes[circle] ?? 0) <= most;
  for (let node = 0; node < nodes; node += 1) {
    const crossing = crossings[node] ?? 0;
    if (crossing === 0) continue;
    const circle = circles.of[crossing - 1] ?? 0;
    if (isSmall(circle)) circleOf[node] = found + 1 + circle;
  }
  for (let way = 0; way < ways; way += 1) {
    const circle = circles.of[wayFrom[way] ?? 0] ?? 0;
    if (!isInside(way) || !isSmall(circle)) continue;
    for (let at = to[firsts[way] ?? 0] ?? 0; isPlain(at); at = next[at] ?? 0)
      circleOf[at] = found + 1 + circle;
  }
  return circleOf;
}
