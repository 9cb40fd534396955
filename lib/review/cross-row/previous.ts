import { int32At } from '../../element-at';
import { makeRowColumns, type RowColumns } from '../single-row/row-columns';
import { makeRowFindings } from '../terms/finding-codes';
import type { CrossRow, Marks } from './cross-row';
import { NO_SHIFTS } from './shifts';

/*
 * The one owner of incremental judging. Every rule about several rows starts from what was judged
 * before and judges again what is touched by the rows at `places`. A sheet that is judged for the
 * first time has an empty review before it, in which nothing is matched, and all of its rows are
 * touched: there is no second way through the rules.
 */

/** The verdicts before the rows at some places were judged again by themselves. */
export interface Previous {
  readonly rows: RowColumns;
  readonly crossRow: CrossRow;
  /** Ascending. */
  readonly places: readonly number[];
}

/** The same with the places of the rows whose verdict differs by now; `moved` is ascending. */
export interface PreviousAndMoved extends Previous {
  readonly moved: readonly number[];
}

/** Share of the rows beyond which all of them are judged from scratch, which is then quicker. */
const MOST = 0.1;

/** Whether so many rows are worth a judging that starts from what was judged before. */
export function areFew(places: readonly number[], rows: number): boolean {
  return places.length <= rows * MOST;
}

/** The verdicts before any row was judged. */
export function nothingJudged(rows: RowColumns, width: number): Previous {
  const { length: size } = rows.status;
  return {
    rows: makeRowColumns(size, width, rows),
    crossRow: {
      codes: makeRowFindings(size),
      status: new Uint8Array(size),
      isDuplicate: new Uint8Array(size),
      isExcluded: new Uint8Array(size),
      shifts: NO_SHIFTS,
      shiftedDays: new Map(),
      otherPeople: 0,
      newAddresses: new Map(),
      matchedRows: 0,
      changing: new Int32Array(width),
      manyChanges: new Map(),
      reported: new Int32Array(0),
    },
    places: Array.from({ length: size }, (_, index) => index),
  };
}

/** The places that were judged again, and those of rows that were excluded or included since. */
export function touchedPlaces({ places, crossRow }: Previous, isExcluded: Uint8Array): readonly number[] {
  if (places.length === isExcluded.length) return places;
  const before = crossRow.isExcluded;
  const others: number[] = [];
  for (let index = 0; index < isExcluded.length; index += 1)
    if (isExcluded[index] !== before[index]) others.push(index);
  return union(places, others);
}

/** 1 at each value that a touched row has in a column, now or before. Values below 0 are none. */
export function touchedValues(
  now: Int32Array,
  before: Int32Array,
  values: number,
  ...touched: readonly (readonly number[])[]
): Uint8Array {
  const isTouched = new Uint8Array(values);
  for (const places of touched)
    for (const index of places) {
      const value = int32At(now, index);
      const valueBefore = int32At(before, index);
      if (value >= 0) isTouched[value] = 1;
      if (valueBefore >= 0) isTouched[valueBefore] = 1;
    }
  return isTouched;
}

/**
 * The places of rows that were judged again, or whose status differs by now, or whether they count.
 */
export function movedPlaces({ crossRow, places }: Previous, after: Marks): readonly number[] {
  const { status, isDuplicate, isExcluded } = crossRow;
  if (places.length === status.length) return places;
  const others: number[] = [];
  for (let index = 0; index < status.length; index += 1)
    if (
      status[index] !== after.status[index] ||
      isDuplicate[index] !== after.isDuplicate[index] ||
      isExcluded[index] !== after.isExcluded[index]
    )
      others.push(index);
  return union(places, others);
}

/** The places where anything differs that is counted or shown of a row. */
export function differingPlaces(previous: Previous, after: CrossRow): readonly number[] {
  return union(movedPlaces(previous, after), previous.crossRow.codes.differing(after.codes));
}

/** The union of two lists of places, ascending. */
function union(places: readonly number[], others: readonly number[]): readonly number[] {
  return others.length === 0 ? places : [...new Set([...places, ...others])].sort((a, b) => a - b);
}
