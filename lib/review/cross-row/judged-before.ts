import type { RowColumns } from '../single-row/row-columns';
import type { Marks, CrossRow } from './cross-row';

/** What was judged before the rows at some places were judged anew. */
export interface JudgedBefore {
  readonly rows: RowColumns;
  readonly crossRow: CrossRow;
  readonly places: readonly number[];
}

/** The same with the places of the rows of which something else becomes. */
export interface MovedSince extends JudgedBefore {
  readonly moved: ReadonlySet<number>;
}

/** The places that were judged anew, and those of rows that were left out or taken in since. */
export function touchedPlaces(before: JudgedBefore, isExcluded: Uint8Array): readonly number[] {
  const touched = [...before.places];
  const { isExcluded: was } = before.crossRow;
  for (let index = 0; index < isExcluded.length; index += 1)
    if (isExcluded[index] !== was[index]) touched.push(index);
  return touched;
}

/** The places of all rows that share a value in a column, now or before, with one of those that were touched. Values below 0 are none. */
export function wherePlaces(
  now: Int32Array,
  before: Int32Array,
  values: number,
  touched: readonly number[],
): readonly number[] {
  const isMeant = new Uint8Array(values);
  const mean = (value: number) => {
    if (value >= 0) isMeant[value] = 1;
  };
  for (const index of touched) {
    mean(now[index] ?? -1);
    mean(before[index] ?? -1);
  }
  const places: number[] = [];
  for (let index = 0; index < now.length; index += 1) {
    const value = now[index] ?? -1;
    if (value >= 0 && isMeant[value] === 1) places.push(index);
  }
  return places;
}

/** The places of rows that were judged anew, or of which something else becomes. */
export function movedPlaces({ crossRow, places }: JudgedBefore, after: Marks): ReadonlySet<number> {
  const { status, isDuplicate, isExcluded } = crossRow;
  const moved = new Set(places);
  for (let index = 0; index < status.length; index += 1)
    if (
      status[index] !== after.status[index] ||
      isDuplicate[index] !== after.isDuplicate[index] ||
      isExcluded[index] !== after.isExcluded[index]
    )
      moved.add(index);
  return moved;
}

/** The places where anything differs that is counted or shown of a row: those that moved, and those with other findings. */
export function differingPlaces(
  before: CrossRow,
  after: CrossRow,
  moved: ReadonlySet<number>,
): ReadonlySet<number> {
  const differing = new Set(moved);
  const { codes } = before;
  for (let index = 0; index < codes.length; index += 1)
    if (codes[index] !== after.codes[index]) differing.add(index);
  return differing;
}
