import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { wholeNumberOf } from '../../lib/review/plan/whole-number';
import { MOST_KEPT_DAYS } from '../../lib/run/afterwards/kept-values';
import type { Session } from '../../lib/session/session';
import type { HistoryPhase } from '../../lib/session/history/history-model';
import { guarded } from '../guard/guard';
import type { PanelActions } from '../panel-actions';
import { accountReport, isAnythingKnown } from '../parts/account-facts';
import { t, tn } from '../text';
import { AskDialog } from '../parts/ask-dialog';

/**
 * For how long values are kept, and the end of everything that is stored on this computer. A
 * journal that cannot be read can still be deleted: that is what makes it usable again.
 */
export function StoredHere(props: { session: Session; phase: HistoryPhase; actions: PanelActions }) {
  const { session, phase, actions } = props;
  if (phase.kind !== 'open' && phase.kind !== 'failed') return null;
  return (
    <footer>
      {phase.kind === 'open' && (
        <KeptDays keptDays={phase.keptDays} keep={(days) => void session.history.keepValues(days)} />
      )}
      {isAnythingKnown(session) && (
        <button
          type="button"
          class="button"
          onClick={() => actions.save(new TextEncoder().encode(accountReport(session)).buffer, 'account.txt')}
        >
          {t('saveFacts')}
        </button>
      )}
      <DeleteAll
        runs={phase.kind === 'open' ? phase.runs.length : null}
        onDelete={() => void session.history.deleteEverything()}
      />
    </footer>
  );
}

/** The field for how many days values are kept. */
export function KeptDays({ keptDays, keep }: { keptDays: number; keep: (days: number) => void }) {
  const typed = useSignal(String(keptDays));
  const isWrong = useSignal(false);
  useEffect(() => {
    typed.value = String(keptDays);
  }, [keptDays, typed]);
  return (
    <form
      noValidate
      onSubmit={guarded(() => {
        const days = wholeNumberOf(typed.peek());
        isWrong.value = days === null || days > MOST_KEPT_DAYS;
        if (days !== null && !isWrong.peek()) keep(days);
      })}
    >
      <p class="row">
        <label for="kept-days">{t('historyKeptDays')}</label>
        <input
          id="kept-days"
          class="field"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          aria-describedby="kept-hint"
          aria-invalid={isWrong.value}
          value={typed.value}
          onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
        />
        <button type="submit" class="button">
          {t('historySave')}
        </button>
      </p>
      <p id="kept-hint" class="small quiet">
        {t('historyKeptHint', MOST_KEPT_DAYS)}
      </p>
      {isWrong.value && (
        <p class="error" role="alert">
          {t('historyKeptWrong', MOST_KEPT_DAYS)}
        </p>
      )}
    </form>
  );
}

/** Deletes everything, once asked. `runs`: how many there are; null where that cannot be read. */
export function DeleteAll({ runs, onDelete }: { runs: number | null; onDelete: () => void }) {
  const asks = useSignal(false);
  return (
    <>
      <button type="button" class="button danger" onClick={() => (asks.value = true)}>
        {t('historyDeleteAll')}
      </button>
      {asks.value && (
        <AskDialog
          title={t('historyDeleteAllTitle')}
          yes={t('historyDeleteAllYes')}
          no={t('historyDeleteAllNo')}
          onYes={onDelete}
          onClose={() => (asks.value = false)}
        >
          <p>{t('historyDeleteAllIntro')}</p>
          <ul class="listed">
            <li>{runs === null ? t('historyDeleteAllUnread') : tn('historyDeleteAllRuns', runs)}</li>
            <li>{t('historyDeleteAllColumns')}</li>
            <li>{t('historyDeleteAllKey')}</li>
            <li>{t('historyDeleteAllFacts')}</li>
          </ul>
          <p>{t('historyDeleteAllRest')}</p>
        </AskDialog>
      )}
    </>
  );
}
