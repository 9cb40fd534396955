import { displacements, type Displacements } from './displacements';
import { bitOf } from './finding-codes';
import type { ReviewFrame } from './review-frame';
import { ERROR, LEFT_OUT, NOT_MATCHED, UNCHANGED, type RowColumns } from './row-columns';
import { placesOf } from './row-place';
import { markEmailTaken } from './rules/email-taken';
import { markManyChanges } from './rules/many-changes';
import { markRepeated } from './rules/repeated';
import { addCode, type Together } from './together';

/**
 * Judges the rows by the rules about several of them. Each rule sees what the one before left: a row that another one
 * contradicts takes no address, and a row with an error is not among many changes. Linear; of 100,000 rows some
 * milliseconds, so that it is done anew after each edit. `before`: displacements that still hold, as no name and no
 * e-mail has changed since.
 */
export function judgeTogether(frame: ReviewFrame, rows: RowColumns, before?: Together): Together {
  const size = rows.status.length;
  const codes = new Uint32Array(size);
  const status = rows.status.slice();
  const isAlike = new Uint8Array(size);
  const fail = (code: 'repeated' | 'email-taken') => (index: number) => {
    addCode(codes, index, bitOf(code));
    if (status[index] !== NOT_MATCHED) status[index] = ERROR;
  };
  const isOut = placesOf(frame.input.table.rows, frame.leftOut.rows);
  const matchedRows = markRepeated(frame, rows, isOut, isAlike, fail('repeated'));
  markEmailTaken(frame.input.credentials, rows, { status, isOut, isAlike }, fail('email-taken'));
  const displaced =
    before !== undefined && sameMarks(before.isAlike, isAlike)
      ? before.displaced
      : displacements(frame.input, rows, isAlike);
  markDisplaced(codes, displaced);
  const { length: width } = frame.attributes;
  const many = markManyChanges(rows, status, isAlike, width, matchedRows, (index) =>
    addCode(codes, index, bitOf('many-changes')),
  );
  return {
    codes,
    status,
    isAlike,
    isOut,
    displaced,
    manyChanges: many,
    told: toldOf(rows, width, status, isAlike),
  };
}

function markDisplaced(codes: Uint32Array, { names, emails }: Displacements): void {
  const mark = (found: Uint8Array, bit: number) => {
    for (let index = 0; index < found.length; index += 1) if (found[index] === 1) addCode(codes, index, bit);
  };
  mark(names.shifted, bitOf('names-shifted'));
  mark(emails.shifted, bitOf('emails-shifted'));
  mark(names.swapped, bitOf('people-swapped'));
  mark(emails.swapped, bitOf('people-swapped'));
}

/** Rows with a change, an error, or a cell that the admin left out. */
function toldOf(rows: RowColumns, width: number, status: Uint8Array, isAlike: Uint8Array): Int32Array {
  const told = new Int32Array(status.length);
  let count = 0;
  for (let index = 0; index < status.length; index += 1) {
    if (isAlike[index] === 1) continue;
    if (status[index] === UNCHANGED && !hasLeftOut(rows.outcomes, index * width, width)) continue;
    told[count] = index;
    count += 1;
  }
  return told.slice(0, count);
}

function hasLeftOut(outcomes: Uint8Array, first: number, width: number): boolean {
  for (let place = first; place < first + width; place += 1) if (outcomes[place] === LEFT_OUT) return true;
  return false;
}

function sameMarks(a: Uint8Array, b: Uint8Array): boolean {
  for (let index = 0; index < b.length; index += 1) if (a[index] !== b[index]) return false;
  return a.length === b.length;
}
