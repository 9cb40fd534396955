import { IdentityNumbers } from '../identity/identity-numbers';
import { NONE } from '../match/match-rows';
import { makeRowFindings, type RowFindings } from '../terms/finding-codes';
import type { JudgedRow, ReviewedCell } from '../terms/reviewed-row';

/** The status of a row, by its number in `status`. */
export const STATUSES: readonly JudgedRow['status'][] = ['unchanged', 'update', 'error', 'not-matched'];
export const UNCHANGED = 0;
export const UPDATE = 1;
export const ERROR = 2;
export const NOT_MATCHED = 3;

/**
 * The outcome of a cell, by its number in `outcomes`; 0 for a cell of which there is nothing to
 * report.
 */
export const CHANGED = 1;
export const CLEARED = 2;
export const UNREADABLE = 3;
export const EXCLUDED = 4;
/** A cell as it was downloaded, while the platform has moved on. The row is not reported for it. */
export const NOT_EDITED = 5;

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
    case 'kept-because-not-edited':
      return NOT_EDITED;
    case 'same':
    case 'kept-because-blank':
    case 'kept-because-filled':
    case 'kept-because-never':
    case 'kept-by-value-rule':
      return 0;
  }
}

/**
 * The single-row verdicts of a sheet: a column of numbers for each fact, with a place for each row
 * of the table. Objects were rejected: 100,000 of them with a million cells take four seconds, most
 * of it garbage collection. A row is described again when it is looked at (describe-rows.ts).
 */
export interface RowColumns {
  /** Position of the credential; NONE when the row has not exactly one. */
  readonly position: Int32Array;
  readonly status: Uint8Array;
  /** Kinds of finding of the row by itself. */
  readonly codes: RowFindings;
  readonly credits: Uint8Array;
  /** The class of a name or e-mail change, by its place in finding-classes.ts; 0 for none. */
  readonly nameClass: Uint8Array;
  readonly emailClass: Uint8Array;
  /** 1 where the new name is plainly another person's, whatever else the group has. */
  readonly isStranger: Uint8Array;
  /** Outcomes of cells: as many for each row as attributes are reviewed, in their order. */
  readonly outcomes: Uint8Array;
  /**
   * How changed days lie to the present ones (day-shift.ts): a number for each row and reviewed
   * attribute.
   */
  readonly dayShifts: Uint8Array;
  /** Whose row it is by the names in it (match/whose-row.ts). */
  readonly whose: Uint8Array;
  /** Present and new name and e-mail by their numbers where they change; 0 where they do not. */
  readonly fromName: Int32Array;
  readonly toName: Int32Array;
  readonly fromEmail: Int32Array;
  readonly toEmail: Int32Array;
  /**
   * The part of a name that is lost and won while the rest of it stays, by their numbers; 0 for
   * none (identity/exchanged-part.ts).
   */
  readonly lostPart: Int32Array;
  readonly wonPart: Int32Array;
  readonly names: IdentityNumbers;
  readonly emails: IdentityNumbers;
  readonly parts: IdentityNumbers;
  /** 1 where a cell can only be compared once its credential is read whole. */
  readonly needsDetail: Uint8Array;
  /**
   * Cosmetic differences, counted as changes or not, and values kept by a rule, as bits
   * (cosmetic-bits.ts).
   */
  readonly cosmetic: Uint8Array;
}

/**
 * Columns for so many rows and reviewed attributes, in which nothing is judged yet and no row is
 * matched. They share the numbers of names and e-mails with another review, or get new ones.
 */
export function makeRowColumns(
  rows: number,
  attributes: number,
  { names, emails, parts }: Pick<RowColumns, 'names' | 'emails' | 'parts'> = {
    names: new IdentityNumbers(rows),
    emails: new IdentityNumbers(rows),
    parts: new IdentityNumbers(0), // most sheets have none
  },
): RowColumns {
  return {
    position: new Int32Array(rows).fill(NONE),
    status: new Uint8Array(rows),
    codes: makeRowFindings(rows),
    credits: new Uint8Array(rows),
    nameClass: new Uint8Array(rows),
    emailClass: new Uint8Array(rows),
    isStranger: new Uint8Array(rows),
    whose: new Uint8Array(rows),
    outcomes: new Uint8Array(rows * attributes),
    dayShifts: new Uint8Array(rows * attributes),
    fromName: new Int32Array(rows),
    toName: new Int32Array(rows),
    fromEmail: new Int32Array(rows),
    toEmail: new Int32Array(rows),
    lostPart: new Int32Array(rows),
    wonPart: new Int32Array(rows),
    names,
    emails,
    parts,
    needsDetail: new Uint8Array(rows),
    cosmetic: new Uint8Array(rows),
  };
}
