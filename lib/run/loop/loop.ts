import type { Entry, PauseReason, RunId } from '../../journal/entry';
import { openEntriesOf } from '../../journal/entry-counts';
import type { JournalRun } from '../../journal/journal';
import type { PlatformProblem } from '../../platform/platform-problem';
import { waited, type Sleep } from '../../platform/sleep';
import { createBatchReads } from '../entry/batch-reads';
import { takeStep } from '../entry/step';
import type { StepContext, StepEnd } from '../entry/step-context';
import { createInFlight } from './in-flight';

/** How a loop ended: no entry is open, it was stopped, or the run has to pause. */
export type LoopEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'halted'; readonly reason: PauseReason };

export interface LoopContext extends Omit<
  StepContext,
  'wait' | 'isStopped' | 'lastInFlight' | 'noteInFlight' | 'batchRead' | 'noteWritten' | 'noteOwnIds'
> {
  readonly sleep: Sleep;
  readonly stop: AbortSignal;
  readonly onSettled: () => void;
  /** An earlier run of the account has seen own ids: each entry is read by itself. */
  readonly hasOwnIds?: boolean;
  /** Only so many entries, the first ones, are worked on; missing: all. */
  readonly first?: number;
}

/** Entries that are worked on at the same time. The pace decides how fast. */
const AT_ONCE = 4;
/** The most, when some of them only wait for the outcome of a write. */
const MOST_AT_ONCE = 12;
/** Entries that are read ahead. Nobody else changes them while the loop runs. */
const READ_AHEAD = 50;
/** Failures in a row after which the run pauses (docs/product.md 2.5). */
const MOST_FAILURES = 5;

/**
 * Takes a step with each open entry of a run, or of its `first` ones, a few at once, until none of
 * them is open. An entry that is
 * put off gets its next step after the others. When the loop stops, it waits for the requests in
 * flight and begins no write any more.
 */
export async function runLoop(run: RunId, context: LoopContext): Promise<LoopEnd> {
  const active = new Set<Promise<void>>();
  let ready: readonly Entry[] = [];
  let behind = -1;
  let failures = 0;
  // One object, because the steps write to it while the loop reads it.
  const end: {
    halt: PauseReason | null;
    fault: { readonly error: unknown } | null;
    isPutOff: boolean;
  } = { halt: null, fault: null, isPutOff: false };

  // A wait ends when the run is stopped from outside, and when it has to pause.
  const halting = new AbortController();
  const stop = AbortSignal.any([context.stop, halting.signal]);
  const inFlight = createInFlight(context.ticks());
  let waiting = 0;
  let notifyChange = () => {};
  const found = await context.journal.readRun(run);
  if (!isStillOn(found, context)) return { kind: 'stopped' };
  const open = openEntriesOf(found.counts);
  // A trial is too short for batches, and what it reads ahead must not be older than its pause.
  const batchReads = createBatchReads(context, Math.min(open, context.first ?? open));
  if (context.hasOwnIds === true) batchReads.end();
  const stepContext: StepContext = {
    ...context,
    async wait(milliseconds) {
      waiting += 1;
      notifyChange();
      try {
        return await waited(context.sleep, milliseconds, stop);
      } finally {
        waiting -= 1;
      }
    },
    isStopped: () => stop.aborted,
    lastInFlight: (entry) => inFlight.last(entry),
    noteInFlight: (entry, at) => inFlight.note(entry, at),
    batchRead: (entry) => batchReads.read(entry, ready),
    noteWritten: (entry, leftAt) => batchReads.noteWritten(entry, leftAt),
    noteOwnIds: () => {
      batchReads.end();
      context.learn?.('own-ids', 'seen');
    },
  };
  /** Resolves when a step has ended, or begins to wait. */
  const changed = () =>
    Promise.race([
      ...active,
      new Promise<void>((resolve) => {
        notifyChange = resolve;
      }),
    ]);

  while (!stop.aborted) {
    if (active.size - waiting >= AT_ONCE || active.size >= MOST_AT_ONCE) {
      await changed();
      continue;
    }
    if (ready.length === 0) ready = await readAhead();
    if (stepContext.isStopped()) break;
    const [entry, ...rest] = ready;
    if (entry !== undefined) {
      ready = rest;
      behind = entry.position;
      start(entry);
    } else if (active.size > 0) {
      await changed();
    } else if (end.isPutOff) {
      end.isPutOff = false;
      behind = -1;
    } else return { kind: 'done' };
  }
  await Promise.all(active);
  // Thrown only now, so that every request in flight is waited for.
  if (end.fault !== null) throw end.fault.error;
  return end.halt === null ? { kind: 'stopped' } : { kind: 'halted', reason: end.halt };

  /** The next open entries. A journal that cannot be read ends the loop, and its steps first. */
  async function readAhead(): Promise<readonly Entry[]> {
    try {
      const next = await context.journal.openEntries(run, behind, READ_AHEAD);
      const { first = Infinity } = context; // all of them
      return next.filter(({ position }) => position < first);
    } catch (error) {
      breakOff(error);
      return [];
    }
  }

  function start(entry: Entry): void {
    const going = takeStep(entry, stepContext)
      .then(note, breakOff)
      .finally(() => active.delete(going));
    active.add(going);
  }

  function note(step: StepEnd): void {
    if (step.kind === 'left') return;
    if (step.kind === 'halt') {
      halt(step.reason);
      return;
    }
    if (step.kind === 'settled') context.onSettled();
    else end.isPutOff = true;
    const problem = step.kind === 'settled' ? step.fault : step.problem;
    failures = problem === null ? 0 : failures + 1;
    if (problem !== null && failures >= MOST_FAILURES) {
      halt({ kind: 'failures', count: failures, words: wordsOfProblem(problem) });
    }
  }

  function breakOff(error: unknown): void {
    end.fault ??= { error };
    halting.abort();
  }

  function halt(reason: PauseReason): void {
    end.halt ??= reason;
    halting.abort();
  }
}

function wordsOfProblem(problem: PlatformProblem): string {
  return 'words' in problem ? problem.words : '';
}

/**
 * Whether a run is as it was before the sign-in. A background that this one has replaced may have
 * paused, cancelled or removed it since, and tells nobody.
 */
function isStillOn(found: JournalRun | null, { isCancelled }: LoopContext): found is JournalRun {
  return found?.record.state.kind === (isCancelled() ? 'cancelled' : 'running');
}
