import { addInt32, int32At } from '../../element-at';
import { CHANGED, CLEARED, UPDATE, type RowColumns } from '../single-row/row-columns';
import type { CrossRow, Marks } from './cross-row';
import type { PreviousAndMoved } from './previous';

/** The fewest rows that get the warning: an admin reads fewer one by one. */
const AT_LEAST = 20;
/** Share of the matched rows beyond which the whole column may be the wrong one. */
const MORE_THAN = 0.5;

type ManyChanges = Pick<CrossRow, 'matchedRows' | 'changing' | 'manyChanges'>;

/**
 * Finds attributes (their places) that change in more than half of the matched rows, and in 20 or
 * more, and marks every such row. Often that is the very purpose of the sheet; sometimes the column
 * is assigned to the wrong attribute, or comes from another group. Matched are the rows with one
 * credential, unchanged ones included. Only rows that would be updated count as changing.
 *
 * 40 matched rows, 21 with another grade -> warning at these 21. 30 matched rows, 19 with another
 * grade -> none.
 */
export function judgeManyChanges(
  rows: RowColumns,
  marks: Marks,
  width: number,
  previous: PreviousAndMoved,
): ManyChanges {
  const { changing, matchedRows } = count(rows, marks, width, previous);
  const manyChanges = new Map(
    [...changing.entries()].filter(([, count]) => count >= AT_LEAST && count > matchedRows * MORE_THAN),
  );
  const column = marks.codes.column('many-changes');
  for (const place of manyChanges.keys())
    for (let index = 0; index < marks.status.length; index += 1)
      if (isChanging(marks, index) && isChange(rows.outcomes[index * width + place])) column.add(index);
  return { matchedRows, changing, manyChanges };
}

/** The previous counts, less what the moved rows were, plus what they are now. */
function count(
  rows: RowColumns,
  marks: Marks,
  width: number,
  { rows: before, crossRow, moved }: PreviousAndMoved,
) {
  const changing = crossRow.changing.slice();
  let { matchedRows } = crossRow;
  for (const index of moved) {
    matchedRows += Number(int32At(rows.position, index) >= 0) - Number(int32At(before.position, index) >= 0);
    addChanges(changing, before, crossRow, width, index, -1);
    addChanges(changing, rows, marks, width, index, 1);
  }
  return { changing, matchedRows };
}

function addChanges(
  changing: Int32Array,
  { outcomes }: RowColumns,
  marks: Pick<Marks, 'status' | 'isDuplicate'>,
  width: number,
  index: number,
  by: 1 | -1,
): void {
  if (!isChanging(marks, index)) return;
  const first = index * width;
  for (let place = 0; place < width; place += 1)
    if (isChange(outcomes[first + place])) addInt32(changing, place, by);
}

function isChanging({ status, isDuplicate }: Pick<Marks, 'status' | 'isDuplicate'>, index: number): boolean {
  return status[index] === UPDATE && isDuplicate[index] === 0;
}

function isChange(outcome: number | undefined): boolean {
  return outcome === CHANGED || outcome === CLEARED;
}
