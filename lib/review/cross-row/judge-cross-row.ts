import { bitOf } from '../terms/finding-codes';
import { judgeShifts, markShifts } from './judge-shifts';
import type { ReviewFrame } from '../single-row/review-frame';
import { ERROR, NOT_MATCHED, type RowColumns } from '../single-row/row-columns';
import { placesOf } from '../match/row-place';
import { markEmailTaken, wantersOf } from './email-taken';
import { judgeManyChanges } from './many-changes';
import { markRepeated, placesOfRepeated } from './repeated';
import { addCode, isReported, type Marks, type CrossRow } from './cross-row';
import { movedPlaces, touchedPlaces, wherePlaces, type JudgedBefore, type MovedSince } from './judged-before';

/**
 * Judges the rows by the rules about several of them. Each rule sees what the one before left: a row that another one
 * contradicts takes no address, and a row with an error is not among many changes. Linear.
 *
 * `before`: what was judged before some of the rows were judged anew. What holds is taken from there, so that an edit costs
 * what it touches and a few plain passes over all rows; the outcome is the same as without.
 */
export function judgeCrossRow(
  frame: ReviewFrame,
  rows: RowColumns,
  before: JudgedBefore | null,
): JudgedCrossRow {
  const size = rows.status.length;
  const marks: Marks = {
    codes: new Uint32Array(size),
    status: rows.status.slice(),
    isDuplicate: new Uint8Array(size),
    isExcluded: placesOf(frame.input.table.rows, frame.exclusions.rows),
  };
  const touched = before === null ? null : touchedPlaces(before, marks.isExcluded);
  const regrouped = judgeRepeated(frame, rows, marks, before, touched);
  judgeEmails(frame, rows, marks, before, touched === null ? null : [...touched, ...regrouped]);
  const shifts = judgeShifts(frame, rows, marks.isDuplicate, before);
  markShifts(marks.codes, shifts);
  const since = before && {
    rows: before.rows,
    crossRow: before.crossRow,
    places: before.places,
    moved: movedPlaces(before, marks),
  };
  const many = judgeManyChanges(rows, marks, frame.attributes.length, since);
  const { codes, status, isDuplicate, isExcluded } = marks;
  const { matchedRows, changing, manyChanges } = many;
  const reported = reportedNow(rows, frame.attributes.length, marks, since);
  return {
    crossRow: {
      codes,
      status,
      isDuplicate,
      isExcluded,
      shifts,
      matchedRows,
      changing,
      manyChanges,
      reported,
    },
    moved: since === null ? null : since.moved,
  };
}

/** What rows say together, and the places of which something else becomes than before; null without a before. */
export interface JudgedCrossRow {
  readonly crossRow: CrossRow;
  readonly moved: ReadonlySet<number> | null;
}

/** Gives the places that were judged: those that share a credential with a row that was touched, or all that share one. */
function judgeRepeated(
  frame: ReviewFrame,
  rows: RowColumns,
  marks: Marks,
  before: JudgedBefore | null,
  touched: readonly number[] | null,
): readonly number[] {
  const bit = bitOf('repeated');
  const { length: credentials } = frame.input.group.all;
  const places =
    before === null || touched === null
      ? placesOfRepeated(rows.position, credentials)
      : wherePlaces(rows.position, before.rows.position, credentials, touched);
  if (before !== null) {
    const { codes, isDuplicate } = before.crossRow;
    marks.isDuplicate.set(isDuplicate);
    for (let index = 0; index < codes.length; index += 1)
      if (((codes[index] ?? 0) & bit) !== 0) fail(marks, index, bit);
    for (const index of [...places, ...(touched ?? [])]) {
      marks.isDuplicate[index] = 0;
      marks.codes[index] = 0;
      marks.status[index] = rows.status[index] ?? 0;
    }
  }
  markRepeated(frame, rows, marks, places, (index) => fail(marks, index, bit));
  return places;
}

function judgeEmails(
  frame: ReviewFrame,
  rows: RowColumns,
  marks: Marks,
  before: JudgedBefore | null,
  touched: readonly number[] | null,
): void {
  const bit = bitOf('email-taken');
  let among: Uint8Array | null = null;
  if (before !== null && touched !== null) {
    among = new Uint8Array(rows.emails.size);
    among[0] = 1; // a row that wants no address has nothing that could hold on
    for (const index of touched) {
      among[rows.toEmail[index] ?? 0] = 1;
      among[before.rows.toEmail[index] ?? 0] = 1;
    }
    const { codes } = before.crossRow;
    for (let index = 0; index < codes.length; index += 1)
      if (((codes[index] ?? 0) & bit) !== 0 && among[rows.toEmail[index] ?? 0] === 0) fail(marks, index, bit);
  }
  const wanters = wantersOf(rows, marks, among);
  if (wanters.length === 0) return;
  const holders = frame.input.group.holders('recipient-email');
  markEmailTaken(holders, rows, wanters, (index) => fail(marks, index, bit));
}

function fail({ codes, status }: Marks, index: number, bit: number): void {
  addCode(codes, index, bit);
  if (status[index] !== NOT_MATCHED) status[index] = ERROR;
}

/** The same list as before when no row comes or goes. */
function reportedNow(rows: RowColumns, width: number, marks: Marks, before: MovedSince | null): Int32Array {
  if (before === null) return reportedPlaces(rows, width, marks);
  for (const index of before.moved)
    if (isReported(rows, marks, width, index) !== isReported(before.rows, before.crossRow, width, index))
      return reportedPlaces(rows, width, marks);
  return before.crossRow.reported;
}

function reportedPlaces(rows: RowColumns, width: number, marks: Marks): Int32Array {
  const reported = new Int32Array(marks.status.length);
  let count = 0;
  for (let index = 0; index < reported.length; index += 1) {
    if (!isReported(rows, marks, width, index)) continue;
    reported[count] = index;
    count += 1;
  }
  return reported.slice(0, count);
}
