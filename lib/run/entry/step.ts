import { assertNever } from '../../assert-never';
import type { Entry } from '../../journal/entry';
import { isSettled, type SettledState } from '../../journal/transitions';
import type { PlatformProblem } from '../../platform/platform-problem';
import { readCredential } from '../../platform/read-credential';
import type { FreshCredential } from '../../platform/wire-credential';
import { isOlder, momentOf } from './freshness';
import { decide } from './decide';
import { duplicateEvidenceOf } from './duplicate-evidence';
import { searchedFieldStatesOf, fieldStatesOf } from './field-state';
import type { DoubtfulProblem, StepContext, StepEnd } from './step-context';
import { firstReadDelayMs, mayStillArrive, settleDelayMs } from './settle-delay';
import { READ_FRESH_MS, writeEntry, type WriteOutcome } from './write-entry';

/** In one go, before an entry is put off; and over all goes, before it is given up for good. */
const ATTEMPTS_IN_ONE_GO = 3;
const MOST_ATTEMPTS = 10;

/**
 * Takes one entry as far as it goes: read it, decide, write down what is to be sent, send it, read it back, write down
 * what became of it. Each durable step comes before the next request, so that it can be stopped after any of them.
 * Rejects with a JournalFault only; then nothing was sent without its intent.
 */
