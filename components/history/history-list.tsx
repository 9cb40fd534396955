import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RunId } from '../../lib/journal/entry';
import type { HistoryRun } from '../../lib/report/history';
import { undoneOf } from '../../lib/report/run-actions';
import type { Session } from '../../lib/session/session';
import type { PanelActions } from '../panel-actions';
import { formatMoment, named, t, tn } from '../text';
import { withOwnIsolates } from '../parts/isolated';
import { nameOfGroup } from '../parts/look-alikes';
import { withSignsShown } from '../parts/shown-signs';
import { HistoryRunFacts } from './history-run';
import { lineId, resultText } from './history-text';

/**
 * Runs drawn at once; more come on request, so that a long history opens as quickly as a short one.
 */
const AT_ONCE = 50;

/** The runs, the latest first; each can be opened. */
export function HistoryList(props: { session: Session; actions: PanelActions; runs: readonly HistoryRun[] }) {
  const { session, actions, runs } = props;
  const shown = useSignal(AT_ONCE);
  const opened = useSignal<RunId | null>(null);
  /** A run that another one has named: it is brought into view once it is drawn. */
  const wanted = useSignal<RunId | null>(null);
  const wantedRun = wanted.value;
  useEffect(() => {
    if (wantedRun === null) return;
    wanted.value = null;
    document.getElementById(lineId(wantedRun))?.focus(); // not there: deleted meanwhile
  }, [wantedRun, wanted]);
  const see = (id: RunId) => {
    shown.value = Math.max(shown.peek(), runs.findIndex((run) => run.id === id) + 1);
    opened.value = id;
    wanted.value = id;
  };
  const rest = runs.length - shown.value;
  const groups = [...new Map(runs.map(({ group }) => [group.id, group])).values()];
  return (
    <>
      <ul class="runs" aria-label={t('historyList')}>
        {runs.slice(0, shown.value).map((run) => {
          const isOpen = opened.value === run.id;
          return (
            <li key={run.id}>
              <button
                type="button"
                id={lineId(run.id)}
                class="run-line"
                aria-expanded={isOpen}
                onClick={() => (opened.value = isOpen ? null : run.id)}
              >
                <Line
                  run={run}
                  group={nameOfGroup(run.group, groups, (name, id) => t('historyNamedId', name, id))}
                  undone={undoneOf(run, runs)}
                />
              </button>
              {isOpen && (
                <HistoryRunFacts session={session} actions={actions} run={run} runs={runs} onSee={see} />
              )}
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <button type="button" class="link more" onClick={() => (shown.value += AT_ONCE)}>
          {tn('historyMore', Math.min(AT_ONCE, rest))}
        </button>
      )}
    </>
  );
}

function Line(props: { run: HistoryRun; group: string; undone: ReturnType<typeof undoneOf> }) {
  const { run, group, undone } = props;
  return (
    <>
      <span class="when">{formatMoment(run.startedAt)}</span>
      <span class="what">
        <strong class="isolated">{withSignsShown(run.fileName)}</strong>
        <span class="small quiet">
          <bdi>{withOwnIsolates(group, withSignsShown)}</bdi> · {t(named('environment', run.environment))}
        </span>
      </span>
      <span class="outcome">
        {resultText(run)}
        {run.state !== 'finished' && <span class="mark">{t(named('historyState', run.state))}</span>}
        {undone !== 'no' && <span class="mark">{t(named('historyUndone', undone))}</span>}
      </span>
    </>
  );
}
