import type { Review } from '../cross-row/review';
import { placesOf } from '../match/row-place';

/**
 * Rows (their numbers) with those that only repeat one of them: of the same credential, and with the same words. Nobody sees
 * these, as the first one counts for all. Were it left out alone, the next one would take its place and be sent.
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
    (_, place) => isDuplicate[place] === 1 && isMeant[place] === 0 && credentials.has(position[place] ?? -1),
  );
  return [...rows, ...repeating];
}
