import type { AttributeId } from '../../credential/attribute';
import type { Finding } from '../terms/finding';
import { bitOf } from '../terms/finding-codes';
import type { MovedSince } from './judged-before';
import { CHANGED, CLEARED, UPDATE, type RowColumns } from '../single-row/row-columns';
import { warningAt } from '../terms/matched-row';
import { addCode, type Marks, type CrossRow } from './cross-row';

/** Fewer rows than this an admin reads one by one. */
const AT_LEAST = 20;
/** Share of the matched rows beyond which the whole column may be the wrong one. */
const MORE_THAN = 0.5;

type ManyChanges = Pick<CrossRow, 'matchedRows' | 'changing' | 'manyChanges'>;

/**
 * Attributes (their places) that change in more than half of the matched rows, and in 20 or more: often the very purpose
 * of the sheet, sometimes a column assigned to the wrong attribute or from another group. Matched are the rows with one
 * credential, unchanged ones included; only rows that would be updated count as changing. Marks every such row.
 */
export function judgeManyChanges(
  rows: RowColumns,
  marks: Marks,
  width: number,
  before: MovedSince | null,
): ManyChanges {
  const { changing, matchedRows } = counted(rows, marks, width, before);
  const many = new Map(
    [...changing.entries()].filter(([, count]) => count >= AT_LEAST && count > matchedRows * MORE_THAN),
  );
  const { codes } = marks;
  const judge = (index: number) => {
    codes[index] = (codes[index] ?? 0) & ~BIT;
    if (!isChanging(marks, index)) return;
    for (const place of many.keys())
      if (isChange(rows.outcomes[index * width + place])) addCode(codes, index, BIT);
  };
  if (before !== null && sameKeys(before.crossRow.manyChanges, many)) {
    const { codes: known } = before.crossRow;
    for (let index = 0; index < codes.length; index += 1)
      if (((known[index] ?? 0) & BIT) !== 0) addCode(codes, index, BIT);
    for (const index of before.moved) judge(index);
  } else if (many.size > 0) for (let index = 0; index < codes.length; index += 1) judge(index);
  return { matchedRows, changing, manyChanges: many };
}

const BIT = bitOf('many-changes');

/** Counts all rows, or only those that are not what they were. */
function counted(rows: RowColumns, marks: Marks, width: number, before: MovedSince | null) {
  if (before === null) {
    const changing = new Int32Array(width);
    let matchedRows = 0;
    for (let index = 0; index < marks.status.length; index += 1) {
      if ((rows.position[index] ?? -1) >= 0) matchedRows += 1;
      addChanges(changing, rows, marks, width, index, 1);
    }
    return { changing, matchedRows };
  }
  const { rows: was, crossRow, moved } = before;
  const changing = crossRow.changing.slice();
  let { matchedRows } = crossRow;
  for (const index of moved) {
    matchedRows += Number((rows.position[index] ?? -1) >= 0) - Number((was.position[index] ?? -1) >= 0);
    addChanges(changing, was, crossRow, width, index, -1);
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
    if (isChange(outcomes[first + place])) changing[place] = (changing[place] ?? 0) + by;
}

function isChanging({ status, isDuplicate }: Pick<Marks, 'status' | 'isDuplicate'>, index: number): boolean {
  return status[index] === UPDATE && isDuplicate[index] === 0;
}

function isChange(outcome: number | undefined): boolean {
  return outcome === CHANGED || outcome === CLEARED;
}

function sameKeys(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key));
}

/** The warning of a cell: how many rows change the attribute. */
export const manyChanges = (row: number, attribute: AttributeId, count: number): Finding =>
  warningAt(row, 'many-changes', attribute, { count });