export async function takeStep(entry: Entry, context: StepContext): Promise<StepEnd> {
  const { client, journal } = context;
  let current = entry;
  let doubt: DoubtfulProblem | null = null;
  const attemptsBefore =
    current.state.kind === 'sent' || current.state.kind === 'in-doubt' ? current.state.attempt : 0;

  let late = 0;
  const written = await writeFromBatchRead();
  if (written !== null) return written;

  for (;;) {
    const readAt = context.ticks();
    const fresh = await readCredential(client, entry.credential);
    const gotAt = momentOf(context);
    if (!fresh.ok) return unread(current, fresh.problem, context);
    if (isSettled(current.state)) throw new Error('a settled entry was taken up');
    const decision = decide({
      state: current.state,
      change: entry.change,
      fields: standing(fresh.value),
      group: context.group,
      groupNow: fresh.value.credential.groupId,
      isCancelled: context.isCancelled(),
      mostAttempts: Math.min(attemptsBefore + ATTEMPTS_IN_ONE_GO, MOST_ATTEMPTS) + late,
    });
    // What is there was taken. Whatever else is decided rests on its not having been, which is not known yet.
    const isThere = decision.kind === 'settle' && decision.state.kind === 'applied';
    const quiet = isThere ? 0 : settleDelayLeft(readAt);
    if (quiet > 0) {
      if (!(await context.wait(quiet))) return { kind: 'left' };
      continue;
    }
    switch (decision.kind) {
      case 'settle':
        return settle(settledAs(decision.state, fresh.value), null);
      case 'give-up':
        return giveUp(decision.left && settledAs(decision.left, fresh.value));
      case 'write': {
        if (context.isStopped()) return { kind: 'left' };
        // Longer after each time: a pace that is slow for good must not keep it from ever being written.
        const believedMs = READ_FRESH_MS * 2 ** late;
        const basis = { current: fresh.value, isTooLate: () => isOlder(gotAt, believedMs, context) };
        const end = await endOf(await writeEntry(current, decision, basis, context));
        if (end !== null) return end;
        break;
      }
      default:
        return assertNever(decision);
    }
  }

  /**
   * Writes without a reading of its own what a look at many showed to be just as it was at the review. Null: it was not, or
   * it is to be looked at again.
   */
  async function writeFromBatchRead(): Promise<StepEnd | null> {
    if (current.state.kind !== 'planned' || context.isCancelled()) return null;
    const seen = await context.batchRead(current);
    if (seen === null || seen.credential.groupId !== context.group) return null;
    const fields = searchedFieldStatesOf(entry.change, seen.credential, context.attributeOf);
    if (fields.some(({ is }) => is !== 'before')) return null;
    if (context.isStopped()) return { kind: 'left' };
    const decision = {
      kind: 'write',
      fields: entry.change.fields,
      clearedAs: null,
      taken: false,
      there: [],
    } as const;
    return endOf(await writeEntry(current, decision, { current: null, isTooLate: seen.isTooLate }, context));
  }

  /** How a write ended the go; null when the entry is to be read and decided anew. */
  async function endOf(write: WriteOutcome): Promise<StepEnd | null> {
    switch (write.kind) {
      case 'settle':
        if (write.state.kind === 'applied') context.noteWritten(entry);
        return settle(write.state, null);
      case 'doubt':
        current = write.entry;
        doubt = write.problem;
        context.noteInFlight(entry, mayStillArrive(doubt) ? context.ticks() : null);
        return (await context.wait(firstReadDelayMs(doubt))) ? null : { kind: 'left' };
      case 'too-late':
        // Nothing of this attempt is under way, and it is not counted as one.
        current = write.entry;
        late += 1;
        context.noteInFlight(entry, null);
        return null;
      default:
        return write;
    }
  }

  function standing(fresh: FreshCredential) {
    return fieldStatesOf(entry.change, fresh.credential, context.attributeOf);
  }

  /** How long to wait before it is read again, when a write of before may have arrived since a reading that began then. */
  function settleDelayLeft(readAt: number): number {
    const since = context.lastInFlight(current);
    if (since === null) return 0;
    const quietFrom = since + settleDelayMs(entry.change);
    return readAt >= quietFrom ? 0 : Math.max(1, quietFrom - context.ticks());
  }

  /** What is there by our own request may be there twice. */
  function settledAs(state: SettledState, { credential }: FreshCredential): SettledState {
    const doubled = duplicateEvidenceOf(entry.change, credential.detail.evidence);
    const isOurs = current.state.kind !== 'planned' && doubled.length > 0;
    return isOurs && (state.kind === 'applied' || state.kind === 'not-applied')
      ? { ...state, doubled }
      : state;
  }

  async function settle(state: SettledState, fault: PlatformProblem | null): Promise<StepEnd> {
    await journal.transitionEntry(entry.run, entry.position, state);
    return { kind: 'settled', fault };
  }

  /**
   * Reading shows each time that it was not taken, or only a part of it. A 500 can be the row's own data; anything else may
   * pass.
   */
  async function giveUp(left: SettledState | null): Promise<StepEnd> {
    const isOwnFault = doubt?.code === 'server-fault' && doubt.status === 500;
    const attempt =
      current.state.kind === 'in-doubt' || current.state.kind === 'sent' ? current.state.attempt : 0;
    if (!isOwnFault && attempt < MOST_ATTEMPTS)
      return { kind: 'put-off', problem: doubt ?? { code: 'unreachable' } };
    const fault: DoubtfulProblem = doubt ?? { code: 'unreachable' };
    if (left !== null) return settle(left, fault);
    const said = fault.code === 'server-fault' ? fault : { status: 0, words: '' };
    return settle({ kind: 'rejected', status: said.status, words: said.words }, fault);
  }
}

/** The credential cannot be read. Nothing was sent in this go. */
async function unread(entry: Entry, problem: PlatformProblem, context: StepContext): Promise<StepEnd> {
  switch (problem.code) {
    case 'signed-out':
      return { kind: 'halt', reason: { kind: 'signed-out' } };
    case 'forbidden':
      return { kind: 'halt', reason: { kind: 'forbidden', words: problem.words } };
    case 'not-found':
    case 'refused': {
      // To another account the credential is not there either: then it is not this row that is wrong.
      if (!(await context.isSameAccount())) return { kind: 'halt', reason: { kind: 'other-account' } };
      const status = problem.code === 'refused' ? problem.status : 404;
      const state = { kind: 'rejected', status, words: problem.words } as const;
      await context.journal.transitionEntry(entry.run, entry.position, state);
      return { kind: 'settled', fault: null };
    }
    case 'server-fault': {
      // A 500 can be of this one credential, and nothing of it was sent: the others go on.
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
