import { useSignal } from '@preact/signals';
import type { Session } from '../../lib/session/session';
import type { RunPhase } from '../../lib/session/run/run-model';
import { openEntriesOf } from '../../lib/journal/entry-counts';
import { unreadableOf } from '../../lib/run/afterwards/retry';
import type { PanelActions } from '../panel-actions';
import { t, tn } from '../text';
import { runProblemText } from '../parts/problem-text';
import { attributesHere } from './attributes-here';
import { Conflicts } from './conflicts';
import { restText } from './entry-text';
import { EntryList } from './entry-list';
import { Downloads } from './downloads';
import { NotSentNotice } from './not-sent-notice';
import { Counts } from './running';
import { WhereNext } from './where-next';

type Over = Extract<RunPhase, { kind: 'over' }>;

/** Shows what was updated, what not and why, and what can be done now (docs/product.md 2.6). */
export function Finished(props: { session: Session; phase: Over; actions: PanelActions }) {
  const { session, phase, actions } = props;
  const { progress, entries } = phase;
  const showUpdated = useSignal(false);
  const updated = entries.filter(({ state }) => state.kind === 'applied');
  const others = entries.filter(({ state }) => state.kind !== 'applied');
  const failures = others.filter(({ state }) => state.kind !== 'conflict');
  const attributes = attributesHere(session);
  const unreadable = unreadableOf(phase);
  const unsettled = openEntriesOf(progress.counts);
  const isCancelled = progress.run.state.kind === 'cancelled';
  const rest = restText(progress.run.rest ?? null);
  return (
    <main class="step update">
      <div class="state">
        {/* The name of the heading does not move (docs/product.md 5): what else there is to say stands beside it. */}
        <h2 class="sentence" aria-describedby={isCancelled ? 'was-cancelled' : undefined}>
          {t('finished')}
        </h2>
        {isCancelled && (
          <p id="was-cancelled" class="sentence caution">
            {t('finishedCancelled')}
          </p>
        )}
        <p class="sentence" role="status">
          {t(
            'finishedLine',
            updated.length,
            others.length + unreadable,
            tn('credits', progress.creditsSpent),
          )}
        </p>
        {rest !== null && <p class="sentence quiet">{rest}</p>}
      </div>
      <div class="scroll">
        <div class="run">
          <NotSentNotice session={session} fileName={progress.run.fileName} />
          {progress.run.restoredAt !== undefined && <p class="notice calm">{t('runWasRestored')}</p>}
          {unsettled > 0 && (
            <p class="notice" role="alert">
              {tn('unsettled', unsettled)}
            </p>
          )}
          {phase.problem !== undefined && (
            <p class="notice" role="alert">
              {runProblemText(phase.problem)}
            </p>
          )}
          {unreadable > 0 && (
            <p class="notice" role="alert">
              {tn('unreadableEntries', unreadable)}
            </p>
          )}
          {others.length + unreadable === 0 ? (
            <p>{t('failedNone', progress.run.fileName)}</p>
          ) : (
            <Counts progress={progress} />
          )}
          <Conflicts session={session} attributes={attributes} fileName={progress.run.fileName} />
          {failures.length > 0 && (
            <section aria-labelledby="not-updated">
              <h3 id="not-updated">{t('failedList')}</h3>
              <EntryList entries={failures} attributes={attributes} environment={progress.run.environment} />
            </section>
          )}
          {updated.length > 0 && (
            <p>
              <a href="#updated" aria-expanded={showUpdated.value} onClick={() => (showUpdated.value = true)}>
                {t('reviewUpdated')}
              </a>
            </p>
          )}
          {showUpdated.value && (
            <section id="updated" aria-labelledby="updated-title">
              <h3 id="updated-title">{t('updatedList')}</h3>
              <EntryList entries={updated} attributes={attributes} environment={progress.run.environment} />
            </section>
          )}
        </div>
      </div>
      <footer class="foot">
        <Downloads
          session={session}
          entries={entries}
          attributes={attributes}
          failed={others.length}
          unreadable={unreadable}
          skipped={progress.run.rest?.errors ?? 0}
          actions={actions}
          fileName={progress.run.fileName}
        />
        <WhereNext session={session} actions={actions} />
      </footer>
    </main>
  );
}
