import { markShiftedBlocks } from '../swaps/shifted-blocks';
import { collectReassignments, NOT_OWN } from '../swaps/reassignments';
import type { Scratch } from '../swaps/scratch';
import type { RowColumns } from '../single-row/row-columns';

/**
 * Finds rows of which one part of the name stands beside the wrong row: the surnames were sorted or
 * moved alone, while the given names stay. Only blocks of neighbouring rows prove it: surnames are
 * too common for chains of them. Gives the number of rows, and 1 at the place of each in `marked`.
 *
 *     row 2  Ana Ruiz -> Ana Paz      row 3  Bo Paz -> Bo Sol      row 4  Cy Sol -> Cy Lund
 */
export function markPartShifts(
  numbers: readonly number[],
  { lostPart, wonPart, parts }: RowColumns,
  isDuplicate: Uint8Array,
  marked: Uint8Array,
  scratch: Scratch,
): number {
  if (parts.size === 1) return 0; // no part was ever exchanged
  const reassignments = collectReassignments(
    {
      rows: numbers,
      from: lostPart,
      to: wonPart,
      size: parts.size,
      isDuplicate,
      isStrong: null,
      own: scratch.bytes(lostPart.length).fill(NOT_OWN),
      askOwn: () => NOT_OWN,
    },
    scratch,
  );
  const { links, place } = reassignments;
  if (links === 0) return 0;
  const found = scratch.bytes(links);
  markShiftedBlocks(reassignments, scratch.ints(links), found, scratch);
  let rows = 0;
  for (let link = 0; link < links; link += 1) {
    const index = place[link];
    if (found[link] === 0 || index === undefined) continue;
    marked[index] = 1;
    rows += 1;
  }
  return rows;
}
