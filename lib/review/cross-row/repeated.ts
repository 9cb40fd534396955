import type { Attribute } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import { sameValue } from '../../credential/same-value';
import type { Finding } from '../terms/finding';
import { matchedRowAt } from '../single-row/judge-single-row';
import type { ReviewFrame } from '../single-row/review-frame';
import { ERROR, NOT_MATCHED, type RowColumns } from '../single-row/row-columns';
import { errorAt } from '../terms/matched-row';
import type { Marks } from './cross-row';

/** The places of all rows whose credential another row was matched to as well. */
export function placesOfRepeated(position: Int32Array, credentials: number): readonly number[] {
  const hits = new Uint32Array(credentials);
  let isAnyRepeated = false;
  for (let index = 0; index < position.length; index += 1) {
    const of = position[index] ?? -1;
    if (of < 0) continue;
    hits[of] = (hits[of] ?? 0) + 1;
    isAnyRepeated ||= hits[of] === 2;
  }
  const places: number[] = [];
  for (let index = 0; index < position.length && isAnyRepeated; index += 1) {
    const of = position[index] ?? -1;
    if (of >= 0 && (hits[of] ?? 0) > 1) places.push(index);
  }
  return places;
}

/**
 * Judges rows that were matched to the same credential. When all ask for exactly the same, nothing is wrong and the
 * first one counts: the others are marked in `isDuplicate`. Otherwise every one of them is an error (`fail`): which is meant
 * only the admin knows, and can say by leaving the others out. A row with an error of its own among them asks for
 * something that nobody can read, so it differs. `places`: the rows to judge, with all that share their credentials.
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
    const position = rows.position[index] ?? -1;
    if (position < 0 || isExcluded[index] === 1) continue;
    const group = groups.get(position);
    if (group) group.push(index);
    else groups.set(position, [index]);
  }
  const isWrong = (index: number) => rows.status[index] === ERROR || rows.status[index] === NOT_MATCHED;
  const fieldsOf = (index: number, position: number) =>
    matchedRowAt(frame, index, position, 'what-changes').diff.fields;
  for (const [position, group] of groups) {
    if (group.length === 1) continue; // the others are left out
    const [first = 0, ...others] = group;
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

/** The error of a row: which other rows are about its credential, and how many there are with it. */
export const repeated = (row: number, others: readonly number[], count: number): Finding =>
  errorAt(row, 'repeated', null, { rows: others, count });
