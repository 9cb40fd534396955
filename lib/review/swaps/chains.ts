import { addInt32, float64At, int32At } from '../../element-at';
import type { Reassignments } from './reassignments';
import type { Scratch } from './scratch';

/**
 * Names in a chain that prove a shift. Each counts 1 divided by the number of people who have it.
 */
const PROOF = 5;

/**
 * Marks the links of chains and cycles that are long enough to prove a shift, wherever their rows
 * stand. A name is passed on where one row gives it up (out-degree) and another takes it
 * (in-degree). Names that are linked are joined by union-find, and each set is judged by the rare
 * names in it.
 */
export function markChains(
  { links, names, from, to, isStrong }: Reassignments,
  peopleWith: (name: number) => number,
  found: Uint8Array,
  scratch: Scratch,
): void {
  const outDegree = scratch.ints(names);
  const inDegree = scratch.ints(names);
  for (let link = 0; link < links; link += 1) {
    if (isStrong[link] === 0) continue;
    const left = int32At(from, link);
    const right = int32At(to, link);
    addInt32(outDegree, left, 1);
    addInt32(inDegree, right, 1);
  }
  /** How often each name is passed on: the lower one of both degrees. */
  const passes = outDegree;
  const parents = scratch.room(names);
  for (let name = 0; name < names; name += 1) {
    const times = int32At(inDegree, name);
    if (times < int32At(outDegree, name)) passes[name] = times;
    parents[name] = name;
  }
  for (let link = 0; link < links; link += 1) {
    const left = int32At(from, link);
    const right = int32At(to, link);
    if (isStrong[link] === 1 && passes[left] !== 0 && passes[right] !== 0) join(parents, left, right);
  }
  const proof = scratch.floats(names);
  for (let name = 0; name < names; name += 1) {
    // A parent never has a higher number than its child, so it has found its own root by now.
    const root = int32At(parents, int32At(parents, name));
    parents[name] = root;
    const passed = int32At(passes, name);
    const known = float64At(proof, root);
    if (passed !== 0 && known < PROOF) proof[root] = known + passed / peopleWith(name);
  }
  const isProved = (name: number) => passes[name] !== 0 && float64At(proof, int32At(parents, name)) >= PROOF;
  for (let link = 0; link < links; link += 1)
    if (isProved(int32At(from, link)) || isProved(int32At(to, link))) found[link] = 1;
}

/**
 * Joins the sets of two names (union). The lower root becomes the root of both: names are mostly
 * numbered in the order of the rows, so a shifted column becomes a star and not a path of 100,000.
 */
function join(parents: Int32Array, one: number, other: number): void {
  const root = rootOf(parents, one);
  const otherRoot = rootOf(parents, other);
  if (root < otherRoot) parents[otherRoot] = root;
  else parents[root] = otherRoot;
}

/** Finds the root of a name's set (find, with path halving). */
function rootOf(parents: Int32Array, name: number): number {
  let at = name;
  for (let above = parents[at] ?? at; above !== at; above = parents[at] ?? at) {
    const next = parents[above] ?? above;
    parents[at] = next;
    at = next;
  }
  return at;
}
