import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { AskDialog } from '../parts/ask-dialog';
import { named, t } from '../text';
import { theGuard } from './guard';

/** Says why a press did not count, and offers the panel in a tab, where no page can reach it. */
export function Refused({ session, actions }: { session: Session; actions: PanelActions }) {
  const guard = theGuard();
  const refusal = guard.refused.value;
  if (refusal === null) return null;
  const hasSheet = session.file.phase.value.kind === 'open';
  return (
    <AskDialog
      key={refusal}
      title={t('refusedTitle')}
      yes={t('openInTab')}
      no={t('refusedBack')}
      harmless
      onYes={() => actions.openInTab?.() /* null: this is a tab */}
      onClose={() => guard.dismiss()}
    >
      <p role="alert">{t(named('refused', refusal))}</p>
      {hasSheet && <p class="quiet">{t('openInTabWhy')}</p>}
    </AskDialog>
  );
}
