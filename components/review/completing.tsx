import type { Session } from '../../lib/session/session';
import { platformProblemText } from '../parts/problem-text';
import { t } from '../text';

/**
 * Says that the review reads what a correction, or the wish for the whole group, made necessary; or
 * could not.
 */
export function Completing({ session }: { session: Session }) {
  const completing = session.review.completing.value;
  if (completing.kind === 'no') return null;
  if (completing.kind === 'reading')
    return (
      <p role="status" class="small quiet">
        {t('completing')}
      </p>
    );
  return (
    <p role="alert" class="small error">
      {platformProblemText(completing.problem)}{' '}
      <button type="button" class="link" onClick={() => void session.review.complete()}>
        {t('tryAgain')}
      </button>
    </p>
  );
}
