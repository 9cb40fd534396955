import type { PauseReason, RunId } from '../../journal/entry';
import type { SignedIn } from '../../platform/sign-in';
import { failed, ok, type Result } from '../../result';
import type { RunCommandProblem } from './run-command-problem';
import type { RunUpdates } from './run-updates';
import type { RunWork, RunWorkDeps } from './run-work';
import { signInAsReviewed } from './sign-in-as-reviewed';

type SteeringDeps = Pick<RunWorkDeps, 'journal' | 'now' | 'signIn'>;
type Steered = Result<null, RunCommandProblem>;

interface Notices {
  readonly updates: RunUpdates;
  readonly notify: (run: RunId) => void;
  readonly start: RunWork['start'];
}

interface Steering {
  pause(run: RunId): Promise<Steered>;
  cancel(run: RunId): Promise<Steered>;
  /** `isMeant`: says for which pauses; missing: for any. */
  resume(run: RunId, after?: 'trial', isMeant?: (reason: PauseReason) => boolean): Promise<Steered>;
}

/** The pause that ends by itself. */
export const isForSignIn = ({ kind }: PauseReason) => kind === 'signed-out';

/** Creates the commands that pause, resume and cancel runs. */
export function createSteering(
  deps: SteeringDeps,
  work: RunWork,
  { updates, notify, start }: Notices,
): Steering {
  const { journal, now } = deps;
  /**
   * Counts the requests to pause, by which a "Resume" that is older than the latest one is
   * recognised.
   */
  const pauses = new Map<RunId, number>();
  const pausesOf = (run: RunId) => pauses.get(run) ?? 0; // a count: never paused
  const countPause = (run: RunId) => pauses.set(run, pausesOf(run) + 1);

  return {
    async pause(run) {
      countPause(run);
      if ((await journal.readRun(run)) === null) return failed({ code: 'no-such-run' });
      // Whatever the run is doing, also while it signs in to continue: the journal knows which
      // pause may follow.
      await work.pause(run, { kind: 'asked' });
      // Again: a "Resume" that began since may have read the run as it was before.
      countPause(run);
      return ok(null);
    },
    async resume(run, after, isMeant = () => true) {
      const before = pausesOf(run);
      // Requests from before the pause may still be under way.
      await work.ended(run);
      const signedIn = await signInToResume(run, deps, isMeant);
      if (!signedIn.ok) {
        // Somebody else has signed in since: that is what it waits for now.
        if (signedIn.problem.code === 'other-account') await work.pause(run, { kind: 'other-account' });
        return signedIn;
      }
      if (signedIn.value === null) {
        // It runs, and only the journal's fault holds it up: the disk may have room again.
        if (work.faults.of(run) !== undefined && !work.isWorking(run)) start(run);
        return ok(null);
      }
      // The admin pressed "Pause" meanwhile: that came later, and holds.
      if (pausesOf(run) !== before) return ok(null);
      const to = { kind: 'running', ...(after !== undefined && { after }) } as const;
      // Null: it waits for another word than this one, or was cancelled meanwhile.
      if ((await journal.transitionRun(run, to, now())) === null) return ok(null);
      start(run, signedIn.value);
      return ok(null);
    },
    async cancel(run) {
      const found = await journal.readRun(run);
      if (found === null) return failed({ code: 'no-such-run' });
      if (found.record.state.kind === 'preparing' && (await journal.removeRun(run))) {
        updates.notify(run);
      } else if ((await journal.transitionRun(run, { kind: 'cancelled' }, now())) !== null) {
        work.faults.end(run);
        work.stop(run);
        notify(run);
        start(run);
      }
      return ok(null);
    },
  };
}

/** Signs in for a paused run; null when it is not paused, or for another reason than is meant. */
async function signInToResume(
  run: RunId,
  { journal, signIn }: SteeringDeps,
  isMeant: (reason: PauseReason) => boolean,
): Promise<Result<SignedIn | null, RunCommandProblem>> {
  const found = await journal.readRun(run);
  if (found === null) return failed({ code: 'no-such-run' });
  const { state } = found.record;
  return state.kind === 'paused' && isMeant(state.reason) ? signInAsReviewed(found.record, signIn) : ok(null);
}
