import { failed, ok, type Result } from '../../result';
import type { PauseReason, RunId, RunProgress } from '../../journal/entry';
import { openEntriesOf, totalOf } from '../../journal/entry-counts';
import type { Journal, JournalRun } from '../../journal/journal';
import { isUnsettled } from '../../journal/transitions';
import type { SignedIn } from '../../platform/sign-in';
import type { Sleep } from '../../platform/sleep';
import type { Clocks } from '../entry/freshness';
import { driveRun } from './drive';
import type { Locks } from './locks';
import { createRate, type Rate } from './rate';
import type { RunCommandProblem } from './run-command-problem';
import { createRunFaults } from './run-faults';
import { createRunUpdates } from './run-updates';
import { isInTheWay, isSameGroup } from '../badge/run-to-show';
import { signInAsReviewed, type SignInFor } from './sign-in-as-reviewed';
import { createBadgeUpdates, type OnBadge } from '../badge/badge-updates';
import { watchRun } from './watch-run';
import { createWriters, type Writers } from './writers';

export interface RunnerOptions extends Clocks {
  readonly journal: Journal;
  readonly signIn: SignInFor;
  readonly sleep: Sleep;
  readonly locks: Locks;
  /** Told true while a run is at work in this context, false when none is. */
  readonly keepAwake: (needed: boolean) => void;
  /** Told what is to be seen of the runs without the panel, at each change and at most once a second. */
  readonly onBadge?: OnBadge;
  /** Told when the work on a run has ended in this context. */
  readonly onEnded?: () => void;
  /** Told of a bug or a journal that broke under a run; the run stays as the journal has it. */
  readonly onFault: (error: unknown) => void;
}

/** Runs, as they are commanded and watched. Their state is in the journal: a new runner on it goes on where one ended. */
export interface Runner {
  begin(run: RunId): Promise<Result<RunProgress, RunCommandProblem>>;
  pause(run: RunId): Promise<Result<null, RunCommandProblem>>;
  resume(run: RunId): Promise<Result<null, RunCommandProblem>>;
  cancel(run: RunId): Promise<Result<null, RunCommandProblem>>;
  /** Hands on progress at each change, at most five times a second, until the run is over or `signal` aborts. */
  watch(
    run: RunId,
    onProgress: (progress: RunProgress) => void,
    signal: AbortSignal,
  ): Promise<Result<RunProgress, RunCommandProblem>>;
  progress(run: JournalRun): RunProgress;
  /** Notes that a panel has shown the end of the run; nothing is said of it any more. */
  see(run: RunId): Promise<void>;
  /** Notes that a panel writes the run down, and tells those who watch it. */
  noteWriter(run: RunId, writer?: string): void;
  readonly writers: Pick<Writers, 'isWriting' | 'isBy'>;
  /** Goes on with everything that the journal says is not over. Cheap when there is nothing. */
  wake(): Promise<void>;
  /** Resolves when nothing is at work here any more. */
  idle(): Promise<void>;
}

interface Work {
  readonly rate: Rate;
  readonly stopping: AbortController;
  ended: Promise<void>;
  /** Asked for while it was at it: what has become of the run since is not known to it. */
  isAskedAgain: boolean;
}

