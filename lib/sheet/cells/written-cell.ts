import type { Day } from '../../credential/day';

/**
 * A cell of a file that we write: a text, or a value with its type, so that a program reads it
 * without a question. `text` is what a CSV has in its place. `format`: a number format code of
 * ECMA-376 18.8.31, which shows the value as the admin's own sheet does.
 */
export type WrittenCell =
  | string
  /** `since1904`: as in `Cell`. The file then counts days from 1904. */
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly format: string;
      readonly text: string;
      readonly since1904?: true;
    }
  /** `seconds`: the time of day, since midnight. */
  | {
      readonly kind: 'day';
      readonly day: Day;
      readonly seconds: number;
      readonly format: string;
      readonly text: string;
    }
  | { readonly kind: 'flag'; readonly value: boolean; readonly text: string }
  | { readonly kind: 'error'; readonly text: string };

/** Rows of a file that is written. */
export type WrittenRows = readonly (readonly WrittenCell[])[];

/** The text of a cell that is written. */
export function writtenText(cell: WrittenCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
