import { useSignal } from '@preact/signals';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';
import { late } from './late';

const Help = late(async () => (await import('../help/help')).Help);

/** The button of the help for the present step, and that help while it is open. */
export function HelpButton({ session, actions }: { session: Session; actions: PanelActions }) {
  const isOpen = useSignal(false);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-haspopup="dialog"
        aria-label={t('help')}
        title={t('help')}
        onClick={() => (isOpen.value = true)}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.4v.2"
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
            stroke-linecap="round"
          />
        </svg>
      </button>
      {isOpen.value && (
        <Help
          step={session.step.value}
          onClose={() => (isOpen.value = false)}
          onReport={actions.openReport}
          onProve={actions.prove}
        />
      )}
    </>
  );
}