/** A run that was written down and never begun: its panel was closed. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

export function createRunner(options: RunnerOptions): Runner {
  const { journal, now, ticks, sleep } = options;
  const working = new Map<RunId, Work>();
  const updates = createRunUpdates();
  const writers = createWriters(ticks);
  const faults = createRunFaults();
  const lookAround = createBadgeUpdates({ ...options, isStuck: (run) => faults.of(run) !== undefined });
  const tell = (run: RunId) => {
    updates.notify(run);
    lookAround();
  };
  let beginning: Promise<unknown> = Promise.resolve();
  /** How often a pause was asked for, so that a "Resume" of before one is known. */
  const pausesAsked = new Map<RunId, number>();
  const pausesOf = (run: RunId) => pausesAsked.get(run) ?? 0; // never

  const runner: Runner = {
    begin(run) {
      // One after the other: two begun at the same moment would both find that no other is running.
      const begun = beginning.then(() => begin(run));
      // Whoever asked is told of its failure; the next one only has to wait for its end.
      beginning = begun.catch(() => null);
      return begun;
    },
    async pause(run) {
      pausesAsked.set(run, pausesOf(run) + 1);
      const found = await journal.readRun(run);
      if (found === null) return failed({ code: 'no-such-run' });
      // Whatever it is doing: one that signs in to go on is paused still, and the journal knows which pause may follow.
      await pauseFor(run, { kind: 'asked' });
      return ok(null);
    },
    async resume(run) {
      const asked = pausesOf(run);
      // Requests of before the pause may still be under way.
      await working.get(run)?.ended; // none at work: nothing to wait for
      const found = await journal.readRun(run);
      if (found === null) return failed({ code: 'no-such-run' });
      if (found.record.state.kind !== 'paused') return ok(null);
      const signedIn = await signInAsReviewed(found.record, options.signIn);
      if (!signedIn.ok) return signedIn;
      // Somebody pressed Pause meanwhile: that came later, and it is to stay.
      if (pausesOf(run) !== asked) return ok(null);
      await journal.transitionRun(run, { kind: 'running' }, now());
      work(run, signedIn.value);
      return ok(null);
    },
    async cancel(run) {
      const found = await journal.readRun(run);
      if (found === null) return failed({ code: 'no-such-run' });
      if (found.record.state.kind === 'preparing' && (await journal.removeRun(run))) {
        updates.notify(run);
      } else if ((await journal.transitionRun(run, { kind: 'cancelled' }, now())) !== null) {
        faults.end(run);
        working.get(run)?.stopping.abort(); // none at work: nothing to stop
        tell(run);
        work(run);
      }
      return ok(null);
    },
    watch: (run, onProgress, signal) =>
      watchRun(run, onProgress, signal, {
        journal,
        sleep,
        updates,
        writers,
        progressOf: (found) => runner.progress(found),
        isWorking: (one) => working.has(one),
      }),
    progress({ record, counts, creditsSpent }) {
      const perMinute = working.get(record.id)?.rate.perMinute() ?? null; // not at work: no rate
      const fault = faults.of(record.id);
      return { run: record, counts, creditsSpent, perMinute, ...(fault !== undefined && { fault }) };
    },
    async see(run) {
      if (await journal.markSeen(run)) tell(run);
    },
    noteWriter(run, writer) {
      writers.note(run, writer);
      updates.notify(run);
    },
    writers,
    async wake() {
      lookAround();
      for (const found of await journal.listRuns()) {
        const { id, state, createdAt } = found.record;
        if (working.has(id)) continue;
        if (state.kind === 'running') work(id);
        else if (isUnsettled(found)) work(id);
        else if (state.kind === 'paused' && state.reason.kind === 'signed-out') await runner.resume(id);
        else if (state.kind === 'preparing' && now() - createdAt > ABANDONED_MS) await journal.removeRun(id);
      }
    },
    async idle() {
      while (working.size > 0) await Promise.all([...working.values()].map(({ ended }) => ended));
    },
  };
  return runner;

  async function begin(run: RunId): Promise<Result<RunProgress, RunCommandProblem>> {
    const found = await journal.readRun(run);
    if (found === null) return failed({ code: 'no-such-run' });
    const { state, entries: expected } = found.record;
    // Commands may be said twice.
    if (state.kind !== 'preparing') return ok(runner.progress(found));
    const written = totalOf(found.counts);
    if (written !== expected) return failed({ code: 'run-incomplete', expected, found: written });
    const other = (await journal.listRuns()).find((one) => isSameGroup(one, found) && isInTheWay(one, now()));
    if (other !== undefined) return failed({ code: 'run-in-progress', run: other.record.id });
    const signedIn = await signInAsReviewed(found.record, options.signIn);
    if (!signedIn.ok) return signedIn;
    const record = await journal.transitionRun(run, { kind: 'running' }, now());
    // Cancelled while we signed in: then it is no more.
    if (record === null) return failed({ code: 'no-such-run' });
    writers.forget(run);
    work(run, signedIn.value);
    return ok(runner.progress({ ...found, record }));
  }

  /** Works on a run in this context, once that has ended which is at it already; not while another context is. */
  function work(run: RunId, signedIn: SignedIn | null = null): void {
    const before = working.get(run);
    if (before !== undefined) {
      before.isAskedAgain = true;
      return;
    }
    const one: Work = {
      rate: createRate(ticks),
      stopping: new AbortController(),
      ended: Promise.resolve(),
      isAskedAgain: false,
    };
    working.set(run, one);
    if (working.size === 1) options.keepAwake(true);
    lookAround();
    one.ended = options.locks
      .request(`run ${run}`, { ifAvailable: true }, (lock) =>
        lock === null ? Promise.resolve() : drive(run, one, signedIn),
      )
      .catch((error: unknown) => {
        faults.note(run, error);
        options.onFault(error);
      })
      .finally(() => {
        working.delete(run);
        if (working.size === 0) options.keepAwake(false);
        if (one.isAskedAgain) work(run);
        tell(run);
        options.onEnded?.();
      });
  }

  async function drive(run: RunId, one: Work, signedIn: SignedIn | null): Promise<void> {
    const end = await driveRun(run, signedIn, {
      journal,
      sleep,
      signIn: options.signIn,
      now,
      ticks,
      stop: one.stopping.signal,
      onSettled: () => {
        faults.end(run);
        one.rate.settled();
        tell(run);
      },
    });
    if (end.kind === 'paused') return pauseFor(run, end.reason);
    // Also of one that was paused meanwhile: what was under way then may have been all that was left.
    const found = await journal.readRun(run);
    const isThrough = end.kind === 'finished' || (found !== null && openEntriesOf(found.counts) === 0);
    if (isThrough) await journal.transitionRun(run, { kind: 'finished' }, now());
  }

  async function pauseFor(run: RunId, reason: PauseReason): Promise<void> {
    if ((await journal.transitionRun(run, { kind: 'paused', reason }, now())) === null) return;
    faults.end(run);
    working.get(run)?.stopping.abort(); // none at work: nothing to stop
    tell(run);
  }
}
