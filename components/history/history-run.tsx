import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { attributesOf } from '../../lib/credential/attributes';
import type { RunId } from '../../lib/journal/entry';
import type { ConfirmedKind, HistoryRun } from '../../lib/report/history';
import type { SessionShape } from '../../lib/session';
import type { PanelActions } from '../panel-actions';
import { formatMoment, named, t } from '../text';
import { resultWords, rowResult } from '../update/entry-text';
import { Counts } from '../update/running';
import { AskDialog } from './ask-dialog';
import { endText, kindText, lineId, runName, valuesText } from './history-text';

interface RunsProps {
  readonly run: HistoryRun;
  /** All that are listed: those that it takes back or repeats are of the same group, so they are among them. */
  readonly runs: readonly HistoryRun[];
  readonly onSee: (run: RunId) => void;
}

/** Everything that is told of one run, and what can be done with what is stored of it. */
export function HistoryRunFacts(props: RunsProps & { session: SessionShape; actions: PanelActions }) {
  const { session, actions, run } = props;
  return (
    <div class="facts">
      <dl>
        <Fact name={t('historyFileName')}>
          {run.fileName} <span class="quiet">({t('historySheet', run.sheetName)})</span>
        </Fact>
        <Source {...props} />
        <Fact name={t('historyWho')}>{t('historyNamedId', run.account.name, run.account.id)}</Fact>
        <Fact name={t('historyWhere')}>
          {t('historyNamedId', run.group.name, run.group.id)} ·{' '}
          <span class="environment" data-environment={run.environment}>
            {t(named('environment', run.environment))}
          </span>
        </Fact>
        <Fact name={t('historyStarted')}>{formatMoment(run.startedAt)}</Fact>
        <Fact name={t('historyEnded')}>{endText(run)}</Fact>
        <Fact name={t('historyOutcomes')}>
          <Counts progress={run} />
        </Fact>
        <Fact name={t('historyCredits')}>{t('historyCreditsLine', run.creditsSpent, run.creditsAtMost)}</Fact>
        <Fact name={t('historyAlarms')}>
          <Kinds kinds={run.alarms} />
        </Fact>
        <Fact name={t('historyWarnings')}>
          <Kinds kinds={run.warnings} />
          {run.source?.kind === 'retry' && run.alarms.length + run.warnings.length > 0 && (
            <span class="small quiet">{t('historyConfirmedThere')}</span>
          )}
        </Fact>
        <Fact name={t('historyValues')}>{valuesText(run)}</Fact>
      </dl>
      {run.values.kind === 'kept' && <Values session={session} actions={actions} run={run} />}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Which bytes the changes were made from, or which runs. */
function Source({ run, runs, onSee }: RunsProps) {
  const { source } = run;
  if (source === null) return <Fact name={t('historySha')}>{t('historyNotRecorded')}</Fact>;
  if (source.kind === 'file' || source.kind === 'pasted') {
    return (
      <Fact name={t(source.kind === 'file' ? 'historySha' : 'historyShaPasted')}>
        <code>{source.sha256}</code>
      </Fact>
    );
  }
  return (
    <Fact name={t(source.kind === 'undo' ? 'historyUndoes' : 'historyRepeats')}>
      <ul>
        {source.runs.map((id) => {
          const other = runs.find((one) => one.id === id);
          if (other === undefined) return <li key={id}>{t('historyRunGone')}</li>;
          return (
            <li key={id}>
              <button type="button" class="link" onClick={() => onSee(id)}>
                {runName(other)}
              </button>
            </li>
          );
        })}
      </ul>
    </Fact>
  );
}

function Kinds({ kinds }: { kinds: readonly ConfirmedKind<string>[] }) {
  if (kinds.length === 0) return <span class="quiet">{t('historyNone')}</span>;
  return (
    <ul>
      {kinds.map((kind) => (
        <li key={kind.code}>{kindText(kind)}</li>
      ))}
    </ul>
  );
}

/** What can be done as long as the values are here. A run that is not over needs them itself. */
function Values({
  session,
  actions,
  run,
}: {
  session: SessionShape;
  actions: PanelActions;
  run: HistoryRun;
}) {
  const asks = useSignal(false);
  const isOver = run.values.kind === 'kept' && run.values.until !== null;
  const download = async () => {
    const bytes = await session.history.resultFile(
      run,
      (entries, keys) => {
        const attributes = attributesOf(keys);
        return entries.map((entry) => rowResult(entry, attributes));
      },
      resultWords(),
    );
    if (bytes !== null) actions.save(bytes, t('resultFile', run.fileName.replace(/\.[^.]+$/, '')));
  };
  const deleteValues = async () => {
    await session.history.deleteValues(run.id);
    // The button that was pressed is gone with them.
    document.getElementById(lineId(run.id))?.focus(); // not there: the history was closed meanwhile
  };
  return (
    <div class="row">
      <button type="button" class="button" onClick={() => void download()}>
        {t('downloadResults')}
      </button>
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
    </div>
  );
}
