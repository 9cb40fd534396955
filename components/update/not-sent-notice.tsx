import type { Session } from '../../lib/session/session';
import { t } from '../text';

/**
 * Says that what is open here is not in the run that is shown, whose progress or end would be taken
 * for it otherwise, and leads back to it. `fileName`: the run's.
 */
export function NotSentNotice({ session, fileName }: { session: Session; fileName: string }) {
  const notSent = session.notSent.value;
  if (notSent === null) return null;
  const isOver = session.run.phase.value.kind === 'over';
  const canReview = session.assign.problems.value.length === 0;
  return (
    <div class="notice calm" role="alert">
      <p>
        {notSent.why === 'other-sheet'
          ? t(isOver ? 'notSentOver' : 'notSentUnderWay', notSent.name, fileName)
          : t(isOver ? 'changedSinceOver' : 'changedSinceUnderWay', notSent.name)}
      </p>
      <button type="button" class="button" onClick={() => session.goTo(canReview ? 'review' : 'assign')}>
        {t(canReview ? 'backToReview' : 'backToAssign')}
      </button>
    </div>
  );
}
