import { assertNever } from '../../assert-never';
import type { Entry } from '../../journal/entry';
import { attemptsOf, isSettled, type SettledState } from '../../journal/transitions';
import { thereBeforeUs } from '../../journal/written-fields';
import type { PlatformProblem } from '../../platform/platform-problem';
import { readCredential, soughtBy } from '../../platform/read-credential';
import type { FreshCredential } from '../../platform/wire-credential';
import { decide, type Decision } from './decide';
import { fieldStatesOf, searchedFieldStatesOf } from './field-state';
import { publicPageOf } from './public-page';
import { mayBeOlder, momentOf } from './freshness';
import { firstReadDelayMs, mayStillArrive, settleDelayMs } from './settle-delay';
import type { DoubtfulProblem, StepContext, StepEnd } from './step-context';
import { withoutSurplus } from './remove-surplus';
import { READ_FRESH_MS, writeEntry, type WriteOutcome } from './write-entry';

/**
 * Attempts in one step, before an entry is put off; and in all steps, before it is given up for
 * good.
 */
const ATTEMPTS_IN_ONE_STEP = 3;
const MOST_ATTEMPTS = 10;

/** Facts that a step has gathered so far. */
interface Step {
  readonly context: StepContext;
  /** The entry as the step began with it. */
  readonly entry: Entry;
  /** The entry as the journal has it. */
  current: Entry;
  /** Why it is not known whether the last write was taken. */
  doubt: DoubtfulProblem | null;
  /** Writes that were not sent because their turn came too late. */
  late: number;
}

/**
 * Takes one entry as far as it goes: reads it, decides, records what is to be sent, sends it, reads
 * it back, records the outcome. Each record is durable before the next request leaves, so that a
 * step can be stopped anywhere. Rejects with a JournalFault only; then nothing was sent without its
 * intent.
 */
export async function takeStep(entry: Entry, context: StepContext): Promise<StepEnd> {
  const step: Step = { context, entry, current: entry, doubt: null, late: 0 };
  const end = await writeFromBatchRead(step);
  if (end !== null) return end;

  for (;;) {
    const readAt = context.ticks();
    const fresh = await readCredential(context.client, soughtBy(entry.change));
    const gotAt = momentOf(context);
    if (!fresh.ok) return unread(step.current, fresh.problem, context);
    if (fresh.value.hasOwnId) context.noteOwnIds();
    const decision = decisionOf(step, fresh.value);
    // Wanted values that are there were taken. Any other decision assumes that a write was not,
    // which may not be known yet.
    const isThere = decision.kind === 'settle' && decision.state.kind === 'applied';
    const delay = isThere ? 0 : settleDelayLeft(step, readAt);
    if (delay > 0) {
      if (!(await context.wait(delay))) return { kind: 'left' };
      continue;
    }
    switch (decision.kind) {
      case 'settle':
        return settleRead(step, withReading(step, decision.state, fresh.value), fresh.value, null);
      case 'give-up':
        return giveUp(step, decision.left && withReading(step, decision.left, fresh.value), fresh.value);
      case 'write': {
        if (context.isStopped()) return { kind: 'left' };
        // Longer after each late turn: a pace that stays slow must not keep the entry from ever
        // being written.
        const freshMs = READ_FRESH_MS * 2 ** step.late;
        const basis = { current: fresh.value, isTooLate: () => mayBeOlder(gotAt, freshMs, context) };
        const written = await endOf(step, await writeEntry(step.current, decision, basis, context));
        if (written !== null) return written;
        break;
      }
      default:
        return assertNever(decision);
    }
  }
}

/**
 * Writes an entry without reading it by itself, when a batch read shows each field as it was at the
 * review. Null when it does not, or when the entry is to be read after the write.
 */
async function writeFromBatchRead(step: Step): Promise<StepEnd | null> {
  const { context, current } = step;
  if (current.state.kind !== 'planned' || context.isCancelled()) return null;
  const read = await context.batchRead(current);
  if (read === null || read.credential.groupId !== context.group) return null;
  const fields = searchedFieldStatesOf(current.change, read.credential, context.attributeOf);
  if (fields.some(({ is }) => is !== 'before')) return null;
  if (context.isStopped()) return { kind: 'left' };
  const decision = {
    kind: 'write',
    fields: current.change.fields,
    clearedAs: null,
    taken: false,
    there: [],
  } as const;
  const basis = { current: null, isTooLate: read.isTooLate };
  return endOf(step, await writeEntry(current, decision, basis, context));
}

function decisionOf({ context, entry, current, late }: Step, fresh: FreshCredential): Decision {
  if (isSettled(current.state)) throw new Error('a step was taken with a settled entry');
  return decide({
    state: current.state,
    fields: fieldStatesOf(current.change, fresh.credential, context.attributeOf),
    group: context.group,
    groupNow: fresh.credential.groupId,
    isCancelled: context.isCancelled(),
    mostAttempts: Math.min(attemptsOf(entry.state) + ATTEMPTS_IN_ONE_STEP, MOST_ATTEMPTS) + late,
  });
}

