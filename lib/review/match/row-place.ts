import { itemAt } from '../../element-at';

/**
 * The place of a row (its number) in the ascending list of a table's rows; -1 when it is not among
 * them.
 */
export function placeOfRow(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (itemAt(rows, middle) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row ? low : -1;
}

/** 1 at the place of each of these rows. */
export function placesOf(rows: readonly number[], wanted: ReadonlySet<number>): Uint8Array {
  const places = new Uint8Array(rows.length);
  for (const row of wanted) {
    const place = placeOfRow(rows, row);
    if (place >= 0) places[place] = 1;
  }
  return places;
}
