import { useSignal } from '@preact/signals';
import type { Session } from '../../lib/session/session';
import type { RunPhase } from '../../lib/session/run/run-model';
import type { Entry } from '../../lib/journal/entry';
import { extentOf } from '../../lib/journal/written-fields';
import { openEntriesOf } from '../../lib/journal/entry-counts';
import { retryChanges, unreadableOf } from '../../lib/run/afterwards/retry';
import type { PanelActions } from '../panel-actions';
import { late } from '../parts/late';
import { runProblemText } from '../parts/problem-text';
import { t, tn } from '../text';
import { attributesHere } from './attributes-here';
import type { ChangeFilter } from './change-filter';
import { ChangeList } from './change-list';
import { ChangedMind } from './changed-mind';
import { Conflicts } from './conflicts';
import { useResultFiles } from './downloads';
import { FinishedHead } from './finished-head';
import { LeftToDo } from './left-to-do';
import { NotSentNotice } from './not-sent-notice';
import { Records } from './records';
import { WhereNext } from './where-next';

const PublicSightCard = late(async () => (await import('./public-sight')).PublicSightCard);

type Over = Extract<RunPhase, { kind: 'over' }>;

/** Shows what was updated, what not and why, and what can be done now (docs/product.md 2.6). */
export function Finished(props: { session: Session; phase: Over; actions: PanelActions }) {
  const { session, phase, actions } = props;
  const { progress, entries } = phase;
  const { run } = progress;
  const filter = useSignal<ChangeFilter>({ kind: 'all' });
  const attributes = attributesHere(session);
  const unreadable = unreadableOf(phase);
  const updated = countOf(entries, 'all');
  const partly = countOf(entries, 'part');
  // Conflicts have a list of their own, in which they are decided.
  const listed = entries.filter(({ state }) => state.kind !== 'conflict');
  const left = {
    partly: countOf(listed, 'part'),
    failed: countOf(listed, 'none'),
    again: retryChanges(entries).length,
    conflicts: entries.length - listed.length,
    doubled: entries.filter(hasSurplus).length,
    skipped: run.rest?.errors ?? 0, // missing: not recorded
    unreadable,
  };
  const notUpdated = countOf(entries, 'none') + unreadable;
  const files = useResultFiles({ session, actions, entries, attributes, unreadable, fileName: run.fileName });
  return (
    <main class="step update finished">
      <div class="scroll">
        <div class="run">
          <FinishedHead
            progress={progress}
            updated={updated}
            partly={partly}
            notUpdated={notUpdated}
            onReview={() => (filter.value = { kind: 'updated' })}
          />
          <Notices session={session} phase={phase} unreadable={unreadable} />
          <div class="finished-body">
            <div class="changes-column">
              <Conflicts session={session} attributes={attributes} fileName={run.fileName} />
              {listed.length > 0 && (
                <ChangeList
                  entries={listed}
                  attributes={attributes}
                  environment={run.environment}
                  filter={filter}
                />
              )}
            </div>
            <aside class="cards" aria-label={t('afterRun')}>
              <LeftToDo
                session={session}
                left={left}
                fileName={run.fileName}
                onDownload={() => void files.save('failed')}
                onShow={() => (filter.value = { kind: 'not-updated' })}
                onShowDoubled={() => (filter.value = { kind: 'doubled' })}
              />
              <Records
                session={session}
                actions={actions}
                run={phase}
                said={files.said}
                onDownload={() => void files.save('all')}
              />
              <PublicSightCard session={session} entries={entries} environment={run.environment} />
              <ChangedMind session={session} run={phase} />
            </aside>
          </div>
        </div>
      </div>
      <footer class="foot">
        <WhereNext session={session} actions={actions} />
      </footer>
    </main>
  );
}

function countOf(entries: readonly Entry[], extent: ReturnType<typeof extentOf>): number {
  return entries.filter((entry) => extentOf(entry) === extent).length;
}

/** Whether evidence is there more than once and could not be taken away. */
function hasSurplus({ state }: Entry): boolean {
  return 'doubled' in state && state.doubled.some(({ times, removed }) => times - removed > 1);
}

/** Notices of anything odd about a run, or about what is open beside it. */
function Notices({ session, phase, unreadable }: { session: Session; phase: Over; unreadable: number }) {
  const { run, counts } = phase.progress;
  const unsettled = openEntriesOf(counts);
  return (
    <>
      <NotSentNotice session={session} fileName={run.fileName} />
      {run.restoredAt !== undefined && <p class="notice calm">{t('runWasRestored')}</p>}
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
    </>
  );
}
