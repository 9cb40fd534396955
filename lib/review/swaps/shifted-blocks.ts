import { addInt32, int32At } from '../../element-at';
import { GAP, type Reassignments } from './reassignments';
import type { Scratch } from './scratch';
import { NO_CYCLE } from './small-cycles';

/** Fewest reassignments of a block that can be a shift. */
const LEAST_IN_BLOCK = 3;
/**
 * Least share of a block's reassignments that take a name which the block gives up. A shift of n
 * rows by one has (n - 1)/n, a column sorted alone has all. Corrections that meet by chance ("Jon"
 * to "John", another "John" to "Joan") have a half at most.
 */
const CHAINED = 0.6;

/**
 * Marks the links of blocks of neighbouring rows that keep nearly all of their names. `cycles`: the
 * swap of each link.
 */
export function markShiftedBlocks(
  reassignments: Reassignments,
  cycles: Int32Array,
  found: Uint8Array,
  scratch: Scratch,
): void {
  const { count, row, links, reassignment, names } = reassignments;
  const counts: Counts = {
    outDegree: scratch.ints(names),
    inDegree: scratch.ints(names),
  };
  let first = 0;
  for (let start = 0; start < count && first < links;) {
    let end = start + 1;
    while (end < count && int32At(row, end) - int32At(row, end - 1) <= GAP + 1) end += 1;
    let last = first;
    while (last < links && int32At(reassignment, last) < end) last += 1;
    judgeBlock(reassignments, { reassignments: end - start, first, last }, cycles, counts, found);
    start = end;
    first = last;
  }
}

/**
 * A block of neighbouring rows: how many reassignments, and their links from `first` to before
 * `last`.
 */
interface Block {
  readonly reassignments: number;
  readonly first: number;
  readonly last: number;
}

/** The degrees of each name within a block, without swaps. */
interface Counts {
  readonly outDegree: Int32Array;
  readonly inDegree: Int32Array;
}

/** Judges a block. The degrees are zeros before and after. */
function judgeBlock(
  { from, to }: Reassignments,
  { reassignments, first, last }: Block,
  cycles: Int32Array,
  { outDegree, inDegree }: Counts,
  found: Uint8Array,
): void {
  let links = 0;
  let isAnyLeft = false;
  for (let link = first; link < last; link += 1) {
    isAnyLeft ||= found[link] === 0;
    // A swap has its own alarm: what is left must prove a shift without it.
    if (cycles[link] !== NO_CYCLE) continue;
    const left = int32At(from, link);
    const right = int32At(to, link);
    addInt32(outDegree, left, 1);
    addInt32(inDegree, right, 1);
    links += 1;
  }
  const size = reassignments - (last - first - links);
  if (isAnyLeft && size >= LEAST_IN_BLOCK && links >= size * CHAINED) {
    let passed = 0;
    let names = 0;
    for (let link = first; link < last; link += 1) {
      if (cycles[link] !== NO_CYCLE) continue;
      const left = int32At(from, link);
      const times = int32At(outDegree, left); // 1 at least: this link gives it up
      const passes = Math.min(times, int32At(inDegree, left));
      // A name with out-degree n is met n times here.
      passed += passes / times;
      names += passes > 0 ? 1 / times : 0;
    }
    // The sums of 1/n are only nearly whole numbers.
    const isShift = Math.round(names) >= 2 && passed >= size * CHAINED - 1e-6;
    for (let link = first; link < last && isShift; link += 1) {
      if (cycles[link] !== NO_CYCLE) continue;
      if (int32At(outDegree, int32At(to, link)) > 0 || int32At(inDegree, int32At(from, link)) > 0)
        found[link] = 1;
    }
  }
  for (let link = first; link < last; link += 1) {
    outDegree[int32At(from, link)] = 0;
    inDegree[int32At(to, link)] = 0;
  }
}