/** How a write ended the step; null when the entry is to be read and decided again. */
async function endOf(step: Step, outcome: WriteOutcome): Promise<StepEnd | null> {
  const { context } = step;
  switch (outcome.kind) {
    case 'settle':
      if (outcome.state.kind === 'applied') context.noteWritten(step.entry, outcome.leftAt);
      if (outcome.read === null) return settle(step, outcome.state, null);
      step.current = outcome.read.entry;
      return settleRead(step, outcome.state, outcome.read.fresh, null);
    case 'doubt':
      step.current = outcome.entry;
      step.doubt = outcome.problem;
      context.noteInFlight(step.current, mayStillArrive(outcome.problem) ? context.ticks() : null);
      return (await context.wait(firstReadDelayMs(outcome.problem))) ? null : { kind: 'left' };
    case 'too-late':
      // Nothing of this attempt is in flight, and it does not count.
      step.current = outcome.entry;
      step.late += 1;
      context.noteInFlight(step.current, null);
      return null;
    default:
      return outcome;
  }
}

/**
 * Milliseconds to wait before the entry is read again: an earlier write may have arrived since a
 * reading from `readAt` on.
 */
function settleDelayLeft({ context, current }: Step, readAt: number): number {
  const since = context.lastInFlight(current);
  if (since === null) return 0;
  const settledFrom = since + settleDelayMs(current.change);
  return readAt >= settledFrom ? 0 : Math.max(1, settledFrom - context.ticks());
}

/** Adds the address of the public page. */
function withReading({ context, current }: Step, state: SettledState, fresh: FreshCredential): SettledState {
  const isRead = state.kind === 'applied' || state.kind === 'not-applied' || state.kind === 'conflict';
  if (!isRead) return state;
  return { ...state, ...publicPageOf(current.change, fresh, context.environment) };
}

/**
 * Settles an entry by a reading of its credential. Evidence that is there more than once by our own
 * requests is taken away before. Nothing of ours can be there where nothing was sent.
 */
async function settleRead(
  step: Step,
  state: SettledState,
  fresh: FreshCredential,
  fault: PlatformProblem | null,
): Promise<StepEnd> {
  const isTaken = state.kind === 'applied' || state.kind === 'not-applied';
  if (!isTaken || step.current.state.kind === 'planned') return settle(step, state, fault);
  const healed = await withoutSurplus(step.current, fresh, step.context);
  if (healed.kind !== 'read') return healed;
  step.current = healed.entry;
  const { doubled } = healed;
  return settle(step, { ...state, ...(doubled.length > 0 && { doubled }) }, fault);
}

async function settle(
  { context, current }: Step,
  state: SettledState,
  fault: PlatformProblem | null,
): Promise<StepEnd> {
  const there = thereBeforeUs(current);
  const isTaken = state.kind === 'applied' || state.kind === 'not-applied';
  const noted = isTaken && there.length > 0 ? { ...state, there } : state;
  await context.journal.transitionEntry(current.run, current.position, noted);
  return { kind: 'settled', fault };
}

/**
 * Ends the step of an entry of which reading shows each time that it was not taken, or only in
 * part. A 500 can come from the row's own data and settles it. Anything else may pass: the entry is
 * put off until it was sent ten times.
 */
async function giveUp(step: Step, left: SettledState | null, fresh: FreshCredential): Promise<StepEnd> {
  const { doubt, current } = step;
  const isOwnFault = doubt?.code === 'server-fault' && doubt.status === 500;
  const fault: DoubtfulProblem = doubt ?? { code: 'unreachable' };
  if (!isOwnFault && attemptsOf(current.state) < MOST_ATTEMPTS) return { kind: 'put-off', problem: fault };
  if (left !== null) return settleRead(step, left, fresh, fault);
  const said = fault.code === 'server-fault' ? fault : { status: 0, words: '' };
  return settle(step, { kind: 'rejected', status: said.status, words: said.words }, fault);
}

/**
 * Ends the step of an entry whose credential cannot be read. Nothing was sent since it was read
 * last.
 */
async function unread(entry: Entry, problem: PlatformProblem, context: StepContext): Promise<StepEnd> {
  switch (problem.code) {
    case 'signed-out':
      return { kind: 'halt', reason: { kind: 'signed-out' } };
    case 'forbidden':
      return { kind: 'halt', reason: { kind: 'forbidden', words: problem.words } };
    case 'not-allowed':
      return { kind: 'halt', reason: { kind: 'forbidden', words: problem.by } };
    case 'not-found':
    case 'refused': {
      // Another account does not see the credential either: then the row is not at fault.
      if (!(await context.isSameAccount())) return { kind: 'halt', reason: { kind: 'other-account' } };
      const status = problem.code === 'refused' ? problem.status : 404;
      const state = { kind: 'rejected', status, words: problem.words } as const;
      await context.journal.transitionEntry(entry.run, entry.position, state);
      return { kind: 'settled', fault: null };
    }
    case 'server-fault': {
      // A 500 can come from this one credential. When nothing of it was sent, it is rejected and
      // the others continue.
      if (problem.status !== 500 || entry.state.kind !== 'planned') return { kind: 'put-off', problem };
      const state = { kind: 'rejected', status: 500, words: problem.words } as const;
      await context.journal.transitionEntry(entry.run, entry.position, state);
      return { kind: 'settled', fault: problem };
    }
    case 'throttled':
    case 'unreachable':
    case 'unexpected-answer':
      return { kind: 'put-off', problem };
    default:
      return assertNever(problem);
  }
}
