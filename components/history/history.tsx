import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { HistoryRun } from '../../lib/report/history';
import type { Session } from '../../lib/session/session';
import type { HistoryPhase } from '../../lib/session/history/history-model';
import type { PanelActions } from '../panel-actions';
import { LanguageSelect } from '../parts/language-select';
import { runProblemText } from '../parts/problem-text';
import { t, tn } from '../text';
import { HistoryList } from './history-list';
import { newsText } from './history-text';
import { StoredHere } from './stored-here';

/**
 * Shows the runs of this computer, and what of them is still stored (docs/product.md 2.6). A dialog
 * over the present step, which stays as it is underneath: this is no fifth step.
 */
export function History({ session, actions }: { session: Session; actions: PanelActions }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    if (current !== null && !current.open) current.showModal();
  }, []);
  const phase = session.history.phase.value;
  return (
    <dialog
      ref={dialog}
      class="history"
      aria-labelledby="history-title"
      onClose={() => session.history.close()}
    >
      <header>
        <h2 id="history-title">{t('historyTitle')}</h2>
        <LanguageSelect chosen={actions.language.value} choose={actions.chooseLanguage} />
        <form method="dialog">
          <button type="submit" class="icon-button" aria-label={t('historyClose')} title={t('historyClose')}>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" fill="none" stroke="currentColor" stroke-width="1.5" />
            </svg>
          </button>
        </form>
      </header>
      <News phase={phase} />
      {phase.kind === 'reading' && (
        <p class="centred" role="status">
          {t('historyReading')}
        </p>
      )}
      {phase.kind === 'failed' && (
        <div class="scroll">
          <p class="notice" role="alert">
            {runProblemText(phase.problem)}
          </p>
        </div>
      )}
      {phase.kind === 'open' && phase.unreadable > 0 && (
        <p class="notice" role="alert">
          {tn('historyUnreadable', phase.unreadable)}
        </p>
      )}
      {phase.kind === 'open' && <Runs session={session} phase={phase} actions={actions} />}
      <StoredHere session={session} phase={phase} actions={actions} />
    </dialog>
  );
}

/** Read out when it changes; what was refused, at once. */
function News({ phase }: { phase: HistoryPhase }) {
  const said = phase.kind === 'open' || phase.kind === 'failed' ? phase.said : null;
  const isRefused = said?.kind === 'refused';
  return (
    <div class="news">
      <p role="status" class={said === null || isRefused ? '' : 'notice calm'}>
        {said === null || isRefused ? '' : newsText(said)}
      </p>
      {isRefused && (
        <p class="notice" role="alert">
          {newsText(said)}
        </p>
      )}
    </div>
  );
}

type Which = 'group' | 'all';

function Runs(props: {
  session: Session;
  phase: Extract<HistoryPhase, { kind: 'open' }>;
  actions: PanelActions;
}) {
  const { session, phase, actions } = props;
  const { environment, groupId } = session.page.value;
  const isHere = (run: HistoryRun) => run.environment === environment && run.group.id === groupId;
  const ofGroup = phase.runs.filter(isHere);
  const which = useSignal<Which>(ofGroup.length > 0 ? 'group' : 'all');
  const runs = which.value === 'group' ? ofGroup : phase.runs;
  const save = (format: 'json' | 'csv') =>
    void session.history
      .exportFile(format, runs)
      .then((bytes) => actions.save(bytes, t('historyFile', format)));
  if (phase.runs.length === 0) {
    return (
      <div class="scroll empty">
        <p>
          <strong>{t('historyEmpty')}</strong>
        </p>
        <p class="quiet">{t('historyEmptyHint')}</p>
      </div>
    );
  }
  return (
    <>
      <div class="tools">
        <label>
          {t('historyRunsOf')}
          <select
            class="select"
            value={which.value}
            onChange={({ currentTarget }) => (which.value = currentTarget.value as Which)}
          >
            <option value="group">{t('historyThisGroup', ofGroup.length)}</option>
            <option value="all">{t('historyAllGroups', phase.runs.length)}</option>
          </select>
        </label>
        <div class="end">
          <button type="button" class="button" disabled={runs.length === 0} onClick={() => save('json')}>
            {t('historyExportJson')}
          </button>
          <button type="button" class="button" disabled={runs.length === 0} onClick={() => save('csv')}>
            {t('historyExportCsv')}
          </button>
        </div>
      </div>
      <div class="scroll">
        {runs.length === 0 && <p class="empty">{t('historyEmptyGroup')}</p>}
        <HistoryList key={which.value} session={session} actions={actions} runs={runs} />
      </div>
    </>
  );
}
