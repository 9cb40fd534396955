import { addInt32, int32At } from '../../element-at';
import type { Scratch } from './scratch';

/** A directed graph of nodes 0 to `nodes` - 1: the n-th edge goes from `from[n]` to `to[n]`. */
export interface Graph {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly edges: number;
}

/** The strongly connected components of a graph. */
export interface Components {
  /** The component of each node, from 0. A node outside of any cycle is a component by itself. */
  readonly of: Int32Array;
  /** How many nodes each component has. */
  readonly sizes: Int32Array;
}

/**
 * Finds the strongly connected components of a graph: sets of nodes each of which can be reached
 * from each other one. Tarjan's algorithm without recursion, because a shifted column makes one
 * component of 100,000. Linear; the result is in `scratch`.
 */
export function strongComponents({ nodes, from, to, edges }: Graph, scratch: Scratch): Components {
  const { firsts, targets } = edgesByNode({ nodes, from, to, edges }, scratch);
  const components: Components = { of: scratch.room(nodes).fill(NO_COMPONENT), sizes: scratch.ints(nodes) };
  const order = scratch.room(nodes).fill(UNSEEN);
  const low = scratch.room(nodes);
  /** The next edge to follow from each node on the path. */
  const next = scratch.room(nodes);
  const path = scratch.room(nodes);
  const open = scratch.room(nodes);
  let seen = 0;
  let depth = 0;
  let opened = 0;
  let found = 0;
  const lower = (node: number, value: number) => {
    if (value < int32At(low, node)) low[node] = value;
  };
  const enter = (node: number) => {
    order[node] = seen;
    low[node] = seen;
    seen += 1;
    next[node] = int32At(firsts, node);
    open[opened] = node;
    opened += 1;
    path[depth] = node;
    depth += 1;
  };
  for (let start = 0; start < nodes; start += 1) {
    if (order[start] !== UNSEEN) continue;
    enter(start);
    while (depth > 0) {
      const node = int32At(path, depth - 1);
      if (int32At(next, node) < int32At(firsts, node + 1)) {
        const target = int32At(targets, int32At(next, node));
        next[node] = int32At(next, node) + 1;
        if (order[target] === UNSEEN) enter(target);
        else if (components.of[target] === NO_COMPONENT) lower(node, int32At(order, target));
        continue;
      }
      depth -= 1;
      if (depth > 0) lower(int32At(path, depth - 1), int32At(low, node));
      if (low[node] !== order[node]) continue;
      for (let member = NO_COMPONENT; member !== node;) {
        opened -= 1;
        member = int32At(open, opened);
        components.of[member] = found;
        components.sizes[found] = int32At(components.sizes, found) + 1;
      }
      found += 1;
    }
  }
  return components;
}

const UNSEEN = -1;
const NO_COMPONENT = -1;

/**
 * Sorts the edges by the node they leave: the targets of node n are at `firsts[n]` to before
 * `firsts[n + 1]`.
 */
function edgesByNode({ nodes, from, to, edges }: Graph, scratch: Scratch) {
  const firsts = scratch.ints(nodes + 1);
  for (let edge = 0; edge < edges; edge += 1) {
    const node = int32At(from, edge) + 1;
    addInt32(firsts, node, 1);
  }
  for (let node = 0; node < nodes; node += 1)
    firsts[node + 1] = int32At(firsts, node + 1) + int32At(firsts, node);
  const filled = scratch.room(nodes + 1);
  filled.set(firsts);
  const targets = scratch.room(edges);
  for (let edge = 0; edge < edges; edge += 1) {
    const node = int32At(from, edge);
    const place = int32At(filled, node);
    targets[place] = int32At(to, edge);
    filled[node] = place + 1;
  }
  return { firsts, targets };
}
