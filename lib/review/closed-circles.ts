/** An edge of a graph of texts. */
interface Edge {
  readonly from: string;
  readonly to: string;
}

/**
 * The circles of a directed graph: sets of two or more nodes, each of which can be reached from each other one (strongly
 * connected components, by Tarjan; without recursion, as a shifted column makes one circle of 100,000). Linear.
 */
export function closedCircles(edges: readonly Edge[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const targets = next.get(from);
    if (targets) targets.push(to);
    else next.set(from, [to]);
  }
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const circles: string[][] = [];
  const lower = (node: string, to: number | undefined) => {
    if (to !== undefined && to < (low.get(node) ?? Infinity)) low.set(node, to);
  };
  for (const start of next.keys()) {
    if (order.has(start)) continue;
    const path: { readonly node: string; at: number }[] = [];
    const enter = (node: string) => {
      order.set(node, order.size);
      low.set(node, order.size - 1);
      open.push(node);
      isOpen.add(node);
      path.push({ node, at: 0 });
    };
    enter(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const target = next.get(step.node)?.[step.at]; // a node may have no edge out
      step.at += 1;
      if (target !== undefined) {
        if (!order.has(target)) enter(target);
        else if (isOpen.has(target)) lower(step.node, order.get(target));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.node, low.get(step.node));
      if (low.get(step.node) !== order.get(step.node)) continue;
      const circle = open.splice(open.lastIndexOf(step.node));
      for (const node of circle) isOpen.delete(node);
      if (circle.length > 1) circles.push(circle);
    }
  }
  return circles;
}
