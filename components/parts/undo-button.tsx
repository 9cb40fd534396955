import { useSignal } from '@preact/signals';
import type { Session } from '../../lib/session/session';
import { guarded } from '../guard/guard';
import { t } from '../text';
import { AskDialog } from './ask-dialog';

/**
 * "Undo this run". Its sheet takes the place of the one that is open: where that has not been sent
 * yet, it is asked first.
 */
export function UndoButton(props: { session: Session; disabled: boolean; undo: () => Promise<void> }) {
  const { session, disabled, undo } = props;
  const asks = useSignal(false);
  const file = session.file.phase.value;
  // The sheet has had its time when its own run is over.
  const isDone = session.run.phase.value.kind === 'over' && session.notSent.value === null;
  const inHand = file.kind === 'open' && !isDone ? file.name : null;
  return (
    <>
      <button
        type="button"
        class="button"
        disabled={disabled}
        onClick={inHand === null ? guarded(() => void undo()) : () => (asks.value = true)}
      >
        {t('undoRun')}
      </button>
      {asks.value && inHand !== null && (
        <AskDialog
          title={t('historyUndoTitle')}
          yes={t('historyUndoYes')}
          no={t('historyUndoNo')}
          onYes={() => void undo()}
          onClose={() => (asks.value = false)}
        >
          <p>{t('historyUndoText', inHand)}</p>
        </AskDialog>
      )}
    </>
  );
}
