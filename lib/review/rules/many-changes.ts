import type { AttributeId } from '../../credential/attribute';
import type { Finding } from '../finding';
import { bitOf } from '../finding-codes';
import type { JudgedBefore } from '../judged-before';
import { CHANGED, CLEARED, UPDATE, type RowColumns } from '../row-columns';
import { warningAt } from '../row-in-hand';
import { addCode, type Marks, type Together } from '../together';

/** Fewer rows than this an admin reads one by one. */
const AT_LEAST = 20;
/** Share of the matched rows beyond which the whole column may be the wrong one. */
const MORE_THAN = 0.5;

type ManyChanges = Pick<Together, 'matchedRows' | 'changing' | 'manyChanges'>;

/**
 * Attributes (their places) that change in more than half of the matched rows, and in 20 or more: often the very purpose
 * of the sheet, sometimes a column assigned to the wrong attribute or from another group. Matched are the rows with one
 * credential, unchanged ones included; only rows that would be updated count as changing. Marks every such row.
 */
export function judgeManyChanges(
  rows: RowColumns,
  marks: Marks,
  width: number,
  before: JudgedBefore | null,
): ManyChanges {
  const { changing, matchedRows, differing } = counted(rows, marks, width, before);
  const many = new Map(
    [...changing.entries()].filter(([, count]) => count >= AT_LEAST && count > matchedRows * MORE_THAN),
  );
  const changesMany = (index: number) => {
    if (!isChanging(marks, index)) return false;
    for (const place of many.keys()) if (isChange(rows.outcomes[index * width + place])) return true;
    return false;
  };
  const known = before?.together; // the first time nothing is known
  const areSame = known !== undefined && sameKeys(known.manyChanges, many);
  for (let index = 0; index < marks.codes.length && (areSame || many.size > 0); index += 1) {
    const isMarked = areSame ? ((known.codes[index] ?? 0) & BIT) !== 0 : changesMany(index);
    if (isMarked) addCode(marks.codes, index, BIT);
  }
  for (const index of areSame ? differing : []) {
    marks.codes[index] = (marks.codes[index] ?? 0) & ~BIT;
    if (changesMany(index)) addCode(marks.codes, index, BIT);
  }
  return { matchedRows, changing, manyChanges: many };
}

const BIT = bitOf('many-changes');

/** Counts all rows, or only those that are not what they were. */
function counted(rows: RowColumns, marks: Marks, width: number, before: JudgedBefore | null) {
  if (before === null) {
    const changing = new Int32Array(width);
    let matchedRows = 0;
    for (let index = 0; index < marks.status.length; index += 1) {
      if ((rows.position[index] ?? -1) >= 0) matchedRows += 1;
      addChanges(changing, rows, marks, width, index, 1);
    }
    return { changing, matchedRows, differing: [] };
  }
  const { rows: was, together, places } = before;
  const changing = together.changing.slice();
  let { matchedRows } = together;
  const isTouched = new Uint8Array(marks.status.length);
  for (const index of places) isTouched[index] = 1;
  const differing: number[] = [];
  for (let index = 0; index < marks.status.length; index += 1) {
    const isSame = isChanging(together, index) === isChanging(marks, index);
    if (isSame && isTouched[index] === 0) continue;
    differing.push(index);
    matchedRows += Number((rows.position[index] ?? -1) >= 0) - Number((was.position[index] ?? -1) >= 0);
    addChanges(changing, was, together, width, index, -1);
    addChanges(changing, rows, marks, width, index, 1);
  }
  return { changing, matchedRows, differing };
}

function addChanges(
  changing: Int32Array,
  { outcomes }: RowColumns,
  marks: Pick<Marks, 'status' | 'isAlike'>,
  width: number,
  index: number,
  by: 1 | -1,
): void {
  if (!isChanging(marks, index)) return;
  const first = index * width;
  for (let place = 0; place < width; place += 1)
    if (isChange(outcomes[first + place])) changing[place] = (changing[place] ?? 0) + by;
}

function isChanging({ status, isAlike }: Pick<Marks, 'status' | 'isAlike'>, index: number): boolean {
  return status[index] === UPDATE && isAlike[index] === 0;
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
