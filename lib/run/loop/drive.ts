import { assertNever } from '../../assert-never';
import { trialNow, type PauseReason, type RunId, type RunRecord } from '../../journal/entry';
import { openEntriesOf } from '../../journal/entry-counts';
import type { Journal } from '../../journal/journal';
import type { AccountMemory } from '../../platform/account-facts';
import { readAccount } from '../../platform/connect';
import type { Environment } from '../../platform/environment';
import type { Learn } from '../../platform/account-facts';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { SignedIn } from '../../platform/sign-in';
import { waited, type Sleep } from '../../platform/sleep';
import type { Clocks } from '../entry/freshness';
import { runLoop } from './loop';
import { signInAsReviewed, type SignInFor } from './sign-in-as-reviewed';
import { attributeFinder } from '../entry/field-state';

/** How the work on a run ended. `left`: it was stopped, or there was nothing to do. */
export type DriveEnd =
  | { readonly kind: 'finished' }
  | { readonly kind: 'paused'; readonly reason: PauseReason }
  | { readonly kind: 'left' };

export type AccountMemoryOf = (of: {
  readonly environment: Environment;
  readonly account: string;
}) => AccountMemory;

export interface DriveContext extends Clocks {
  readonly journal: Journal;
  readonly signIn: SignInFor;
  readonly sleep: Sleep;
  readonly stop: AbortSignal;
  /** Called for each entry that is settled, and each batch that is cancelled. */
  readonly onSettled: () => void;
  /** The memory of an account: its known facts, and the place for what is found out. */
  readonly accountMemory?: AccountMemoryOf;
}

const CANCEL_AT_ONCE = 1_000;
/**
 * Tries to sign in while the platform does not answer, before the run pauses, and the time between
 * them.
 */
const MOST_SIGN_INS = 5;
const SIGN_IN_AGAIN_MS = 30_000;

/**
 * Works on a run, as the journal has it, until no entry is open. On a cancelled run too, as long as
 * outcomes of it are not known. `given`: a sign-in that was just made for it; null: signs in first.
 */
export async function driveRun(run: RunId, given: SignedIn | null, context: DriveContext): Promise<DriveEnd> {
  const { journal } = context;
  const found = await journal.readRun(run);
  // It was removed.
  if (found === null) return { kind: 'left' };
  const { record } = found;
  const state = record.state.kind;
  if (state !== 'running' && state !== 'cancelled') return { kind: 'left' };
  const isCancelled = state === 'cancelled';
  // Each entry has a credential of its own, so the others may continue.
  if ((await journal.settleUnreadable(run)) > 0) context.onSettled();
  if (isCancelled) {
    await cancelPlanned(run, context);
    const rest = await journal.readRun(run);
    if (rest === null || openEntriesOf(rest.counts) === 0) return { kind: 'left' };
  }

  const signedIn = given === null ? await untilSignedIn(record, context) : given;
  if (signedIn === null) return { kind: 'left' };
  if ('kind' in signedIn) return isCancelled ? { kind: 'left' } : { kind: 'paused', reason: signedIn };
  const { client, connection } = signedIn;
  const first = isCancelled ? null : trialNow(record);
  const memory = context.accountMemory?.({ environment: record.environment, account: record.account.id });
  const facts = await memory?.known();
  let isMergeUnknown = memory !== undefined && facts?.custom === undefined;
  const learn: Learn = (name, is) => {
    if (name === 'custom') isMergeUnknown = false;
    memory?.learn(name, is);
  };
  const end = await runLoop(run, {
    ...context,
    client,
    attributeOf: attributeFinder(connection.customAttributes),
    group: record.group.id,
    environment: record.environment,
    learn,
    isMergeUnknown: () => isMergeUnknown,
    hasOwnIds: facts?.['own-ids'] !== undefined,
    isCancelled: () => isCancelled,
    ...(first !== null && { first }),
    isSameAccount: async () => {
      const account = await readAccount(client);
      // When that is not known now, the answer is taken to concern the row.
      return !account.ok || account.value.id === record.account.id;
    },
  });
  if (isCancelled || end.kind === 'stopped') return { kind: 'left' };
  if (end.kind === 'halted') return { kind: 'paused', reason: end.reason };
  // The last entries of a run may all be of its trial.
  const rest = first === null ? null : await journal.readRun(run);
  const isTrialOnly = rest !== null && openEntriesOf(rest.counts) > 0;
  return isTrialOnly ? { kind: 'paused', reason: { kind: 'trial' } } : { kind: 'finished' };
}

async function cancelPlanned(run: RunId, { journal, onSettled }: DriveContext): Promise<void> {
  while ((await journal.cancelPlanned(run, CANCEL_AT_ONCE)) === CANCEL_AT_ONCE) onSettled();
}

/** Signs in, or says why the run has to pause; null when it was stopped meanwhile. */
async function untilSignedIn(
  record: RunRecord,
  context: DriveContext,
): Promise<SignedIn | PauseReason | null> {
  for (let tries = 1; ; tries += 1) {
    const signedIn = await signInAsReviewed(record, context.signIn);
    if (signedIn.ok) return signedIn.value;
    const reason = pauseReasonOf(signedIn.problem, tries);
    if (reason.kind !== 'failures' || tries >= MOST_SIGN_INS) return reason;
    if (!(await waited(context.sleep, SIGN_IN_AGAIN_MS, context.stop))) return null;
  }
}

function pauseReasonOf(
  problem: PlatformProblem | { readonly code: 'other-account' },
  count: number,
): PauseReason {
  switch (problem.code) {
    case 'signed-out':
      return { kind: 'signed-out' };
    case 'other-account':
      return { kind: 'other-account' };
    case 'not-allowed':
      return { kind: 'forbidden', words: problem.by };
    case 'forbidden':
    case 'not-found':
      return { kind: 'forbidden', words: problem.words };
    case 'refused':
    case 'server-fault':
      return { kind: 'failures', count, words: problem.words };
    case 'throttled':
    case 'unreachable':
    case 'unexpected-answer':
      return { kind: 'failures', count, words: '' };
    default:
      return assertNever(problem);
  }
}
