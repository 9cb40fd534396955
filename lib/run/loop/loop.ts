import type { Entry, PauseReason, RunId } from '../../journal/entry';
import { openEntriesOf } from '../../journal/entry-counts';
import type { PlatformProblem } from '../../platform/platform-problem';
import { waited, type Sleep } from '../../platform/sleep';
import { createBatchReads } from '../entry/batch-reads';
import { takeStep } from '../entry/step';
import type { StepContext, StepEnd } from '../entry/step-context';

/** How a loop ended: nothing is open, it was told to stop, or something has to be done first. */
export type LoopEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'halted'; readonly reason: PauseReason };

export interface LoopContext extends Omit<
  StepContext,
  'wait' | 'isStopped' | 'lastInFlight' | 'noteInFlight' | 'batchRead' | 'noteWritten'
> {
  readonly sleep: Sleep;
  readonly stop: AbortSignal;
  readonly onSettled: () => void;
}

/** Credentials that are worked on together; the pace decides how fast. */
const AT_ONCE = 4;
/** More when some of them only wait for what became of a write. */
const MOST_AT_ONCE = 12;
/** Entries that are held ready. They are moved by nobody else while the loop runs. */
const READ_AHEAD = 50;
/** docs/product.md 2.5: "After several failures in a row it pauses and says why." */
const MOST_FAILURES = 5;

/**
 * Takes the open entries of a run one after the other, a few at once, until none is open. What is put off is taken up again
 * after the others. When it stops, requests that are under way are waited for, and no write begins any more.
 */
export async function runLoop(run: RunId, context: LoopContext): Promise<LoopEnd> {
  const active = new Set<Promise<void>>();
  let ready: readonly Entry[] = [];
  let behind = -1;
  let failures = 0;
  // One object, because the steps write to it while the loop looks at it.
  const end: {
    halt: PauseReason | null;
    fault: { readonly error: unknown } | null;
    isPutOff: boolean;
  } = { halt: null, fault: null, isPutOff: false };

  // Waiting ends when the run is told to stop, and when it has to halt.
  const halting = new AbortController();
  const stop = AbortSignal.any([context.stop, halting.signal]);
  const begunAt = context.ticks();
  const underWay = new Map<number, number | null>();
  let waiting = 0;
  let change = () => {};
  const looks = createBatchReads(context, await openNow());
  const stepContext: StepContext = {
    ...context,
    async wait(milliseconds) {
      waiting += 1;
      change();
      try {
        return await waited(context.sleep, milliseconds, stop);
      } finally {
        waiting -= 1;
      }
    },
    isStopped: () => stop.aborted,
    lastInFlight({ position, state }) {
      const known = underWay.get(position);
      if (known !== undefined) return known;
      // It was sent by a background that is no more, which was at it until a moment ago for all that we know.
      return state.kind === 'planned' ? null : begunAt;
    },
    noteInFlight: ({ position }, at) => void underWay.set(position, at),
    batchRead: (entry) => looks.read(entry, ready),
    noteWritten: (entry) => looks.noteWritten(entry),
  };
  /** Until a step is through, or begins to wait. */
  const changed = () =>
    Promise.race([
      ...active,
      new Promise<void>((resolve) => {
        change = resolve;
      }),
    ]);

  while (!stop.aborted) {
    if (active.size - waiting >= AT_ONCE || active.size >= MOST_AT_ONCE) {
      await changed();
      continue;
    }
    if (ready.length === 0) ready = await context.journal.openEntries(run, behind, READ_AHEAD);
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
  // Thrown only now, so that no request is left behind that nobody waits for.
  if (end.fault !== null) throw end.fault.error;
  return end.halt === null ? { kind: 'stopped' } : { kind: 'halted', reason: end.halt };

  async function openNow(): Promise<number> {
    const found = await context.journal.readRun(run);
    return found === null ? 0 : openEntriesOf(found.counts);
  }

  function start(entry: Entry): void {
    const going = takeStep(entry, stepContext)
      .then(note, (error: unknown) => {
        end.fault ??= { error };
        halting.abort();
      })
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

  function halt(reason: PauseReason): void {
    end.halt ??= reason;
    halting.abort();
  }
}

function wordsOfProblem(problem: PlatformProblem): string {
  return 'words' in problem ? problem.words : '';
}
