import type { FindingGroup, ReviewSummary } from '../../lib/review/cross-row/review';
import type { Session } from '../../lib/session/session';
import { named, t, tn } from '../text';

/** Kinds of change that may cost credits, each with a way to leave it out. */
const COSTLY = ['renewal', 'expiry-outside-year'] as const;

/**
 * Too few credits for what is wanted: said here, long before the last question, with what can be
 * done about it.
 */
export function CreditBalance({ session, summary }: { session: Session; summary: ReviewSummary }) {
  const phase = session.connection.phase.value;
  const credits = phase.kind === 'connected' ? phase.connection.credits : null;
  if (credits === null || summary.creditsAtMost <= credits) return null;
  const hasSome = (code: FindingGroup['code']) =>
    summary.groups.some((group) => group.code === code && group.credits > 0);
  return (
    <p class="credit-balance caution">
      {t('tooFewCredits', tn('credits', summary.creditsAtMost), tn('credits', credits))}{' '}
      {COSTLY.filter(hasSome).map((code) => (
        <button
          key={code}
          type="button"
          class="link"
          onClick={() => void session.review.decide({ kind: 'exclude-finding', code })}
        >
          {t(named('leaveOutCostly', code))}
        </button>
      ))}
    </p>
  );
}
