import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core';
import type { RunId } from '../../journal/entry';
import type { GroupPage } from '../../platform/environment';
import type { BackgroundClient } from '../../rpc/client/background-client';
import type { SheetClient } from '../../rpc/client/sheet-client';
import { modelFactory } from '../state/model-factory';
import { isOfRun, sentRun } from '../state/work';
import type { WorkStore } from '../state/work-store';
import { createBeginning } from './begin-run';
import { createFinding } from './find-run';
import type { RunModel, RunPhase } from './run-model';
import { createWatcher, type RunParts, type ShownRun } from './watch-run';

/** Begins a run and watches it. `onOver` runs when it has finished or was cancelled. */
export const createRunModel = modelFactory(
  (
    page: GroupPage,
    background: BackgroundClient,
    sheet: SheetClient,
    work: WorkStore,
    onOver: () => void,
    newWriter: () => string = () => crypto.randomUUID(),
  ): RunModel => {
    const shown = signal<ShownRun>({ kind: 'none' });
    const parts: RunParts = { background, work, shown, onOver };
    const watcher = createWatcher(parts);
    const phase = computed((): RunPhase => {
      const [now, run] = [work.now.value, shown.value];
      return now.kind === 'confirmed' ? { kind: 'confirming', facts: now.facts } : run;
    });
    const isBusy = computed(() => {
      const now = phase.value;
      if (now.kind !== 'watching') return now.kind === 'preparing';
      const { kind } = now.progress.run.state;
      return kind !== 'finished' && kind !== 'cancelled';
    });
    const isOfSheet = computed(() => {
      const [now, of] = [phase.value, work.now.value];
      if (now.kind === 'preparing') return sentRun(of)?.id === null;
      return now.kind === 'watching' || now.kind === 'over' ? isOfRun(of, now.progress.run.id) : true;
    });
    /**
     * A cancelled run is in the way as well until it is settled; one that can be watched no more is
     * not.
     */
    const isInTheWay = () => {
      const now = phase.peek();
      const isInIt = isBusy.peek() || (now.kind === 'watching' && now.problem === null);
      if (isInIt) work.send({ kind: 'asked-again' });
      return isInIt;
    };
    const steer = steering(parts);
    const stopShowing = () => {
      watcher.stop();
      work.send({ kind: 'dismissed' });
      work.send({ kind: 'detached' });
    };

    return {
      phase,
      isBusy,
      isOfSheet,
      isAskedAgain: computed(() => sentRun(work.now.value)?.isAskedAgain === true),
      async confirm() {
        const reviewed = work.now.peek();
        if (isInTheWay() || (reviewed.kind !== 'reviewed' && reviewed.kind !== 'confirmed')) return [];
        const { continues } = reviewed.sheet;
        const plan = await sheet.call('makePlan', reviewed.review, continues !== null);
        if (isInTheWay() || !plan.ok) return [];
        if (!plan.value.ok) return plan.value.problem;
        work.send({ kind: 'planned', review: reviewed.review, facts: plan.value.value });
        if (work.now.peek().kind === 'confirmed')
          shown.value = continues === null ? { kind: 'none' } : { kind: 'over', ...continues };
        return [];
      },
      dismiss: () => work.send({ kind: 'dismissed' }),
      ...createBeginning(parts, watcher, { page, sheet, newWriter }),
      ...createFinding(parts, watcher, page),
      ...steer,
      async cancelled() {
        const watched = shown.peek();
        if (watched.kind !== 'watching') return false;
        shown.value = { ...watched, problem: null }; // of an earlier command
        await steer.cancel();
        return endOf(shown, watched.progress.run.id);
      },
      isOfThisPlan() {
        const over = shown.peek();
        return over.kind === 'over' && work.now.peek().rows?.run === over.progress.run.id;
      },
      show(finished) {
        if (isBusy.peek()) return false;
        stopShowing();
        shown.value = { kind: 'over', ...finished };
        return true;
      },
      leave() {
        stopShowing();
        shown.value = { kind: 'none' };
      },
    };
  },
);

/** Resolves when the end of a run is shown; false when another phase is, or it is not known. */
function endOf(shown: ReadonlySignal<ShownRun>, run: RunId): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const now = shown.value;
      const isOfRun = (now.kind === 'watching' || now.kind === 'over') && now.progress.run.id === run;
      if (isOfRun && now.kind === 'watching' && now.problem === null) return;
      resolve(isOfRun && now.kind === 'over');
      queueMicrotask(() => stop());
    });
  });
}

function steering({ background, shown }: RunParts): Pick<RunModel, 'pause' | 'resume' | 'goOn' | 'cancel'> {
  /** Commands that are not answered yet. */
  const unanswered = new Set<string>();

  const steer = async (kind: 'pause-run' | 'resume-run' | 'cancel-run', after?: 'trial') => {
    const watched = shown.peek();
    if (watched.kind !== 'watching') return;
    const command = { kind, run: watched.progress.run.id, ...(after !== undefined && { after }) } as const;
    const pressed = JSON.stringify(command);
    // Pressed in a hurry: said twice, the second "Resume" could come after the "Pause" that
    // followed the first.
    if (unanswered.has(pressed)) return;
    unanswered.add(pressed);
    const answer = await background.call(command).finally(() => unanswered.delete(pressed));
    const now = shown.peek();
    const isShown = now.kind === 'watching' && now.progress.run.id === command.run;
    if (!answer.ok && isShown) shown.value = { ...now, problem: answer.problem };
  };
  return {
    pause: () => steer('pause-run'),
    resume: () => steer('resume-run'),
    goOn: () => steer('resume-run', 'trial'),
    cancel: () => steer('cancel-run'),
  };
}
