import { IdentityNumbers } from '../identity/identity-numbers';
import type { JudgedRow, ReviewedCell } from '../terms/reviewed-row';

/** What becomes of a row, by its number in `status`. */
export const STATUSES: readonly JudgedRow['status'][] = ['unchanged', 'update', 'error', 'not-matched'];
export const UNCHANGED = 0;
export const UPDATE = 1;
export const ERROR = 2;
export const NOT_MATCHED = 3;

/** What becomes of a cell, by its number in `outcomes`; 0 for a cell of which there is nothing to tell. */
export const CHANGED = 1;
export const CLEARED = 2;
export const UNREADABLE = 3;
export const EXCLUDED = 4;

/** The number of an outcome. */
export function outcomeNumber(outcome: ReviewedCell['outcome']): number {
  switch (outcome) {
    case 'changed':
      return CHANGED;
    case 'cleared':
      return CLEARED;
    case 'unreadable':
      return UNREADABLE;
    case 'excluded':
      return EXCLUDED;
    case 'same':
    case 'kept-because-blank':
    case 'kept-because-filled':
    case 'kept-because-never':
      return 0;
  }
}

/**
 * What each row of a sheet says by itself, a column of numbers for each fact and a place for each row of the table. An
 * object for each row would be 100,000 of them with a million cells: four seconds, most of them the garbage collector's.
 * The words of a row are made again when it is looked at (see describe-rows.ts).
 */
export interface RowColumns {
  /** Position of the credential; NONE when the row has not exactly one. */
  readonly position: Int32Array;
  readonly status: Uint8Array;
  /** Findings of the row by itself, as bits (finding-codes.ts). */
  readonly codes: Uint32Array;
  readonly credits: Uint8Array;
  /** The class of a name or e-mail change, by its place in finding-classes.ts; 0 for none. */
  readonly nameClass: Uint8Array;
  readonly emailClass: Uint8Array;
  /** Outcomes of cells: as many for each row as attributes are reviewed, in their order. */
  readonly outcomes: Uint8Array;
  /** Present and new name and e-mail by their numbers where they change; 0 where they do not. */
  readonly fromName: Int32Array;
  readonly toName: Int32Array;
  readonly fromEmail: Int32Array;
  readonly toEmail: Int32Array;
  readonly names: IdentityNumbers;
  readonly emails: IdentityNumbers;
  /** 1 where a cell can only be compared once its credential is read whole. */
  readonly needsDetail: Uint8Array;
  /** Slight differences, counted as changes or not, and values kept by a rule, as bits (cosmetic-bits.ts). */
  readonly cosmetic: Uint8Array;
}

/** Columns for so many rows and reviewed attributes, nothing judged yet; with the numbers of another review, or new ones. */
export function makeRowColumns(
  rows: number,
  attributes: number,
  { names, emails }: Pick<RowColumns, 'names' | 'emails'> = {
    names: new IdentityNumbers(rows),
    emails: new IdentityNumbers(rows),
  },
): RowColumns {
  return {
    position: new Int32Array(rows),
    status: new Uint8Array(rows),
    codes: new Uint32Array(rows),
    credits: new Uint8Array(rows),
    nameClass: new Uint8Array(rows),
    emailClass: new Uint8Array(rows),
    outcomes: new Uint8Array(rows * attributes),
    fromName: new Int32Array(rows),
    toName: new Int32Array(rows),
    fromEmail: new Int32Array(rows),
    toEmail: new Int32Array(rows),
    names,
    emails,
    needsDetail: new Uint8Array(rows),
    cosmetic: new Uint8Array(rows),
  };
}

/**
 * The columns with other rows at some places: the n-th of `rows` comes to the n-th of `places`. A column in which none of
 * them differs stays the very same: to copy all of them would take most of the time of an edit. (Made as `makeRowColumns`
 * makes them, not by a spread: objects of two shapes make every loop over them slow.)
 */
export function withRows(
  columns: RowColumns,
  rows: RowColumns,
  places: readonly number[],
  attributes: number,
): RowColumns {
  return {
    position: withValues(columns.position, rows.position, places, 1),
    status: withValues(columns.status, rows.status, places, 1),
    codes: withValues(columns.codes, rows.codes, places, 1),
    credits: withValues(columns.credits, rows.credits, places, 1),
    nameClass: withValues(columns.nameClass, rows.nameClass, places, 1),
    emailClass: withValues(columns.emailClass, rows.emailClass, places, 1),
    outcomes: withValues(columns.outcomes, rows.outcomes, places, attributes),
    fromName: withValues(columns.fromName, rows.fromName, places, 1),
    toName: withValues(columns.toName, rows.toName, places, 1),
    fromEmail: withValues(columns.fromEmail, rows.fromEmail, places, 1),
    toEmail: withValues(columns.toEmail, rows.toEmail, places, 1),
    names: columns.names,
    emails: columns.emails,
    needsDetail: withValues(columns.needsDetail, rows.needsDetail, places, 1),
    cosmetic: withValues(columns.cosmetic, rows.cosmetic, places, 1),
  };
}

/** A column with `width` numbers for each row, with those of other rows at some places. */
function withValues<Column extends Int32Array | Uint32Array | Uint8Array>(
  column: Column,
  values: Column,
  places: readonly number[],
  width: number,
): Column {
  let next = column;
  for (const [at, place] of places.entries())
    for (let of = 0; of < width; of += 1) {
      const value = values[at * width + of] ?? 0;
      if (next[place * width + of] === value) continue;
      if (next === column) next = column.slice() as Column;
      next[place * width + of] = value;
    }
  return next;
}
