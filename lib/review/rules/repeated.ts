import type { Attribute } from '../../credential/attribute';
import type { FieldChange } from '../../credential/change';
import { sameValue } from '../../credential/same-value';
import type { Finding } from '../finding';
import { rowInHand } from '../judge-alone';
import type { ReviewFrame } from '../review-frame';
import { ERROR, NOT_MATCHED, type RowColumns } from '../row-columns';
import { errorAt } from '../row-in-hand';

/**
 * Judges rows that were matched to the same credential. When all ask for exactly the same, nothing is wrong and the
 * first one counts: the others are marked in `isAlike`. Otherwise every one of them is an error (`fail`): which is meant
 * only the admin knows, and can say by leaving the others out. A row with an error of its own among them asks for
 * something that nobody can read, so it differs.
 *
 * Gives how many rows were matched to one credential.
 */
export function markRepeated(
  frame: ReviewFrame,
  rows: RowColumns,
  isOut: Uint8Array,
  isAlike: Uint8Array,
  fail: (index: number) => void,
): number {
  const { credentials, attributes } = frame.input;
  const hits = new Uint32Array(credentials.length);
  let matchedRows = 0;
  let isAnyRepeated = false;
  for (const position of rows.position) {
    if (position < 0) continue;
    matchedRows += 1;
    hits[position] = (hits[position] ?? 0) + 1;
    isAnyRepeated ||= hits[position] === 2;
  }
  if (!isAnyRepeated) return matchedRows;
  const groups = new Map<number, number[]>();
  rows.position.forEach((position, index) => {
    if (position < 0 || isOut[index] === 1 || (hits[position] ?? 0) < 2) return;
    const group = groups.get(position);
    if (group) group.push(index);
    else groups.set(position, [index]);
  });
  const isWrong = (index: number) => rows.status[index] === ERROR || rows.status[index] === NOT_MATCHED;
  const fieldsOf = (index: number, position: number) =>
    rowInHand(frame, index, position, 'what-changes').diff.fields;
  for (const [position, group] of groups) {
    const [first = 0, ...others] = group;
    const wanted = fieldsOf(first, position);
    const agree =
      !isWrong(first) &&
      others.every((index) => !isWrong(index) && asksTheSame(wanted, fieldsOf(index, position), attributes));
    if (agree) for (const index of others) isAlike[index] = 1;
    else for (const index of group) fail(index);
  }
  return matchedRows;
}

function asksTheSame(
  left: readonly FieldChange[],
  right: readonly FieldChange[],
  attributes: readonly Attribute[],
): boolean {
  const isAlike = (one: FieldChange, other: FieldChange) => {
    const attribute = attributes.find(({ id }) => id === one.attribute);
    if (!attribute || one.attribute !== other.attribute || one.evidenceId !== other.evidenceId) return false;
    return sameValue(attribute, one.after, other.after);
  };
  return left.length === right.length && left.every((one) => right.some((other) => isAlike(one, other)));
}

/** The error of a row: which other rows are about its credential, and how many there are with it. */
export const repeated = (row: number, others: readonly number[], count: number): Finding =>
  errorAt(row, 'repeated', null, { rows: others, count });
