import type { PlanObstacle } from '../../lib/review/plan/plan';
import type { ReviewState } from '../../lib/rpc/contract/sheet-contract';
import type { Session } from '../../lib/session/session';
import { t, tn } from '../text';
import { OBSTACLES_TITLE } from './before-you-update';

/** The button, and beside it in words what is still missing. */
export function ReviewFoot({ session, state }: { session: Session; state: ReviewState }) {
  const { toUpdate } = state.summary;
  const first = state.obstacles[0];
  return (
    <footer class="foot">
      <button type="button" class="button" onClick={() => session.goTo('assign')}>
        {t('backToAssign')}
      </button>
      <div class="end">
        {first !== undefined && (
          <span class="quiet" id="review-missing">
            {state.obstacles.map(obstacleText).join(' · ')}
          </span>
        )}
        {first !== undefined && (
          <button
            type="button"
            class="link when-narrow"
            aria-label={t('showObstacles')}
            onClick={showObstacles}
          >
            {t('show')}
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

/** On a narrow panel they stand below the grid, out of sight. */
function showObstacles(): void {
  document.getElementById(OBSTACLES_TITLE)?.focus(); // drawn with the review
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
