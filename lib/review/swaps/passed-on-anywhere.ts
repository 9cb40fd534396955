import type { Moves } from './moves';
import type { Scratch } from './scratch';

/** Passed-on names that prove a shift wherever the rows stand, each divided by how many people have the name. */
const PROOF = 5;

/** Marks links by which names pass from row to row, wherever the rows stand: chains and circles with enough proof. */
export function passedOnAnywhere(
  { links, names, from, to, isStrong }: Moves,
  peopleWith: (name: number) => number,
  found: Uint8Array,
  scratch: Scratch,
): void {
  const given = scratch.ints(names);
  const taken = scratch.ints(names);
  for (let link = 0; link < links; link += 1) {
    if (isStrong[link] === 0) continue;
    const left = from[link] ?? 0;
    const right = to[link] ?? 0;
    given[left] = (given[left] ?? 0) + 1;
    taken[right] = (taken[right] ?? 0) + 1;
  }
  /** How often each name passes on: it is given up by one and taken by another. */
  const passes = given;
  const parents = scratch.room(names);
  for (let name = 0; name < names; name += 1) {
    const times = taken[name] ?? 0;
    if (times < (given[name] ?? 0)) passes[name] = times;
    parents[name] = name;
  }
  for (let link = 0; link < links; link += 1) {
    const left = from[link] ?? 0;
    const right = to[link] ?? 0;
    if (isStrong[link] === 1 && passes[left] !== 0 && passes[right] !== 0) join(parents, left, right);
  }
  const proof = scratch.floats(names);
  for (let name = 0; name < names; name += 1) {
    // No parent is behind its child, so by now the parent has its root.
    const root = parents[parents[name] ?? 0] ?? 0;
    parents[name] = root;
    const passed = passes[name] ?? 0;
    const known = proof[root] ?? 0;
    if (passed !== 0 && known < PROOF) proof[root] = known + passed / peopleWith(name);
  }
  const isProved = (name: number) => passes[name] !== 0 && (proof[parents[name] ?? 0] ?? 0) >= PROOF;
  for (let link = 0; link < links; link += 1)
    if (isProved(from[link] ?? 0) || isProved(to[link] ?? 0)) found[link] = 1;
}

/**
 * Joins two names. The first one stands for all: names are mostly numbered as the rows give them, so that a shifted column is
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
