import type { ReviewFilter, ReviewSummary, ReviewView } from '../cross-row/review';

/** The view of a sheet as long as nobody has chosen another one. */
export const FIRST_VIEW: ReviewView = { filter: { kind: 'changes' }, search: '', sort: null };

/**
 * What a review that was just made is looked at by. `chosen`: what the last one was, "changes" at
 * first. Errors that are gone are not looked for any more. Where nothing would be updated but there
 * are errors it is those: an empty list of changes reads as if all were in order.
 */
export function openingFilter(
  chosen: ReviewFilter,
  {
    toUpdate,
    excluded,
    withErrors,
    groups,
  }: Pick<ReviewSummary, 'toUpdate' | 'excluded' | 'withErrors' | 'groups'>,
): ReviewFilter {
  const isGone =
    (chosen.kind === 'errors' && withErrors === 0) ||
    (chosen.kind === 'finding' && !groups.some(({ code }) => code === chosen.code));
  if (chosen.kind !== 'changes' && !isGone) return chosen;
  return toUpdate + excluded === 0 && withErrors > 0 ? { kind: 'errors' } : { kind: 'changes' };
}
