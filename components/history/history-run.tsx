import type { ComponentChildren } from 'preact';
import type { CheckedSource, RunId } from '../../lib/journal/entry';
import type { ConfirmedKind, HistoryRun } from '../../lib/report/history';
import { followers } from '../../lib/report/run-actions';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { formatMoment, named, t } from '../text';
import { late } from '../parts/late';
import { listMark } from '../parts/list-mark';
import { withSignsShown } from '../parts/shown-signs';
import { restText } from '../update/entry-text';
import { Counts } from '../update/running';
import { endText, kindText, resultText, runName, valuesText } from './history-text';
import { StoredValues } from './stored-values';

const AuditButton = late(async () => (await import('../update/audit-button')).AuditButton);
const PublicSightFacts = late(async () => (await import('./public-sight-facts')).PublicSightFacts);

interface RunsProps {
  readonly run: HistoryRun;
  /**
   * All that are listed: those that it takes back or repeats are of the same group, so they are
   * among them.
   */
  readonly runs: readonly HistoryRun[];
  readonly onSee: (run: RunId) => void;
}

/** Everything that is shown of one run, and what can be done with what is stored of it. */
export function HistoryRunFacts(props: RunsProps & { session: Session; actions: PanelActions }) {
  const { session, actions, run } = props;
  const rest = restText(run.rest);
  return (
    <div class="facts">
      <dl>
        <Fact name={t('historyFileName')}>
          <bdi>{withSignsShown(run.fileName)}</bdi>{' '}
          {run.sheetName !== '' && <span class="quiet">({t('historySheet', run.sheetName)})</span>}
        </Fact>
        <Source {...props} />
        <Followers {...props} name={t('historyUndoneBy')} kind="undo" />
        <Followers {...props} name={t('historyRepeatedBy')} kind="retry" />
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
        {rest !== null && <Fact name={t('historyRest')}>{rest}</Fact>}
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
      {run.values.kind === 'kept' && <PublicSightFacts session={session} run={run} />}
      {run.values.kind === 'kept' ? (
        <StoredValues session={session} actions={actions} run={run} />
      ) : (
        <>
          <p class="small quiet">{t('whyNot_values_deleted')}</p>
          <AuditButton session={session} actions={actions} run={run} entries={() => Promise.resolve(null)} />
        </>
      )}
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

/** Source of the changes: bytes of a file, or runs. */
function Source({ run, runs, onSee }: RunsProps) {
  const { source } = run;
  if (source === null) return <Fact name={t('historySha')}>{t('historyNotRecorded')}</Fact>;
  if (source.kind === 'checked') return <Checked source={source} />;
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
          return <OtherRun key={id} run={other} onSee={onSee} />;
        })}
      </ul>
    </Fact>
  );
}

/** A change set: who made it, and who accepted it (docs/four-eyes.md). */
function Checked({ source }: { source: CheckedSource }) {
  return (
    <>
      <Fact name={t('historyMadeBy')}>
        {withSignsShown(source.madeBy)} <span class="quiet">{formatMoment(source.madeAt)}</span>
      </Fact>
      <Fact name={t('historyAcceptedBy')}>{withSignsShown(source.acceptedBy)}</Fact>
      <Fact name={t('historyListMark')}>
        <code>{listMark(source.list)}</code>
      </Fact>
      <Fact name={t('historySha')}>
        <code>{source.sha256}</code>
      </Fact>
    </>
  );
}

/** The later runs that were made from it; nothing where there are none. */
function Followers({ run, runs, onSee, name, kind }: RunsProps & { name: string; kind: 'undo' | 'retry' }) {
  const later = followers(run, runs, kind);
  if (later.length === 0) return null;
  return (
    <Fact name={name}>
      <ul>
        {later.map((other) => (
          <OtherRun key={other.id} run={other} onSee={onSee} />
        ))}
      </ul>
    </Fact>
  );
}

function OtherRun({ run, onSee }: Pick<RunsProps, 'run' | 'onSee'>) {
  return (
    <li>
      <button type="button" class="link" onClick={() => onSee(run.id)}>
        {runName(run)}
      </button>{' '}
      <span class="quiet">{resultText(run)}</span>
    </li>
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
