import { int32At } from '../../element-at';
import type { Review } from '../cross-row/review';
import { placesOf } from '../match/row-place';

/**
 * Rows (their numbers) together with their duplicates, which ask the same of the same credential.
 * Nobody sees duplicates, as the first row counts for all: if only that were excluded, the next one
 * would take its place and be sent.
 *
 * Rows 2, 9 and 12 give credential 1 the grade "A"; row 2 is excluded -> rows 9 and 12 are excluded
 * with it.
 */
export function withDuplicates(
  { frame, rows: { position }, crossRow: { isDuplicate } }: Review,
  rows: readonly number[],
): readonly number[] {
  const { rows: numbers } = frame.input.table;
  if (!isDuplicate.includes(1)) return rows;
  const isMeant = placesOf(numbers, new Set(rows));
  const credentials = new Set<number>();
  for (const [place, of] of position.entries()) if (isMeant[place] === 1 && of >= 0) credentials.add(of);
  const repeating = numbers.filter(
    (_, place) =>
      isDuplicate[place] === 1 && isMeant[place] === 0 && credentials.has(int32At(position, place)),
  );
  return [...rows, ...repeating];
}
