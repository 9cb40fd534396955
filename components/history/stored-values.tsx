import { useSignal } from '@preact/signals';
import { attributesOf } from '../../lib/credential/attributes';
import type { HistoryRun } from '../../lib/report/history';
import { sightFinder } from '../../lib/run/public-check/shown-sights';
import { whyNot } from '../../lib/report/run-actions';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { t } from '../text';
import { resultWords, rowResult } from '../update/entry-text';
import { late } from '../parts/late';
import { AskDialog } from '../parts/ask-dialog';
import { FileFormat } from '../update/file-format';
import { lineId } from './history-text';
import { hereOf, RunAgain, WhyNot } from './run-again';

const AuditButton = late(async () => (await import('../update/audit-button')).AuditButton);

/**
 * Offers what can be done as long as the values are here. A run that is not over needs them itself.
 */
export function StoredValues({
  session,
  actions,
  run,
}: {
  session: Session;
  actions: PanelActions;
  run: HistoryRun;
}) {
  const asks = useSignal(false);
  const isOver = run.values.kind === 'kept' && run.values.until !== null;
  const download = async (only: 'all' | 'failed') => {
    const format = session.resultFormat.peek();
    const bytes = await session.history.resultFile(
      run,
      (entries, keys) => {
        const attributes = attributesOf(keys);
        const sightOf = sightFinder(session.publicSight.checks.peek());
        return entries.map((entry) => rowResult(entry, attributes, run.environment, sightOf(entry)));
      },
      resultWords(run.environment),
      only,
      format,
    );
    const base = run.fileName.replace(/\.[^.]+$/, '');
    if (bytes !== null) actions.save(bytes, t(only === 'all' ? 'resultFile' : 'failedFile', base, format));
  };
  const deleteValues = async () => {
    await session.history.deleteValues(run.id);
    // The button that was pressed is gone with them.
    document.getElementById(lineId(run.id))?.focus(); // not there: the history was closed meanwhile
  };
  return (
    <div class="row">
      <button type="button" class="button" onClick={() => void download('all')}>
        {t('downloadResults')}
      </button>
      <button
        type="button"
        class="button"
        disabled={whyNot('failed-rows', run, hereOf(session)) !== null}
        onClick={() => void download('failed')}
      >
        {t('downloadFailed')}
      </button>
      <FileFormat session={session} />
      <AuditButton
        session={session}
        actions={actions}
        run={run}
        entries={async () => (await session.history.finished(run))?.entries}
      />
      <RunAgain session={session} run={run} />
      <button type="button" class="button" disabled={!isOver} onClick={() => (asks.value = true)}>
        {t('historyDeleteValues')}
      </button>
      {asks.value && (
        <AskDialog
          title={t('historyDeleteValuesTitle')}
          yes={t('historyDeleteValuesYes')}
          no={t('historyKeep')}
          onYes={() => void deleteValues()}
          onClose={() => (asks.value = false)}
        >
          <p>{t('historyDeleteValuesText')}</p>
        </AskDialog>
      )}
      <WhyNot session={session} run={run} />
    </div>
  );
}
