import type { Scratch } from './scratch';

/** A directed graph of nodes 0 to `nodes` - 1: the n-th edge goes from `from[n]` to `to[n]`. */
export interface Graph {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly edges: number;
}

/** The circles of a graph. */
export interface Circles {
  /** The circle of each node, from 0; nodes outside of any circle are circles of one. */
  readonly of: Int32Array;
  /** How many nodes each circle has. */
  readonly sizes: Int32Array;
}

/**
 * The circles of a graph: sets of nodes each of which can be reached from each other one (strongly connected components,
 * by Tarjan; without recursion, as a shifted column makes one circle of 100,000). Linear; in `scratch`.
 */
export function closedCircles({ nodes, from, to, edges }: Graph, scratch: Scratch): Circles {
  const { firsts, targets } = edgesByNode({ nodes, from, to, edges }, scratch);
  const circles: Circles = { of: scratch.room(nodes).fill(NO_CIRCLE), sizes: scratch.ints(nodes) };
  const order = scratch.room(nodes).fill(UNSEEN);
  const low = scratch.room(nodes);
  /** The next edge to follow from each node of the path. */
  const next = scratch.room(nodes);
  const path = scratch.room(nodes);
  const open = scratch.room(nodes);
  let seen = 0;
  let depth = 0;
  let opened = 0;
  let found = 0;
  const at = (numbers: Int32Array, place: number) => numbers[place] ?? 0;
  const lower = (node: number, value: number) => {
    if (value < at(low, node)) low[node] = value;
  };
  const enter = (node: number) => {
    order[node] = seen;
    low[node] = seen;
    seen += 1;
    next[node] = at(firsts, node);
    open[opened] = node;
    opened += 1;
    path[depth] = node;
    depth += 1;
  };
  for (let start = 0; start < nodes; start += 1) {
    if (order[start] !== UNSEEN) continue;
    enter(start);
    while (depth > 0) {
      const node = at(path, depth - 1);
      if (at(next, node) < at(firsts, node + 1)) {
        const target = at(targets, at(next, node));
        next[node] = at(next, node) + 1;
        if (order[target] === UNSEEN) enter(target);
        else if (circles.of[target] === NO_CIRCLE) lower(node, at(order, target));
        continue;
      }
      depth -= 1;
      if (depth > 0) lower(at(path, depth - 1), at(low, node));
      if (low[node] !== order[node]) continue;
      for (let member = NO_CIRCLE; member !== node;) {
        opened -= 1;
        member = at(open, opened);
        circles.of[member] = found;
        circles.sizes[found] = at(circles.sizes, found) + 1;
      }
      found += 1;
    }
  }
  return circles;
}

const UNSEEN = -1;
const NO_CIRCLE = -1;

/** The targets of each node one after the other; those of node n are from `firsts[n]` to `firsts[n + 1]`. */
function edgesByNode({ nodes, from, to, edges }: Graph, scratch: Scratch) {
  const firsts = scratch.ints(nodes + 1);
  for (let edge = 0; edge < edges; edge += 1) {
    const node = (from[edge] ?? 0) + 1;
    firsts[node] = (firsts[node] ?? 0) + 1;
  }
  for (let node = 0; node < nodes; node += 1)
    firsts[node + 1] = (firsts[node + 1] ?? 0) + (firsts[node] ?? 0);
  const filled = scratch.room(nodes + 1);
  filled.set(firsts);
  const targets = scratch.room(edges);
  for (let edge = 0; edge < edges; edge += 1) {
    const node = from[edge] ?? 0;
    const place = filled[node] ?? 0;
    targets[place] = to[edge] ?? 0;
    filled[node] = place + 1;
  }
  return { firsts, targets };
}
