import type { RunId, RunProgress } from '../../journal/entry';
import { totalOf } from '../../journal/entry-counts';
import type { JournalRun } from '../../journal/journal';
import { isUnsettled } from '../../journal/transitions';
import type { SignedIn } from '../../platform/sign-in';
import { failed, ok, type Result } from '../../result';
import { createBadgeUpdates, type OnBadge } from '../badge/badge-updates';
import { isInTheWay, isSameGroup } from '../badge/run-to-show';
import type { RunCommandProblem } from './run-command-problem';
import { createRunUpdates } from './run-updates';
import { createRunWork, type RunWorkDeps } from './run-work';
import { signInAsReviewed } from './sign-in-as-reviewed';
import { createSteering, isForSignIn } from './steering';
import { watchRun } from './watch-run';
import { createWriters, type Writers } from './writers';

export interface RunnerDeps extends Omit<RunWorkDeps, 'onChange'> {
  /** Called with what the badge is to show, at each change and at most once a second. */
  readonly onBadge?: OnBadge;
  /** The moment until which the platform asked to wait; null: it did not. */
  readonly heldUntil?: () => number | null;
}

/**
 * Begins, steers and watches runs. Their state is in the journal: a new runner continues where an
 * earlier one ended.
 */
export interface Runner {
  begin(run: RunId): Promise<Result<RunProgress, RunCommandProblem>>;
  pause(run: RunId): Promise<Result<null, RunCommandProblem>>;
  /** `after`: the trial of the run was looked at; only that ends the pause after it. */
  resume(run: RunId, after?: 'trial'): Promise<Result<null, RunCommandProblem>>;
  cancel(run: RunId): Promise<Result<null, RunCommandProblem>>;
  /**
   * Hands on the progress at each change, at most five times a second, until the run is over or
   * `signal` aborts.
   */
  watch(
    run: RunId,
    onProgress: (progress: RunProgress) => void,
    signal: AbortSignal,
  ): Promise<Result<RunProgress, RunCommandProblem>>;
  progress(run: JournalRun): RunProgress;
  /** Notifies those who watch a run at work that the platform asked to wait. */
  noteHold(): void;
  /** Notes that a panel has shown the end of the run: the badge no longer does. */
  see(run: RunId): Promise<void>;
  /** Notes that a panel is filling the run, and notifies those who watch it. */
  noteWriter(run: RunId, writer?: string): void;
  readonly writers: Pick<Writers, 'isWriting' | 'isBy'>;
  /** Continues every run that the journal says is not over. Cheap when there is none. */
  wake(): Promise<void>;
  /** Whether a run is worked on in this context. */
  isBusy(): boolean;
  /** Resolves when nothing is worked on in this context any more. */
  idle(): Promise<void>;
}

/** Age at which a run that was filled and never begun is removed: its panel was closed. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

export function createRunner(deps: RunnerDeps): Runner {
  const { journal, now, sleep } = deps;
  const updates = createRunUpdates();
  const writers = createWriters(deps.ticks);
  const work = createRunWork({ ...deps, onChange: notify });
  const updateBadge = createBadgeUpdates({ ...deps, isStuck: (run) => work.faults.of(run) !== undefined });
  let beginning: Promise<unknown> = Promise.resolve();
  const steering = createSteering(deps, work, { updates, notify, start });

  const runner: Runner = {
    begin(run) {
      // One after the other: two that begin at the same moment would both find no other run under
      // way.
      const begun = beginning.then(() => begin(run));
      // The caller gets the failure; the next one only waits for the end.
      beginning = begun.catch(() => null);
      return begun;
    },
    ...steering,
    watch: (run, onProgress, signal) =>
      watchRun(run, onProgress, signal, {
        journal,
        sleep,
        updates,
        writers,
        progressOf: (found) => runner.progress(found),
        isWorking: (one) => work.isWorking(one),
      }),
    progress({ record, counts, partly, creditsSpent }) {
      const fault = work.faults.of(record.id);
      const perMinute = work.perMinute(record.id);
      const heldUntil = work.isWorking(record.id) ? (deps.heldUntil?.() ?? null) : null;
      const known = { run: record, counts, partly, creditsSpent, perMinute };
      return { ...known, ...(fault !== undefined && { fault }), ...(heldUntil !== null && { heldUntil }) };
    },
    noteHold() {
      for (const run of work.atWork()) updates.notify(run);
    },
    async see(run) {
      if (await journal.markSeen(run)) notify(run);
    },
    noteWriter(run, writer) {
      writers.note(run, writer);
      updates.notify(run);
    },
    writers,
    async wake() {
      updateBadge();
      for (const found of await journal.listRuns()) {
        if (!work.isWorking(found.record.id)) await continueRun(found);
      }
    },
    isBusy: () => work.atWork().length > 0,
    idle: () => work.idle(),
  };
  return runner;

  function notify(run: RunId): void {
    updates.notify(run);
    updateBadge();
  }

  function start(...[run, signedIn]: Parameters<typeof work.start>): void {
    work.start(run, signedIn);
    updateBadge();
  }

  async function continueRun(found: JournalRun): Promise<void> {
    const { id, state, createdAt } = found.record;
    if (state.kind === 'running' || isUnsettled(found)) start(id);
    else if (state.kind === 'paused' && isForSignIn(state.reason))
      await steering.resume(id, undefined, isForSignIn);
    else if (state.kind === 'preparing' && now() - createdAt > ABANDONED_MS) await journal.removeRun(id);
  }

  async function begin(run: RunId): Promise<Result<RunProgress, RunCommandProblem>> {
    const begun = await beginInJournal(run, deps);
    if (!begun.ok) return begun;
    const { found, signedIn } = begun.value;
    if (signedIn !== null) {
      writers.forget(run);
      start(run, signedIn);
    }
    return ok(runner.progress(found));
  }
}

type JournalDeps = Pick<RunnerDeps, 'journal' | 'now' | 'signIn'>;

/**
 * Checks a run and begins it in the journal. `signedIn` is null for one that was begun before,
 * because commands may be sent twice.
 */
async function beginInJournal(
  run: RunId,
  { journal, now, signIn }: JournalDeps,
): Promise<Result<{ readonly found: JournalRun; readonly signedIn: SignedIn | null }, RunCommandProblem>> {
  const found = await journal.readRun(run);
  if (found === null) return failed({ code: 'no-such-run' });
  const { state, entries: expected } = found.record;
  if (state.kind !== 'preparing') return ok({ found, signedIn: null });
  const written = totalOf(found.counts);
  if (written !== expected) return failed({ code: 'run-incomplete', expected, found: written });
  const runs = await journal.listRuns();
  const other = runs.find((one) => isSameGroup(one, found) && isInTheWay(one, now()));
  if (other !== undefined) return failed({ code: 'run-in-progress', run: other.record.id });
  const signedIn = await signInAsReviewed(found.record, signIn);
  if (!signedIn.ok) return signedIn;
  const record = await journal.transitionRun(run, { kind: 'running' }, now());
  // It was cancelled during the sign-in, and removed.
  if (record === null) return failed({ code: 'no-such-run' });
  return ok({ found: { ...found, record }, signedIn: signedIn.value });
}
