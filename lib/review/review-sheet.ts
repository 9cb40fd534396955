import { judgeAlone } from './judge-alone';
import { judgeTogether } from './judge-together';
import type { Review } from './review';
import { reviewFrame } from './review-frame';
import type { ReviewInput } from './review-input';
import { copyRowColumns, makeRowColumns, type RowColumns } from './row-columns';

/**
 * Matches every row of a sheet to a credential, compares it field by field and judges it (product.md 2.4). Pure: the
 * same input gives the same review. Linear in rows plus credentials.
 */
export function reviewSheet(input: ReviewInput): Review {
  const frame = reviewFrame(input);
  const { length: size } = input.table.rows;
  const rows = makeRowColumns(size, frame.attributes.length);
  for (let index = 0; index < size; index += 1) judgeAlone(frame, rows, index);
  return { frame, rows, together: judgeTogether(frame, rows) };
}

/**
 * The review of an input that differs from that of `before` only in the rows at these places (their cells, the chosen
 * credential, what is left out in them): the same as `reviewSheet` gives, but only those rows are compared anew. What rows
 * say together is judged again for all of them.
 */
export function reviewAgain(before: Review, input: ReviewInput, places: readonly number[]): Review {
  const frame = reviewFrame(input);
  const rows = copyRowColumns(before.rows);
  for (const index of places) judgeAlone(frame, rows, index);
  const holds = places.every((index) => samePerson(before.rows, rows, index));
  return { frame, rows, together: judgeTogether(frame, rows, holds ? before.together : undefined) };
}

/** Whether a row gives and takes the same name and e-mail as before. */
function samePerson(before: RowColumns, after: RowColumns, index: number): boolean {
  return (
    before.position[index] === after.position[index] &&
    before.nameClass[index] === after.nameClass[index] &&
    before.fromName[index] === after.fromName[index] &&
    before.toName[index] === after.toName[index] &&
    before.fromEmail[index] === after.fromEmail[index] &&
    before.toEmail[index] === after.toEmail[index]
  );
}
