import type { SessionShape } from '../../lib/session/session';
import { platformProblemText } from '../parts/problem-text';
import { t } from '../text';

/** What the review needs, since something was corrected in it or all of the group was wanted, is being read or could not be. */
export function Completing({ session }: { session: SessionShape }) {
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
