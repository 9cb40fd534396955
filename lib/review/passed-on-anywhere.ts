import type { Moves } from './moves';

/** Passed-on names that prove a shift wherever the rows stand, each divided by how many people have the name. */
const PROOF = 5;

/**
 * Marks names that pass from row to row, wherever the rows stand: chains and circles with enough proof. `linked` says
 * which moves give up or take what another takes or gives up.
 */
export function passedOnAnywhere(
  moves: Moves,
  linked: Uint8Array,
  peopleWith: (name: number) => number,
  found: Uint8Array,
): void {
  const given = new Int32Array(moves.names);
  const taken = new Int32Array(moves.names);
  const isStrong = (move: number) => linked[move] === 1 && moves.isStrong[move] === 1;
  for (let move = 0; move < moves.count; move += 1) {
    if (!isStrong(move)) continue;
    const from = moves.from[move] ?? 0;
    const to = moves.to[move] ?? 0;
    given[from] = (given[from] ?? 0) + 1;
    taken[to] = (taken[to] ?? 0) + 1;
  }
  const passes = (name: number) => Math.min(given[name] ?? 0, taken[name] ?? 0);
  const parents = new Int32Array(moves.names);
  for (let name = 0; name < moves.names; name += 1) parents[name] = name;
  const rootOf = (name: number): number => {
    let root = name;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let at = name; at !== root;) {
      const above = parents[at] ?? root;
      parents[at] = root;
      at = above;
    }
    return root;
  };
  for (let move = 0; move < moves.count; move += 1) {
    if (!isStrong(move)) continue;
    const from = moves.from[move] ?? 0;
    const to = moves.to[move] ?? 0;
    if (passes(from) > 0 && passes(to) > 0) parents[rootOf(from)] = rootOf(to);
  }
  const proof = new Float64Array(moves.names);
  for (let name = 0; name < moves.names; name += 1) {
    if (passes(name) === 0) continue;
    const root = rootOf(name);
    proof[root] = (proof[root] ?? 0) + passes(name) / Math.max(1, peopleWith(name));
  }
  const isProved = (name: number) => passes(name) > 0 && (proof[rootOf(name)] ?? 0) >= PROOF;
  for (let move = 0; move < moves.count; move += 1)
    if (linked[move] === 1 && (isProved(moves.from[move] ?? 0) || isProved(moves.to[move] ?? 0)))
      found[move] = 1;
}
