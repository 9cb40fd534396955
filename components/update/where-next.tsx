import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';

/** Ways on from a finished run. */
export function WhereNext({ session, actions }: { session: Session; actions: PanelActions }) {
  // A sheet that is open here and was not sent would be lost with the page.
  const isReloaded = session.notSent.value === null;
  return (
    <>
      <button type="button" class="button" onClick={() => session.startOver()}>
        {t('updateAnother')}
      </button>
      <div class="end">
        <span class="small quiet">{isReloaded && t('backReloads')}</span>
        <button
          type="button"
          class="button primary"
          onClick={() => actions.backToGroup(isReloaded ? 'reload' : 'keep')}
        >
          {t('backToGroup')}
        </button>
      </div>
    </>
  );
}
