import type { Moves } from './moves';
import type { Scratch } from './scratch';

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
  scratch: Scratch,
): void {
  const given = scratch.ints(moves.names);
  const taken = scratch.ints(moves.names);
  const strong = scratch.room(moves.count);
  let strongMoves = 0;
  for (let move = 0; move < moves.count; move += 1) {
    if (linked[move] === 0 || moves.isStrong[move] === 0) continue;
    strong[strongMoves] = move;
    strongMoves += 1;
    const from = moves.from[move] ?? 0;
    const to = moves.to[move] ?? 0;
    given[from] = (given[from] ?? 0) + 1;
    taken[to] = (taken[to] ?? 0) + 1;
  }
  const passes = scratch.room(moves.names);
  const parents = scratch.room(moves.names);
  for (let name = 0; name < moves.names; name += 1) {
    passes[name] = Math.min(given[name] ?? 0, taken[name] ?? 0);
    parents[name] = name;
  }
  for (let at = 0; at < strongMoves; at += 1) {
    const from = moves.from[strong[at] ?? 0] ?? 0;
    const to = moves.to[strong[at] ?? 0] ?? 0;
    if (passes[from] !== 0 && passes[to] !== 0) join(parents, from, to);
  }
  // No parent is behind its child, so by now each parent has its root.
  for (let name = 0; name < moves.names; name += 1) parents[name] = parents[parents[name] ?? 0] ?? 0;
  const proof = scratch.floats(moves.names);
  for (let name = 0; name < moves.names; name += 1) {
    const passed = passes[name] ?? 0;
    if (passed === 0) continue;
    const root = parents[name] ?? 0;
    proof[root] = (proof[root] ?? 0) + passed / Math.max(1, peopleWith(name));
  }
  const isProved = scratch.bytes(moves.names);
  for (let name = 0; name < moves.names; name += 1)
    if (passes[name] !== 0 && (proof[parents[name] ?? 0] ?? 0) >= PROOF) isProved[name] = 1;
  for (let move = 0; move < moves.count; move += 1) {
    if (linked[move] === 0) continue;
    if (isProved[moves.from[move] ?? 0] === 1 || isProved[moves.to[move] ?? 0] === 1) found[move] = 1;
  }
}

/**
 * Joins two names. The first one stands for all: names are numbered as the rows give them, so that a shifted column is
 * joined to one star and not to a path of 100,000.
 */
function join(parents: Int32Array, one: number, other: number): void {
  const root = rootOf(parents, one);
  const otherRoot = rootOf(parents, other);
  if (root < otherRoot) parents[otherRoot] = root;
  else parents[root] = otherRoot;
}

/** The name that stands for all names which are joined to this one; the way to it is halved for whoever asks next. */
function rootOf(parents: Int32Array, name: number): number {
  let at = name;
  for (let above = parents[at] ?? at; above !== at; above = parents[at] ?? at) {
    const next = parents[above] ?? above;
    parents[at] = next;
    at = next;
  }
  return at;
}
