import { int32At, itemAt } from '../../element-at';
import type { Attribute } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import { sameValue } from '../../credential/same-value';
import { matchedRowAt } from '../single-row/judge-single-row';
import type { ReviewFrame } from '../single-row/review-frame';
import { ERROR, NOT_MATCHED, type RowColumns } from '../single-row/row-columns';
import type { Marks } from './cross-row';

/**
 * The places among these (all of matched rows) whose credential another one of them was matched to
 * as well.
 */
export function placesOfRepeated(
  position: Int32Array,
  places: readonly number[],
  credentials: number,
): readonly number[] {
  const rows = new Int32Array(credentials);
  let isAnyRepeated = false;
  for (const index of places) {
    const credential = int32At(position, index);
    const count = int32At(rows, credential) + 1;
    rows[credential] = count;
    isAnyRepeated ||= count === 2;
  }
  return isAnyRepeated ? places.filter((index) => int32At(rows, int32At(position, index)) > 1) : [];
}

/**
 * Judges rows that were matched to the same credential. `places`: the rows to judge, with all that
 * share their credentials.
 *
 * - All ask for exactly the same: nothing is wrong. The first one counts, the others are marked in
 *   `isDuplicate`.
 * - They ask for different things: each of them is an error (`fail`). Only the admin knows which is
 *   meant, and can say so by excluding the others.
 *
 * A row with an error of its own asks for something that nobody can read, so it differs from the
 * others.
 *
 * Rows 2 and 9 give credential 1 the grade "A" -> row 9 is a duplicate. Row 9 gives it "B" -> both
 * are errors.
 */
export function markRepeated(
  frame: ReviewFrame,
  rows: RowColumns,
  { isExcluded, isDuplicate }: Pick<Marks, 'isExcluded' | 'isDuplicate'>,
  places: readonly number[],
  fail: (index: number) => void,
): void {
  const { attributes } = frame.input;
  const groups = new Map<number, number[]>();
  for (const index of places) {
    if (isExcluded[index] === 1) continue;
    const position = int32At(rows.position, index);
    const group = groups.get(position);
    if (group) group.push(index);
    else groups.set(position, [index]);
  }
  const isWrong = (index: number) => rows.status[index] === ERROR || rows.status[index] === NOT_MATCHED;
  const fieldsOf = (index: number, position: number) =>
    matchedRowAt(frame, index, position, 'what-changes').diff.fields;
  for (const [position, group] of groups) {
    if (group.length === 1) continue; // the others are excluded
    const first = itemAt(group, 0);
    const others = group.slice(1);
    const wanted = fieldsOf(first, position);
    const agree =
      !isWrong(first) &&
      others.every((index) => !isWrong(index) && asksTheSame(wanted, fieldsOf(index, position), attributes));
    if (agree) for (const index of others) isDuplicate[index] = 1;
    else for (const index of group) fail(index);
  }
}

function asksTheSame(
  left: readonly FieldChange[],
  right: readonly FieldChange[],
  attributes: readonly Attribute[],
): boolean {
  const isSame = (one: FieldChange, other: FieldChange) => {
    const attribute = attributes.find(({ id }) => id === one.attribute);
    if (!attribute || one.attribute !== other.attribute || one.evidenceId !== other.evidenceId) return false;
    return sameValue(attribute, one.after, other.after);
  };
  return left.length === right.length && left.every((one) => right.some((other) => isSame(one, other)));
}
