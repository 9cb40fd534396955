import { createModel, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Change } from '../credential/change';
import type { RunHeader, RunId, RunProgress } from '../journal/entry';
import type { GroupPage } from '../platform/environment';
import type { PlanObstacle } from '../review/plan';
import type { BackgroundClient } from '../rpc/background-client';
import type { RunProblem } from '../rpc/background-contract';
import { SheetWorkerEnded, type SheetClient } from '../rpc/sheet-client';
import type { PlanFacts } from '../rpc/sheet-contract';
import { readEntries } from './read-entries';
import { retryChanges, together, type FinishedRun } from '../run/retry';

/** Why a run was not begun, or is not steered. */
export type RunModelProblem =
  | RunProblem
  /** The worker ended with the confirmed changes in it, before all of them were written down. */
  | { readonly code: 'reader-ended' };

/** Where updating stands (product.md 2.5). The run itself is the background's; here it is only begun and watched. */
export type RunPhase =
  | { readonly kind: 'none' }
  | { readonly kind: 'confirming'; readonly facts: PlanFacts }
  /** The confirmed changes are being written to the journal; nothing has been sent. */
  | { readonly kind: 'preparing'; readonly written: number; readonly total: number }
  | { readonly kind: 'not-begun'; readonly problem: RunModelProblem }
  | { readonly kind: 'watching'; readonly progress: RunProgress; readonly problem: RunProblem | null }
  /** `problem`: why its failed ones are not being tried again, when that was asked for. */
  | ({ readonly kind: 'over'; readonly problem?: RunModelProblem } & FinishedRun);

export interface RunModelShape {
  readonly phase: ReadonlySignal<RunPhase>;
  /**
   * Makes the plan and asks for the last word; answers what is in the way when there is something. Does nothing while a
   * run is written down or under way: its parts come from the plan that was made last.
   */
  confirm(): Promise<readonly PlanObstacle[]>;
  /** "Not yet": back to the review, nothing sent. */
  dismiss(): void;
  /** The last word: writes the plan to the journal and begins. */
  begin(header: Omit<RunHeader, 'entries' | 'creditsAtMost' | 'confirmedWarnings'>): Promise<void>;
  /** Begins a new run of only those changes of the finished one that may be tried again; nothing when there are none. */
  retry(): Promise<void>;
  /**
   * What is confirmed next goes on with the finished run that is shown: both are told as one result, which stays to be seen
   * until then. Ends when another sheet takes its place (`goOnFrom(false)`).
   */
  goOnFrom(shown: boolean): void;
  /** A run of this group that is not finished, if there is one: watch it. */
  find(): Promise<boolean>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  cancel(): Promise<void>;
  /** Whether the run that is shown was begun here, from the plan that the worker made last. */
  isOfThisPlan(): boolean;
  /** Done with this run: ready for another. */
  leave(): void;
}

/** Changes in one message: large enough to be quick, small enough for the browser's message size. */
const CHANGES_PER_MESSAGE = 500;

/** Gives so many changes of a run from a position on. */
type Part = (from: number, count: number) => Promise<readonly Change[]>;

