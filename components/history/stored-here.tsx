import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { MOST_KEPT_DAYS } from '../../lib/run/kept-values';
import type { SessionShape } from '../../lib/session';
import type { HistoryPhase } from '../../lib/session/history-model';
import { t, tn } from '../text';
import { AskDialog } from './ask-dialog';

type Props = { session: SessionShape; phase: Extract<HistoryPhase, { kind: 'open' }> };

/** For how long values are kept, and the end of everything that is stored on this computer. */
export function StoredHere({ session, phase }: Props) {
  return (
    <footer>
      <KeptDays session={session} phase={phase} />
      <DeleteAll session={session} phase={phase} />
    </footer>
  );
}

function KeptDays({ session, phase }: Props) {
  const typed = useSignal(String(phase.keptDays));
  const isWrong = useSignal(false);
  useEffect(() => {
    typed.value = String(phase.keptDays);
  }, [phase.keptDays, typed]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const text = typed.peek().trim();
        const days = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
        isWrong.value = !(days <= MOST_KEPT_DAYS);
        if (!isWrong.peek()) void session.history.keepValues(days);
      }}
    >
      <p class="row">
        <span>{t('historyKeptBefore')}</span>
        <input
          class="field"
          type="text"
          inputMode="numeric"
          aria-label={t('historyKeptDays')}
          aria-describedby="kept-hint"
          aria-invalid={isWrong.value}
          value={typed.value}
          onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
        />
        <span>{t('historyKeptAfter')}</span>
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

function DeleteAll({ session, phase }: Props) {
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
          onYes={() => void session.history.deleteEverything()}
          onClose={() => (asks.value = false)}
        >
          <p>{t('historyDeleteAllIntro')}</p>
          <ul class="listed">
            <li>{tn('historyDeleteAllRuns', phase.runs.length)}</li>
            <li>{t('historyDeleteAllColumns')}</li>
            <li>{t('historyDeleteAllKey')}</li>
            <li>{t('historyDeleteAllSettings')}</li>
          </ul>
          <p>{t('historyDeleteAllRest')}</p>
        </AskDialog>
      )}
    </>
  );
}
