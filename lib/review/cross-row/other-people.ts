import { uint8At } from '../../element-at';
import { NOT_SAID, SOMEBODY_ELSES } from '../match/whose-row';
import type { ReviewFrame } from '../single-row/review-frame';
import type { RowColumns } from '../single-row/row-columns';
import type { Marks } from './cross-row';
import type { Shifts } from './shifts';

/** Least share of the rows with a name. Fewer are corrected names. */
const SHARE = 0.5;
/** Fewest rows where the names are written: each of them is a warning as well. */
const FEWEST_WRITTEN = 5;
/** Fewest rows where they are not. Nothing else would say that they are other people's. */
const FEWEST = 3;

/**
 * Finds out whether the rows were matched to other people than the sheet means: the names in it,
 * assigned or not, have no word in common with those of the credentials in half of the rows. Marks
 * these rows, and gives their number. Names that were shifted, swapped or copied have their own
 * alarm.
 *
 * Example: "Staff, Manager ID, Grade", matched by the managers' ids.
 */
export function judgeOtherPeople(
  { nameColumns, columns }: ReviewFrame,
  { whose }: RowColumns,
  marks: Pick<Marks, 'codes' | 'isDuplicate'>,
  { names }: Shifts,
): number {
  if (nameColumns.length === 0) return 0;
  const others: number[] = [];
  let compared = 0;
  for (let index = 0; index < whose.length; index += 1) {
    if (uint8At(whose, index) === NOT_SAID || marks.isDuplicate[index] === 1) continue;
    compared += 1;
    if (whose[index] !== SOMEBODY_ELSES) continue;
    if ((names.shifted[index] ?? 0) + (names.swapped[index] ?? 0) + (names.copied[index] ?? 0) > 0) continue;
    others.push(index);
  }
  const isWritten = columns.nameColumn !== null;
  if (others.length < (isWritten ? FEWEST_WRITTEN : FEWEST) || others.length < compared * SHARE) return 0;
  const column = marks.codes.column('other-people');
  for (const index of others) column.add(index);
  return others.length;
}