/** Begins a run and watches it. `onOver` runs when it has finished or was cancelled. */
export const RunModel = createModel(
  (page: GroupPage, background: BackgroundClient, sheet: SheetClient, onOver: () => void): RunModelShape => {
    const phase = signal<RunPhase>({ kind: 'none' });
    let watching = new AbortController();
    /** The run that the worker's last plan became, or that tries it again; null while it became none. */
    let ofPlan: RunId | null = null;
    /** The finished run whose failed ones are being tried again, and the run that does: both are told as one result. */
    let first: FinishedRun | null = null;
    let second: RunId | null = null;
    /** The finished run with which the sheet that is reviewed goes on; null for a sheet of its own. */
    let continued: FinishedRun | null = null;

    const watch = async (run: RunId, begun: RunProgress) => {
      watching.abort();
      watching = new AbortController();
      const { signal } = watching;
      const isLeft = () => signal.aborted;
      phase.value = { kind: 'watching', progress: begun, problem: null };
      const answer = await background
        .call<'watch-run'>(
          { kind: 'watch-run', run },
          {
            signal,
            onPart: (progress) => {
              if (!signal.aborted) phase.value = { kind: 'watching', progress, problem: null };
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
        const progress = seen.kind === 'watching' ? seen.progress : begun;
        phase.value = { kind: 'watching', progress, problem: answer.problem };
        return;
      }
      const entries = await readEntries(background, run, answer.value.run.entries);
      if (isLeft()) return;
      if (entries.ok) {
        const own = { progress: answer.value, entries: entries.value };
        const result = first === null || second !== run ? own : together(first, own);
        // The sheet that went on with it is still there, and would go on with this.
        if (continued !== null) continued = result;
        phase.value = { kind: 'over', ...result };
      } else phase.value = { kind: 'watching', progress: answer.value, problem: entries.problem };
      onOver();
    };
    const write = async (run: RunId, total: number, part: Part): Promise<RunProblem | null> => {
      for (let from = 0; from < total; from += CHANGES_PER_MESSAGE) {
        const changes = await part(from, CHANGES_PER_MESSAGE);
        const added = await background.call<'add-changes'>({ kind: 'add-changes', run, from, changes });
        if (!added.ok) return added.problem;
        phase.value = { kind: 'preparing', written: Math.min(total, from + changes.length), total };
      }
      return null;
    };
    const refuse = (problem: RunModelProblem) => {
      // A result is not lost because it could not be tried again.
      phase.value = first === null ? { kind: 'not-begun', problem } : { kind: 'over', ...first, problem };
    };
    /** Writes a run to the journal, begins it, and watches it to its end. `isOfPlan`: of the plan that the worker made last. */
    const start = async (header: RunHeader, part: Part, isOfPlan: boolean): Promise<void> => {
      phase.value = { kind: 'preparing', written: 0, total: header.entries };
      const prepared = await background.call<'prepare-run'>({ kind: 'prepare-run', page, header });
      if (!prepared.ok) return refuse(prepared.problem);
      const run = prepared.value;
      const unwritten = await write(run, header.entries, part).catch((error: unknown): RunModelProblem => {
        if (!(error instanceof SheetWorkerEnded)) throw error;
        return { code: 'reader-ended' };
      });
      if (unwritten !== null) return refuse(unwritten);
      const begun = await background.call<'begin-run'>({ kind: 'begin-run', run });
      if (!begun.ok) return refuse(begun.problem);
      if (isOfPlan) ofPlan = run;
      if (first !== null) second = run;
      return watch(run, begun.value);
    };
    const isBusy = () => {
      const now = phase.peek();
      if (now.kind !== 'watching') return now.kind === 'preparing';
      const { kind } = now.progress.run.state;
      return kind !== 'finished' && kind !== 'cancelled';
    };
    const steer = async (kind: 'pause-run' | 'resume-run' | 'cancel-run') => {
      const watched = phase.peek();
      if (watched.kind !== 'watching') return;
      const answer = await background.call<typeof kind>({ kind, run: watched.progress.run.id });
      const now = phase.peek();
      if (!answer.ok && now.kind === 'watching') phase.value = { ...now, problem: answer.problem };
    };

    return {
      phase,
      async confirm() {
        if (isBusy()) return [];
        const plan = await sheet.call('makePlan', continued !== null);
        if (isBusy()) return [];
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
          },
          (from, count) => sheet.call('changes', from, count),
          isOfPlan,
        );
      },
      async retry() {
        const over = phase.peek();
        if (over.kind !== 'over') return;
        const changes = retryChanges(over.entries);
        if (changes.length === 0) return;
        const { progress, entries } = over;
        first = { progress, entries };
        const { environment, account, group, fileName, sheetName, confirmedWarnings } = progress.run;
        return start(
          {
            environment,
            account,
            group,
            fileName,
            sheetName,
            confirmedWarnings,
            entries: changes.length,
            creditsAtMost: changes.reduce((sum, { credits }) => sum + credits, 0),
          },
          (from, count) => Promise.resolve(changes.slice(from, from + count)),
          progress.run.id === ofPlan,
        );
      },
      goOnFrom(shown) {
        const over = phase.peek();
        if (!shown) continued = null;
        else if (over.kind === 'over') continued = { progress: over.progress, entries: over.entries };
      },
      async find() {
        const found = await background.call<'find-run'>({ kind: 'find-run', page });
        if (!found.ok || found.value === null) return false;
        void watch(found.value.run.id, found.value);
        return true;
      },
      pause: () => steer('pause-run'),
      resume: () => steer('resume-run'),
      cancel: () => steer('cancel-run'),
      isOfThisPlan() {
        const shown = phase.peek();
        return shown.kind === 'over' && shown.progress.run.id === ofPlan;
      },
      leave() {
        watching.abort();
        first = null;
        continued = null;
        phase.value = { kind: 'none' };
      },
    };
  },
);
