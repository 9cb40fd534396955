import type { PauseReason, RunId } from '../../journal/entry';
import { openEntriesOf } from '../../journal/entry-counts';
import type { Journal } from '../../journal/journal';
import type { SignedIn } from '../../platform/sign-in';
import type { Sleep } from '../../platform/sleep';
import type { Clocks } from '../entry/freshness';
import { driveRun, type AccountMemoryOf } from './drive';
import type { Locks } from './locks';
import { createRate, type Rate } from './rate';
import { createRunFaults, type RunFaults } from './run-faults';
import type { SignInFor } from './sign-in-as-reviewed';

export interface RunWorkDeps extends Clocks {
  readonly journal: Journal;
  readonly signIn: SignInFor;
  readonly sleep: Sleep;
  readonly locks: Locks;
  readonly accountMemory?: AccountMemoryOf;
  /**
   * Called with true when a run begins to be worked on in this context, and with false when none is
   * any more.
   */
  readonly keepAwake: (needed: boolean) => void;
  /** Called at each change of a run, and when the work on it begins. */
  readonly onChange: (run: RunId) => void;
  /** Called when the work on a run has ended in this context. */
  readonly onEnded?: () => void;
  /**
   * Called with a bug, or with the fault of a journal that broke during a run. The run stays as the
   * journal has it.
   */
  readonly onFault: (error: unknown) => void;
}

/** The work on runs in this context: at most one work for each run. */
export interface RunWork {
  /**
   * Works on a run, after the work on it that is under way; not while another context works on it.
   */
  start(run: RunId, signedIn?: SignedIn): void;
  /** Stops the work on a run. Requests that are under way are still waited for. */
  stop(run: RunId): void;
  /** Pauses a run in the journal, if it may pause for this reason, and stops the work on it. */
  pause(run: RunId, reason: PauseReason): Promise<void>;
  isWorking(run: RunId): boolean;
  /** The runs that are worked on here. */
  atWork(): readonly RunId[];
  /** Resolves when the work on a run that is under way has ended. */
  ended(run: RunId): Promise<void>;
  /** Entries settled per minute; null while that is not known or nobody works on the run. */
  perMinute(run: RunId): number | null;
  /** Resolves when nothing is worked on any more. */
  idle(): Promise<void>;
  readonly faults: RunFaults;
}

interface Work {
  readonly rate: Rate;
  readonly stopping: AbortController;
  ended: Promise<void>;
  /** Started again meanwhile: this work does not know what has become of the run since. */
  isStartedAgain: boolean;
}

export function createRunWork(deps: RunWorkDeps): RunWork {
  const { journal, now, ticks } = deps;
  const working = new Map<RunId, Work>();
  const faults = createRunFaults();

  const runWork: RunWork = {
    start(run, signedIn) {
      const before = working.get(run);
      if (before !== undefined) {
        before.isStartedAgain = true;
        return;
      }
      const work: Work = {
        rate: createRate(ticks),
        stopping: new AbortController(),
        ended: Promise.resolve(),
        isStartedAgain: false,
      };
      working.set(run, work);
      if (working.size === 1) deps.keepAwake(true);
      work.ended = deps.locks
        .request(`run ${run}`, { ifAvailable: true }, (lock) =>
          lock === null ? Promise.resolve() : drive(run, work, signedIn ?? null),
        )
        .catch((error: unknown) => {
          faults.note(run, error);
          deps.onFault(error);
        })
        .finally(() => {
          working.delete(run);
          if (working.size === 0) deps.keepAwake(false);
          if (work.isStartedAgain) runWork.start(run);
          deps.onChange(run);
          deps.onEnded?.();
        });
    },
    stop(run) {
      // Nobody may be working on it: then there is nothing to stop.
      working.get(run)?.stopping.abort();
    },
    async pause(run, reason) {
      if ((await journal.transitionRun(run, { kind: 'paused', reason }, now())) === null) return;
      faults.end(run);
      runWork.stop(run);
      deps.onChange(run);
    },
    isWorking: (run) => working.has(run),
    atWork: () => [...working.keys()],
    ended: (run) => working.get(run)?.ended ?? Promise.resolve(),
    perMinute: (run) => working.get(run)?.rate.perMinute() ?? null,
    async idle() {
      while (working.size > 0) await Promise.all([...working.values()].map(({ ended }) => ended));
    },
    faults,
  };
  return runWork;

  async function drive(run: RunId, work: Work, signedIn: SignedIn | null): Promise<void> {
    const end = await driveRun(run, signedIn, {
      journal,
      sleep: deps.sleep,
      signIn: deps.signIn,
      now,
      ticks,
      stop: work.stopping.signal,
      ...(deps.accountMemory !== undefined && { accountMemory: deps.accountMemory }),
      onSettled: () => {
        faults.end(run);
        work.rate.settled();
        deps.onChange(run);
      },
    });
    if (end.kind === 'paused') return runWork.pause(run, end.reason);
    // A run that was paused meanwhile is finished too, when the requests under way settled the last
    // of its entries.
    const found = await journal.readRun(run);
    const isThrough = end.kind === 'finished' || (found !== null && openEntriesOf(found.counts) === 0);
    if (isThrough) await journal.transitionRun(run, { kind: 'finished' }, now());
  }
}
