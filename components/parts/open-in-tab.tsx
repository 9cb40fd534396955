import { useSignal } from '@preact/signals';
import type { Session } from '../../lib/session/session';
import { t } from '../text';
import { AskDialog } from './ask-dialog';

/**
 * Opens the panel in a tab of its own. A sheet that is open here does not come along, and that is
 * said before: its rows are in the memory of this panel's worker alone, and what is in a page of
 * another site shares no storage with a tab of ours.
 */
export function OpenInTab({ session, open }: { session: Session; open: () => void }) {
  const isAsking = useSignal(false);
  const hasSheet = session.file.phase.value.kind === 'open';
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={t('openInTab')}
        aria-haspopup={hasSheet ? 'dialog' : undefined}
        title={t('openInTab')}
        onClick={hasSheet ? () => (isAsking.value = true) : open}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M9 2h5v5M14 2L8 8M6 3H3v10h10v-3" fill="none" stroke="currentColor" stroke-width="1.5" />
        </svg>
      </button>
      {isAsking.value && (
        <AskDialog
          title={t('openInTabTitle')}
          yes={t('openInTabYes')}
          no={t('openInTabNo')}
          harmless
          onYes={open}
          onClose={() => (isAsking.value = false)}
        >
          <p>{t('openInTabWhy')}</p>
        </AskDialog>
      )}
    </>
  );
}
