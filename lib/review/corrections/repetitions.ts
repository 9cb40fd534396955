import type { Review } from '../across-rows/review';
import { placesOf } from '../match/row-place';

/**
 * Rows (their numbers) with those that only repeat one of them: of the same credential, and with the same words. Nobody sees
 * these, as the first one counts for all. Were it left out alone, the next one would take its place and be sent.
 */
export function withRepetitions(
  { frame, rows: { position }, together: { isAlike } }: Review,
  rows: readonly number[],
): readonly number[] {
  const { rows: numbers } = frame.input.table;
  if (!isAlike.includes(1)) return rows;
  const isMeant = placesOf(numbers, new Set(rows));
  const credentials = new Set<number>();
  for (const [place, of] of position.entries()) if (isMeant[place] === 1 && of >= 0) credentials.add(of);
  const repeating = numbers.filter(
    (_, place) => isAlike[place] === 1 && isMeant[place] === 0 && credentials.has(position[place] ?? -1),
  );
  return [...rows, ...repeating];
}
