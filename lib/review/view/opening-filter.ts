import type { ReviewFilter, ReviewSummary, ReviewView } from '../cross-row/review';
import type { FindingCode } from '../terms/finding';

/** The view of a sheet as long as nobody has chosen another one. */
export const FIRST_VIEW: ReviewView = { filter: { kind: 'changes' }, search: '', sort: null };

/**
 * Chooses the filter of a review that was just made. `chosen`: that of the last one, "changes" at
 * first. A kind of finding or an attribute that is gone is not looked for any more, and a group of
 * changes becomes its kind of finding: with other rows it may be another group. Where nothing would
 * be updated but there are errors it is those: an empty list reads as if all were in order.
 */
export function openingFilter(
  chosen: ReviewFilter,
  {
    toUpdate,
    excluded,
    withErrors,
    groups,
    attributes,
  }: Pick<ReviewSummary, 'toUpdate' | 'excluded' | 'withErrors' | 'groups' | 'attributes'>,
): ReviewFilter {
  const has = (wanted: FindingCode) => groups.some(({ code }) => code === wanted);
  const isGone =
    (chosen.kind === 'errors' && withErrors === 0) ||
    ((chosen.kind === 'finding' || chosen.kind === 'shape') && !has(chosen.code)) ||
    (chosen.kind === 'attribute' && !attributes.some(({ attribute }) => attribute === chosen.attribute));
  if (chosen.kind === 'shape' && !isGone) return { kind: 'finding', code: chosen.code };
  if (chosen.kind !== 'changes' && !isGone) return chosen;
  return toUpdate + excluded === 0 && withErrors > 0 ? { kind: 'errors' } : { kind: 'changes' };
}
