import { int32At, uint8At } from '../../element-at';
import { placesOf } from '../match/row-place';
import type { ReviewFrame } from '../single-row/review-frame';
import { ERROR, NOT_MATCHED, type RowColumns } from '../single-row/row-columns';
import type { CodeColumn } from '../terms/code-sets';
import { isReported, type CrossRow, type Marks } from './cross-row';
import { markEmailTaken, wantersOf } from './email-taken';
import { judgeShifts, markShifts } from './judge-shifts';
import { judgeManyChanges } from './many-changes';
import { judgeShiftedDays } from './judge-shifted-days';
import { judgeNewAddresses } from './new-address';
import { judgeOtherPeople } from './other-people';
import { movedPlaces, touchedPlaces, touchedValues, type Previous, type PreviousAndMoved } from './previous';
import { markRepeated, placesOfRepeated } from './repeated';

/**
 * Judges the rows by the rules about several of them. Each rule sees what the one before left: a
 * row that another one contradicts takes no address, and a row with an error is not among many
 * changes. Linear.
 *
 * Verdicts of `previous` that still hold are kept, so that an edit costs what it touches and a few
 * plain passes over all rows. They are the same as when all rows are judged (`nothingJudged`).
 */
export function judgeCrossRow(frame: ReviewFrame, rows: RowColumns, previous: Previous): CrossRow {
  const { length: width } = frame.attributes;
  const marks: Marks = {
    codes: rows.codes.copy(),
    status: rows.status.slice(),
    isDuplicate: previous.crossRow.isDuplicate.slice(),
    isExcluded: placesOf(frame.input.table.rows, frame.exclusions.rows),
  };
  const touched = touchedPlaces(previous, marks.isExcluded);
  const regrouped = judgeRepeated(frame, rows, marks, previous, touched);
  judgeEmails(frame, rows, marks, previous, touched, regrouped);
  const shifts = judgeShifts(frame, rows, marks.isDuplicate, previous);
  markShifts(marks.codes, shifts);
  const shiftedDays = judgeShiftedDays(frame, rows, marks);
  const otherPeople = judgeOtherPeople(frame, rows, marks, shifts);
  const newAddresses = judgeNewAddresses(frame, rows, marks);
  const since: PreviousAndMoved = {
    ...previous,
    moved: movedPlaces(previous, marks),
  };
  const many = judgeManyChanges(rows, marks, width, since);
  return {
    ...marks,
    shifts,
    shiftedDays,
    otherPeople,
    newAddresses,
    ...many,
    reported: reportedPlaces(rows, width, marks, since),
  };
}

/**
 * Judges the rows that share a credential with a touched one, now or before, and gives their
 * places. The verdicts on all others hold.
 */
function judgeRepeated(
  frame: ReviewFrame,
  rows: RowColumns,
  marks: Marks,
  { rows: before, crossRow }: Previous,
  touched: readonly number[],
): readonly number[] {
  const { position } = rows;
  const isTouched = touchedValues(position, before.position, frame.input.group.all.length, touched);
  const places: number[] = [];
  for (let index = 0; index < position.length; index += 1) {
    const credential = int32At(position, index);
    if (credential >= 0 && uint8At(isTouched, credential) === 1) places.push(index);
  }
  const repeated = marks.codes.column('repeated');
  const isJudged = new Uint8Array(position.length);
  for (const judged of [touched, places])
    for (const index of judged) {
      isJudged[index] = 1;
      marks.isDuplicate[index] = 0;
    }
  const wasRepeated = crossRow.codes.column('repeated');
  for (let index = 0; index < position.length; index += 1)
    if (wasRepeated.has(index) && isJudged[index] === 0) fail(marks, index, repeated);
  markRepeated(frame, rows, marks, placesOfRepeated(position, places, isTouched.length), (index) => {
    fail(marks, index, repeated);
  });
  return places;
}

/**
 * Judges the rows that want the same address as a touched one, now or before. The verdicts on all
 * others hold.
 */
function judgeEmails(
  frame: ReviewFrame,
  rows: RowColumns,
  marks: Marks,
  { rows: before, crossRow }: Previous,
  ...touched: readonly (readonly number[])[]
): void {
  const isTouched = touchedValues(rows.toEmail, before.toEmail, rows.emails.size, ...touched);
  isTouched[0] = 1; // a row that wants no address has no verdict that could hold
  const taken = marks.codes.column('email-taken');
  const wasTaken = crossRow.codes.column('email-taken');
  for (let index = 0; index < rows.toEmail.length; index += 1)
    if (wasTaken.has(index) && uint8At(isTouched, int32At(rows.toEmail, index)) === 0)
      fail(marks, index, taken);
  const wanters = wantersOf(rows, marks, isTouched);
  if (wanters.length === 0) return;
  const holders = frame.input.group.holders('recipient-email');
  markEmailTaken(holders, rows, wanters, (index) => {
    fail(marks, index, taken);
  });
}

function fail({ status }: Marks, index: number, code: CodeColumn): void {
  code.add(index);
  if (status[index] !== NOT_MATCHED) status[index] = ERROR;
}

/** The same list as before when no row comes or goes. */
function reportedPlaces(
  rows: RowColumns,
  width: number,
  marks: Marks,
  { rows: before, crossRow, moved }: PreviousAndMoved,
): Int32Array {
  const isNow = (index: number) => isReported(rows, marks, width, index);
  const isSame = moved.every((index) => isNow(index) === isReported(before, crossRow, width, index));
  if (isSame) return crossRow.reported;
  const reported = new Int32Array(marks.status.length);
  let count = 0;
  for (let index = 0; index < reported.length; index += 1) {
    if (!isNow(index)) continue;
    reported[count] = index;
    count += 1;
  }
  return reported.slice(0, count);
}
