import { computed, createModel, signal } from '@preact/signals-core';
import type { Change } from '../../credential/change';
import type { RunHeader, RunId, RunProgress } from '../../journal/entry';
import { isEnded } from '../../journal/transitions';
import { runsOf } from '../../journal/runs-of';
import type { GroupPage } from '../../platform/environment';
import type { BackgroundClient } from '../../rpc/client/background-client';
import type { RunProblem } from '../../rpc/contract/background-contract';
import { SheetWorkerEnded, type SheetClient } from '../../rpc/client/sheet-client';
import { retryChanges, combineRuns, type FinishedRun } from '../../run/afterwards/retry';
import { readEntries } from './read-entries';
import type { RunModelProblem, RunModelShape, RunPhase } from './run-model-shape';

/** Changes in one message: large enough to be quick, small enough for the browser's message size. */
const CHANGES_PER_MESSAGE = 500;

/** Gives so many changes of a run from a position on. */
type Part = (from: number, count: number) => Promise<readonly Change[]>;

/** The run that the sheet which is open went into, or that it is being written down for; null: none yet. */
type OfSheet = RunId | 'written-down' | null;

/** Begins a run and watches it. `onOver` runs when it has finished or was cancelled. */
export const RunModel = createModel(
  (
    page: GroupPage,
    background: BackgroundClient,
    sheet: SheetClient,
    onOver: () => void,
    newWriter: () => string = () => crypto.randomUUID(),
  ): RunModelShape => {
    const phase = signal<RunPhase>({ kind: 'none' });
    let watching = new AbortController();
    /** The run that the worker's last plan became, or that tries it again; null while it became none. */
    let ofPlan: RunId | null = null;
    const ofSheet = signal<OfSheet>(null);
    const isAskedAgain = signal(false);
    /** The finished run whose failed ones are being tried again, and the run that does: both are told as one result. */
    let first: FinishedRun | null = null;
    let second: RunId | null = null;
    /** The finished run with which the sheet that is reviewed goes on; null for a sheet of its own. */
    let continued: FinishedRun | null = null;
    /** What was pressed and is not answered yet. */
    const unanswered = new Set<string>();
    /** The run whose end was said to be seen last. */
    let seen: RunId | null = null;

    const watch = async (run: RunId, begun: RunProgress) => {
      watching.abort();
      watching = new AbortController();
      const { signal } = watching;
      const isLeft = () => signal.aborted;
      const show = (progress: RunProgress) => {
        const { entries, state } = progress.run;
        // Another panel writes it down.
        if (state.kind === 'preparing') {
          const { fileName } = progress.run;
          phase.value = { kind: 'preparing', written: progress.counts.planned, total: entries, fileName };
        } else phase.value = { kind: 'watching', progress, problem: null };
      };
      show(begun);
      const answer = await background
        .call(
          { kind: 'watch-run', run },
          {
            signal,
            onPart: (progress) => {
              if (!signal.aborted) show(progress);
            },
          },
        )
        .catch((reason: unknown) => {
          // Nobody watches this run any more.
          if (signal.aborted) return null;
          throw reason;
        });
      if (answer === null || isLeft()) return;
      if (!answer.ok) {
        // It was begun: what is known of it stays to be seen.
        const seen = phase.peek();
        const { problem } = answer;
        if (seen.kind === 'watching') phase.value = { ...seen, problem };
        else phase.value = { kind: 'not-begun', problem };
        return;
      }
      const entries = await readEntries(background, run, answer.value.run.entries);
      if (isLeft()) return;
      if (entries.ok) {
        const own = { progress: answer.value, entries: entries.value };
        const result = first === null || second !== run ? own : combineRuns(first, own);
        // The sheet that went on with it is still there, and would go on with this; not with a run of another panel.
        if (continued !== null && second === run) continued = result;
        phase.value = { kind: 'over', ...result };
      } else phase.value = { kind: 'watching', progress: answer.value, problem: entries.problem };
      onOver();
    };
    const write = async (
      run: RunId,
      { entries: total, fileName }: RunHeader,
      part: Part,
    ): Promise<RunProblem | null> => {
      for (let from = 0; from < total; from += CHANGES_PER_MESSAGE) {
        const changes = await part(from, CHANGES_PER_MESSAGE);
        const added = await background.call({ kind: 'add-changes', run, from, changes });
        if (!added.ok) return added.problem;
        phase.value = { kind: 'preparing', written: Math.min(total, from + changes.length), total, fileName };
      }
      return null;
    };
    const refuse = (problem: RunModelProblem, ofSheetBefore: OfSheet) => {
      if (ofSheet.peek() === 'written-down') ofSheet.value = ofSheetBefore;
      // A result is not lost because it could not be tried again.
      phase.value = first === null ? { kind: 'not-begun', problem } : { kind: 'over', ...first, problem };
    };
    /** Writes a run to the journal, begins it, and watches it to its end. `isOfPlan`: of the plan that the worker made last. */
    const start = async (
      header: RunHeader,
      part: Part,
      { isOfPlan, isOfSheet }: { readonly isOfPlan: boolean; readonly isOfSheet: boolean },
    ): Promise<void> => {
      const before = ofSheet.peek();
      if (isOfSheet) ofSheet.value = 'written-down';
      isAskedAgain.value = false;
      const { entries: total, fileName } = header;
      phase.value = { kind: 'preparing', written: 0, total, fileName };
      const writer = newWriter();
      const prepared = await background.call({ kind: 'prepare-run', page, header, writer });
      if (!prepared.ok) return refuse(prepared.problem, before);
      const run = prepared.value;
      const unwritten = await write(run, header, part).catch((error: unknown): RunModelProblem => {
        if (!(error instanceof SheetWorkerEnded)) throw error;
        return { code: 'reader-ended' };
      });
      if (unwritten !== null) return refuse(unwritten, before);
      const begun = await background.call({ kind: 'begin-run', run });
      if (!begun.ok) return refuse(begun.problem, before);
      // Another sheet may have been opened meanwhile.
      if (ofSheet.peek() === 'written-down') ofSheet.value = run;
      if (isOfPlan) ofPlan = run;
      if (first !== null) second = run;
      return watch(run, begun.value);
    };
    const busy = computed(() => {
      const now = phase.value;
      if (now.kind !== 'watching') return now.kind === 'preparing';
      const { kind } = now.progress.run.state;
      return kind !== 'finished' && kind !== 'cancelled';
    });
    const isBusy = () => busy.peek();
    const isOfSheet = computed(() => {
      const [now, of] = [phase.value, ofSheet.value];
      if (now.kind === 'preparing') return of === 'written-down';
      if (now.kind === 'watching' || now.kind === 'over') return of === now.progress.run.id;
      return true;
    });
    /** A cancelled run is in the way as well until it is settled; one that can be watched no more is not. */
    const isInTheWay = () => {
      const now = phase.peek();
      const isInIt = isBusy() || (now.kind === 'watching' && now.problem === null);
      if (isInIt) isAskedAgain.value = true;
      return isInIt;
    };
    const steer = async (kind: 'pause-run' | 'resume-run' | 'cancel-run') => {
      const watched = phase.peek();
      if (watched.kind !== 'watching') return;
      const command = { kind, run: watched.progress.run.id } as const;
      const pressed = `${kind} ${command.run}`;
      // Pressed in a hurry: said twice, the second "Resume" could come after the "Pause" that followed the first.
      if (unanswered.has(pressed)) return;
      unanswered.add(pressed);
      const answer = await background.call(command).finally(() => unanswered.delete(pressed));
      const now = phase.peek();
      if (!answer.ok && now.kind === 'watching') phase.value = { ...now, problem: answer.problem };
    };

    return {
      phase,
      isBusy: busy,
      isOfSheet,
      isAskedAgain,
      async confirm() {
        if (isInTheWay()) return [];
        const plan = await sheet.call('makePlan', continued !== null);
        if (isInTheWay()) return [];
        if (continued === null) ofPlan = null;
        if (!plan.ok) return plan.problem;
        phase.value = { kind: 'confirming', facts: plan.value };
        return [];
      },
      dismiss() {
        if (phase.peek().kind !== 'confirming') return;
        phase.value = continued === null ? { kind: 'none' } : { kind: 'over', ...continued };
      },
      async begin(header) {
        const confirmed = phase.peek();
        // A second press of the button finds the phase moved on: one plan is begun once.
        if (confirmed.kind !== 'confirming') return;
        const { facts } = confirmed;
        first = continued;
        // It is about rows of the sheet of the run with which it goes on.
        const sheetOf = continued?.progress.run; // of its own: none
        const name = sheetOf && { fileName: sheetOf.fileName, sheetName: sheetOf.sheetName };
        const isOfPlan = sheetOf === undefined || sheetOf.id === ofPlan;
        return start(
          {
            ...header,
            ...name,
            entries: facts.changes,
            creditsAtMost: facts.creditsAtMost,
            confirmedWarnings: facts.confirmedWarnings,
            ...(continued === null && { rest: facts.rest }), // else the rows are of that one's sheet
          },
          (from, count) => sheet.call('changes', from, count),
          { isOfPlan, isOfSheet: true },
        );
      },
      async retry() {
        const over = phase.peek();
        if (over.kind !== 'over') return;
        const changes = retryChanges(over.entries);
        if (changes.length === 0) return;
        const { progress, entries } = over;
        const again = new Set(changes);
        first = { progress, entries };
        const { environment, account, group, fileName, sheetName, confirmedWarnings } = progress.run;
        return start(
          {
            environment,
            account,
            group,
            fileName,
            sheetName,
            source: { kind: 'retry', runs: runsOf(entries.filter(({ change }) => again.has(change))) },
            confirmedWarnings,
            entries: changes.length,
            creditsAtMost: changes.reduce((sum, { credits }) => sum + credits, 0),
          },
          (from, count) => Promise.resolve(changes.slice(from, from + count)),
          { isOfPlan: progress.run.id === ofPlan, isOfSheet: isOfSheet.peek() },
        );
      },
      goOnFrom(shown) {
        const over = phase.peek();
        ofSheet.value = null;
        isAskedAgain.value = false;
        if (!shown) continued = null;
        else if (over.kind === 'over') continued = { progress: over.progress, entries: over.entries };
      },
      async find(account, isWanted = () => false) {
        const before = phase.peek();
        const command = { kind: 'find-run', page, ...(account !== undefined && { account }) } as const;
        const found = await background.call(command);
        // What was begun here meanwhile is watched here already.
        if (!found.ok || found.value === null || phase.peek() !== before) return false;
        const { run } = found.value;
        if (!isEnded({ record: run, counts: found.value.counts })) {
          void watch(run.id, found.value);
          return true;
        }
        if (!isWanted()) return false;
        const entries = await readEntries(background, run.id, run.entries);
        if (!entries.ok || phase.peek() !== before || !isWanted()) return false;
        phase.value = { kind: 'over', progress: found.value, entries: entries.value };
        return true;
      },
      show(finished) {
        if (isBusy()) return false;
        watching.abort();
        first = null;
        continued = null;
        phase.value = { kind: 'over', ...finished };
        return true;
      },
      async see() {
        const over = phase.peek();
        if (over.kind !== 'over' || seen === over.progress.run.id) return;
        seen = over.progress.run.id;
        await background.call({ kind: 'see-run', run: seen });
      },
      pause: () => steer('pause-run'),
      resume: () => steer('resume-run'),
      cancel: () => steer('cancel-run'),
      isOfThisPlan() {
        const shown = phase.peek();
        return shown.kind === 'over' && shown.progress.run.id === ofPlan;
      },
      forget(run) {
        const isAbout = (told: FinishedRun | null) => told !== null && (run === undefined || isOf(run, told));
        if (isAbout(first)) first = null;
        if (isAbout(continued)) continued = null;
        const over = phase.peek();
        if (over.kind !== 'over' || !isAbout(over)) return false;
        // Nothing is made of its rows any more.
        ofPlan = null;
        phase.value = { kind: 'over', progress: over.progress, entries: [], isForgotten: true };
        return true;
      },
      async lookForValues() {
        const over = phase.peek();
        if (over.kind !== 'over') return false;
        if (over.isForgotten === true) return true;
        const { id } = over.progress.run;
        const found = await background.call({
          kind: 'list-entries',
          run: id,
          from: 0,
          count: 1,
        });
        // Those that are kept for no days at all are still shown where the run has ended; a run goes only on request.
        if (found.ok || found.problem.code !== 'no-such-run') return false;
        return this.forget();
      },
      leave() {
        watching.abort();
        first = null;
        continued = null;
        ofSheet.value = null;
        isAskedAgain.value = false;
        phase.value = { kind: 'none' };
      },
    };
  },
);

/** Whether some of what is told is of this run; what was tried again is of two. */
function isOf(run: RunId, { progress, entries }: FinishedRun): boolean {
  return progress.run.id === run || entries.some((entry) => entry.run === run);
}
