import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { historyRun } from '../../lib/report/history';
import type { Session } from '../../lib/session/session';
import type { FinishedRun } from '../../lib/run/afterwards/retry';
import { kindText } from '../history/history-text';
import type { PanelActions } from '../panel-actions';
import { late } from '../parts/late';
import { listMark } from '../parts/list-mark';
import { withSignsShown } from '../parts/shown-signs';
import { formatMoment, t } from '../text';
import { FileFormat } from './file-format';

const AuditButton = late(async () => (await import('./audit-button')).AuditButton);

/** Facts of a run for an auditor: who, when, from which file, what was confirmed. */
export function Records(props: {
  session: Session;
  actions: PanelActions;
  run: FinishedRun;
  /** Says why a file is not what was asked for; null where it is. */
  said: string | null;
  onDownload: () => void;
}) {
  const { session, actions, run, said, onDownload } = props;
  const { run: record, counts, partly, creditsSpent } = run.progress;
  const { account, createdAt, finishedAt, fileName, sheetName, confirmedWarnings, source } = record;
  const journalRun = {
    record,
    counts,
    partly,
    creditsSpent,
    values: { kind: 'kept' },
    isEndSeen: true,
  } as const;
  const reported = historyRun(journalRun, session.history.keptDays.value ?? 0); // not known: no day is said
  return (
    <section class="card" aria-labelledby="records-title">
      <h3 id="records-title">{t('records')}</h3>
      <dl>
        <Fact name={t('historyFileName')}>
          <bdi>{withSignsShown(fileName)}</bdi>{' '}
          {sheetName !== '' && <span class="quiet">({t('historySheet', sheetName)})</span>}
        </Fact>
        <Fact name={t('historyWho')}>{t('historyNamedId', account.name, account.id)}</Fact>
        <Fact name={t('historyStarted')}>{formatMoment(createdAt)}</Fact>
        {finishedAt !== null && <Fact name={t('historyEnded')}>{formatMoment(finishedAt)}</Fact>}
        {source?.kind === 'checked' && (
          <>
            <Fact name={t('historyMadeBy')}>{withSignsShown(source.madeBy)}</Fact>
            <Fact name={t('historyAcceptedBy')}>{withSignsShown(source.acceptedBy)}</Fact>
            <Fact name={t('historyListMark')}>{listMark(source.list)}</Fact>
          </>
        )}
        {source !== undefined && 'sha256' in source && (
          <Fact name={t(source.kind === 'pasted' ? 'historyShaPasted' : 'historySha')}>
            <Sha sha256={source.sha256} copy={actions.copy} />
          </Fact>
        )}
        <Fact name={t('recordsConfirmed')}>
          {confirmedWarnings.length === 0 ? (
            <span class="quiet">{t('historyNone')}</span>
          ) : (
            <ul>
              {confirmedWarnings.map(({ code, count }) => (
                <li key={code}>{kindText({ code, rows: count })}</li>
              ))}
            </ul>
          )}
        </Fact>
      </dl>
      <p class="row">
        <button type="button" class="button" disabled={run.entries.length === 0} onClick={onDownload}>
          {t('downloadResults')}
        </button>
        <FileFormat session={session} />
        {reported !== null && (
          <AuditButton
            session={session}
            actions={actions}
            run={reported}
            entries={() => Promise.resolve(run.entries.length === 0 ? null : run.entries)}
          />
        )}
      </p>
      {said !== null && (
        <p role="alert" class="caution">
          {said}
        </p>
      )}
    </section>
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

/** The first and last signs of a hash, whole in its title and in the clipboard. */
function Sha({ sha256, copy }: { sha256: string; copy: PanelActions['copy'] }) {
  const isCopied = useSignal<boolean | null>(null);
  const isWhole = isCopied.value === false; // to be copied by hand
  return (
    <>
      <code title={sha256}>{isWhole ? sha256 : `${sha256.slice(0, 8)}…${sha256.slice(-8)}`}</code>{' '}
      <button
        type="button"
        class="link"
        aria-label={t('copySha')}
        onClick={() => void copy(sha256).then((is) => (isCopied.value = is))}
      >
        {t('copy')}
      </button>{' '}
      <span role="status">{isCopied.value === true ? t('copied') : ''}</span>
    </>
  );
}
