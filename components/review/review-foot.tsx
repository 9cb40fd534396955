import type { PlanObstacle } from '../../lib/review/plan/plan';
import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { t, tn } from '../text';
import type { Settling } from './use-settling';

/** The button, beside it in words what is still missing, and the way to the next of it. */
export function ReviewFoot(props: { session: Session; state: ReviewState; settling: Settling }) {
  const { session, state, settling } = props;
  const { toUpdate } = state.summary;
  const viewed = session.review.viewed.value;
  const first = state.obstacles[0];
  return (
    <footer class="foot">
      <button type="button" class="button" onClick={() => session.goTo('assign')}>
        {t('backToAssign')}
      </button>
      {toUpdate > 0 && <span class="viewed quiet small">{t('viewedOf', viewed, toUpdate)}</span>}
      <div class="end">
        {first !== undefined && (
          <span class="quiet" id="review-missing">
            {state.obstacles.map(obstacleText).join(' · ')}
          </span>
        )}
        {settling.items.some(({ isSettled }) => !isSettled) && (
          <button type="button" class="button" onClick={settling.next}>
            {t('next')}
          </button>
        )}
        <button
          type="button"
          class="button primary"
          disabled={first !== undefined}
          aria-describedby={first === undefined ? undefined : 'review-missing'}
          // The name of the button does not move, whatever the count.
          aria-label={t('updateButton', String(toUpdate))}
          onClick={() => void session.confirm()}
        >
          {t(toUpdate === 1 ? 'updateButtonOne' : 'updateButton', String(toUpdate))}
        </button>
      </div>
    </footer>
  );
}

function obstacleText(obstacle: PlanObstacle): string {
  switch (obstacle.code) {
    case 'alarms-open':
      return tn('obstacle_alarms', obstacle.kinds.length);
    case 'errors-open':
      return tn('obstacle_errors', obstacle.count);
    case 'warnings-open':
      return tn('obstacle_warnings', obstacle.kinds.length);
    case 'details-missing':
      return t('obstacle_details');
    case 'not-looked-up':
      return t('obstacle_notLookedUp');
    case 'nothing-to-update':
      return t('obstacle_nothing');
  }
}
