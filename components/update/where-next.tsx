import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';

/** Ways on from a finished run. */
export function WhereNext({ session, actions }: { session: Session; actions: PanelActions }) {
  return (
    <div class="end">
      <button type="button" class="button" onClick={() => session.startOver()}>
        {t('updateAnother')}
      </button>
      <button type="button" class="button primary" onClick={actions.backToGroup}>
        {t('backToGroup')}
      </button>
    </div>
  );
}
