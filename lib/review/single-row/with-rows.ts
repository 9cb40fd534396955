import { int32At, uint8At } from '../../element-at';
import type { RowColumns } from './row-columns';

/**
 * The columns with other rows at some places: the n-th of `rows` comes to the n-th of `places`. A
 * column in which none of them differs stays the very same: copies of all columns would take most
 * of the time of an edit. (An object literal as in `makeRowColumns`, not a spread: objects of two
 * shapes make every loop over them slow.)
 */
export function withRows(
  columns: RowColumns,
  rows: RowColumns,
  places: readonly number[],
  attributes: number,
): RowColumns {
  return {
    position: withInts(columns.position, rows.position, places),
    status: withBytes(columns.status, rows.status, places, 1),
    codes: columns.codes.withRows(rows.codes, places),
    credits: withBytes(columns.credits, rows.credits, places, 1),
    nameClass: withBytes(columns.nameClass, rows.nameClass, places, 1),
    emailClass: withBytes(columns.emailClass, rows.emailClass, places, 1),
    isStranger: withBytes(columns.isStranger, rows.isStranger, places, 1),
    whose: withBytes(columns.whose, rows.whose, places, 1),
    outcomes: withBytes(columns.outcomes, rows.outcomes, places, attributes),
    dayShifts: withBytes(columns.dayShifts, rows.dayShifts, places, attributes),
    fromName: withInts(columns.fromName, rows.fromName, places),
    toName: withInts(columns.toName, rows.toName, places),
    fromEmail: withInts(columns.fromEmail, rows.fromEmail, places),
    toEmail: withInts(columns.toEmail, rows.toEmail, places),
    lostPart: withInts(columns.lostPart, rows.lostPart, places),
    wonPart: withInts(columns.wonPart, rows.wonPart, places),
    names: columns.names,
    emails: columns.emails,
    parts: columns.parts,
    needsDetail: withBytes(columns.needsDetail, rows.needsDetail, places, 1),
    cosmetic: withBytes(columns.cosmetic, rows.cosmetic, places, 1),
  };
}

/** A column with `width` numbers for each row, with those of other rows at some places. */
function withBytes(
  column: Uint8Array,
  values: Uint8Array,
  places: readonly number[],
  width: number,
): Uint8Array {
  let next = column;
  for (const [at, place] of places.entries())
    for (let of = 0; of < width; of += 1) {
      const value = uint8At(values, at * width + of);
      if (next[place * width + of] === value) continue;
      if (next === column) next = column.slice();
      next[place * width + of] = value;
    }
  return next;
}

function withInts(column: Int32Array, values: Int32Array, places: readonly number[]): Int32Array {
  let next = column;
  for (const [at, place] of places.entries()) {
    const value = int32At(values, at);
    if (next[place] === value) continue;
    if (next === column) next = column.slice();
    next[place] = value;
  }
  return next;
}
