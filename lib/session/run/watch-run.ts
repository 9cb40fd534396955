import type { Signal } from '@preact/signals-core';
import type { RunId, RunProgress } from '../../journal/entry';
import type { BackgroundClient } from '../../rpc/client/background-client';
import { combineRuns, type FinishedRun } from '../../run/afterwards/retry';
import { createLatest, type Turn } from '../state/latest';
import type { WorkStore } from '../state/work-store';
import { readEntries } from './read-entries';
import type { RunPhase } from './run-model';

/** A run as it is shown; the last word is asked for over it. */
export type ShownRun = Exclude<RunPhase, { readonly kind: 'confirming' }>;

/** Shared by the parts of the run model. */
export interface RunParts {
  readonly background: BackgroundClient;
  readonly work: WorkStore;
  readonly shown: Signal<ShownRun>;
  /** Runs when the run that is shown has finished or was cancelled. */
  readonly onOver: () => void;
}

/** The finished run that the shown one goes on with; null for a run of its own. */
export function firstOf(shown: ShownRun): FinishedRun | null {
  return shown.kind === 'preparing' || shown.kind === 'watching' ? (shown.first ?? null) : null;
}

/** Watches one run at a time, until it is over or another one is watched. */
export function createWatcher({ background, work, shown, onOver }: RunParts) {
  const latest = createLatest();

  const show = (progress: RunProgress, first = firstOf(shown.peek())) => {
    const kept = first === null ? {} : { first };
    const { entries, state, fileName } = progress.run;
    // Another panel writes it down.
    if (state.kind === 'preparing')
      shown.value = {
        kind: 'preparing',
        written: progress.counts.planned,
        total: entries,
        fileName,
        ...kept,
      };
    else shown.value = { kind: 'watching', progress, problem: null, ...kept };
  };
  const follow = async (turn: Turn, run: RunId) => {
    const { signal } = turn;
    const answer = await turn.answer(
      background.call(
        { kind: 'watch-run', run },
        {
          signal,
          onPart: (progress) => {
            if (!signal.aborted) show(progress);
          },
        },
      ),
    );
    if (!answer.ok) {
      // It was begun: what is known of it stays to be seen.
      const seen = shown.peek();
      const { problem } = answer;
      shown.value = seen.kind === 'watching' ? { ...seen, problem } : { kind: 'not-begun', problem };
      return;
    }
    const progress = answer.value;
    const entries = await turn.answer(readEntries(background, run, progress.run.entries));
    if (entries.ok) {
      const own = { progress, entries: entries.value };
      const first = firstOf(shown.peek());
      const result = first === null ? own : combineRuns(first, own);
      const end = progress.run.state.kind === 'finished' ? 'finished' : 'cancelled';
      work.send({ kind: 'ended', end, result, first });
      shown.value = { kind: 'over', ...result };
    } else shown.value = { kind: 'watching', progress, problem: entries.problem };
    onOver();
  };

  return {
    /**
     * `first`: the finished run that it goes on with. It is kept where the same run is watched
     * already.
     */
    async watch(run: RunId, begun: RunProgress, first: FinishedRun | null = null): Promise<void> {
      await latest.run(async (turn) => {
        const before = shown.peek();
        const isSame = before.kind === 'watching' && before.progress.run.id === run;
        show(begun, first ?? (isSame ? firstOf(before) : null));
        await follow(turn, run);
      });
    },
    stop: () => latest.outdate(),
  };
}

export type Watcher = ReturnType<typeof createWatcher>;
