/** The circles of a graph. */
export interface Circles {
  /** The circle of each node, from 0; nodes outside of any circle are circles of one. */
  readonly of: Int32Array;
  /** How many nodes each circle has. */
  readonly sizes: Int32Array;
}

/**
 * The circles of a directed graph of nodes 0 to `nodes` - 1: sets of nodes each of which can be reached from each other
 * one (strongly connected components, by Tarjan; without recursion, as a shifted column makes one circle of 100,000).
 * The n-th edge goes from `from[n]` to `to[n]`. Linear.
 */
export function closedCircles(nodes: number, from: Int32Array, to: Int32Array, edges: number): Circles {
  const { firsts, targets } = edgesByNode(nodes, from, to, edges);
  const circles: Circles = { of: new Int32Array(nodes).fill(NO_CIRCLE), sizes: new Int32Array(nodes) };
  const order = new Int32Array(nodes).fill(UNSEEN);
  const low = new Int32Array(nodes);
  /** The next edge to follow from each node of the path. */
  const next = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  const open = new Int32Array(nodes);
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
function edgesByNode(nodes: number, from: Int32Array, to: Int32Array, edges: number) {
  const firsts = new Int32Array(nodes + 1);
  for (let edge = 0; edge < edges; edge += 1) {
    const node = (from[edge] ?? 0) + 1;
    firsts[node] = (firsts[node] ?? 0) + 1;
  }
  for (let node = 0; node < nodes; node += 1)
    firsts[node + 1] = (firsts[node + 1] ?? 0) + (firsts[node] ?? 0);
  const filled = firsts.slice();
  const targets = new Int32Array(edges);
  for (let edge = 0; edge < edges; edge += 1) {
    const node = from[edge] ?? 0;
    const place = filled[node] ?? 0;
    targets[place] = to[edge] ?? 0;
    filled[node] = place + 1;
  }
  return { firsts, targets };
}
