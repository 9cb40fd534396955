import type { JudgedRow, ReviewedCell } from './reviewed-row';

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
export const LEFT_OUT = 4;

/** The number of an outcome. */
export function outcomeNumber(outcome: ReviewedCell['outcome']): number {
  switch (outcome) {
    case 'changed':
      return CHANGED;
    case 'cleared':
      return CLEARED;
    case 'unreadable':
      return UNREADABLE;
    case 'left-out':
      return LEFT_OUT;
    case 'same':
    case 'kept-because-blank':
    case 'kept-by-rule':
      return 0;
  }
}

/**
 * What each row of a sheet says by itself, a column of numbers for each fact and a place for each row of the table. An
 * object for each row would be 100,000 of them with a million cells: four seconds, most of them the garbage collector's.
 * The words of a row are made again when it is looked at (see told-rows.ts).
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
  /** Present and new name and e-mail as identity hashes where they change; 0 where they do not. */
  readonly fromName: Float64Array;
  readonly toName: Float64Array;
  readonly fromEmail: Float64Array;
  readonly toEmail: Float64Array;
  /** 1 where a cell can only be compared once its credential is read whole. */
  readonly needsDetail: Uint8Array;
  /** Slight differences, counted as changes or not, and values kept by a rule, as bits (quiet-bits.ts). */
  readonly quiet: Uint8Array;
}

/** Columns for so many rows and reviewed attributes, nothing judged yet. */
export function makeRowColumns(rows: number, attributes: number): RowColumns {
  return {
    position: new Int32Array(rows),
    status: new Uint8Array(rows),
    codes: new Uint32Array(rows),
    credits: new Uint8Array(rows),
    nameClass: new Uint8Array(rows),
    emailClass: new Uint8Array(rows),
    outcomes: new Uint8Array(rows * attributes),
    fromName: new Float64Array(rows),
    toName: new Float64Array(rows),
    fromEmail: new Float64Array(rows),
    toEmail: new Float64Array(rows),
    needsDetail: new Uint8Array(rows),
    quiet: new Uint8Array(rows),
  };
}

/** A copy, to be written where rows are judged again: a few megabytes, a millisecond or two. */
export function copyRowColumns(columns: RowColumns): RowColumns {
  return {
    position: columns.position.slice(),
    status: columns.status.slice(),
    codes: columns.codes.slice(),
    credits: columns.credits.slice(),
    nameClass: columns.nameClass.slice(),
    emailClass: columns.emailClass.slice(),
    outcomes: columns.outcomes.slice(),
    fromName: columns.fromName.slice(),
    toName: columns.toName.slice(),
    fromEmail: columns.fromEmail.slice(),
    toEmail: columns.toEmail.slice(),
    needsDetail: columns.needsDetail.slice(),
    quiet: columns.quiet.slice(),
  };
}
