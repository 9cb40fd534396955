import type { Change } from '../credential/change';
import type { EntryState, RunState } from './entry';
import { openEntriesOf } from './entry-counts';
import type { JournalRun } from './journal';

/*
 *   planned --> sent(1) --> in-doubt(1) --> sent(2) --> in-doubt(2) --> ...
 *      |           |             |
 *      |           +-> sent(2)   |        (it was read that the first one was not taken, or only the other way of clearing is)
 *      |           |             |
 *      +-----------+-------------+-->  applied | not-applied | rejected | conflict | cancelled      (settled, for good)
 *
 * What is open and cannot be read any more becomes `not-known`, by the journal alone: no move leads there, and none away.
 *
 * No entry moves backwards: `attempt` only grows, and what is settled stays. `sent` is written before the request leaves,
 * so after a stop it means "may have left". From `sent` and `in-doubt` every move needs an answer or a reading; a
 * `planned` one is `applied` without a request when the platform has the wanted values already.
 */

/** Where an entry begins anew whose journal was lost (run-backups.ts): its request may have left, or may not. */
export const RESTORED = { kind: 'sent', attempt: 1, restored: true } as const satisfies EntryState;

export type SettledState = Exclude<EntryState, { readonly kind: 'planned' | 'sent' | 'in-doubt' }>;

/** Whether nothing more happens to the entry. */
export function isSettled(state: EntryState): state is SettledState {
  return state.kind !== 'planned' && state.kind !== 'sent' && state.kind !== 'in-doubt';
}

/** Whether an entry may go from one state to the other. */
export function mayTransition(from: EntryState, to: EntryState): boolean {
  if (isSettled(from) || to.kind === 'planned' || to.kind === 'not-known') return false;
  const attempts = from.kind === 'planned' ? 0 : from.attempt;
  if (to.kind === 'sent') return to.attempt === attempts + 1;
  if (to.kind === 'in-doubt') return from.kind === 'sent' && to.attempt === attempts;
  // What was not sent cannot have been left out by the platform.
  return to.kind !== 'not-applied' || from.kind !== 'planned';
}

/**
 * Whether a run may go from one state to the other. A run that is over stays so. A pause stays the one that it is, whatever else is found
 * afterwards: one that somebody asked for would else go on by itself once somebody signs in. That one can still be asked for.
 */
export function mayTransitionRun(from: RunState, to: RunState): boolean {
  switch (from.kind) {
    case 'preparing':
      return to.kind === 'running' || to.kind === 'cancelled';
    case 'running':
      return to.kind === 'paused' || to.kind === 'finished' || to.kind === 'cancelled';
    case 'paused':
      if (to.kind === 'paused') return from.reason.kind === 'signed-out' && to.reason.kind === 'asked';
      return to.kind !== 'preparing';
    case 'finished':
    case 'cancelled':
      return false;
  }
}

/** Whether a run is over and nothing of it is open any more: its entries may be forgotten. */
export function mayForget(run: JournalRun): boolean {
  return isEnded(run) && run.forgotten !== true;
}

/** After so long it is not thought that what became of an entry of a cancelled run will ever be known. */
const NEVER_KNOWN_MS = 24 * 60 * 60 * 1000;

/**
 * Whether nothing would be lost but what is told of it: it is over with nothing open, or has never begun. A cancelled one of
 * which something stays open (a credential that the platform gives no more) is not to be kept for ever by that.
 */
export function mayRemove(run: JournalRun, at: number): boolean {
  const { state, finishedAt } = run.record;
  if (state.kind === 'preparing' || isEnded(run)) return true;
  return state.kind === 'cancelled' && finishedAt !== null && at - finishedAt > NEVER_KNOWN_MS;
}

/** Whether a run is over and it is not known of all of it what became of it: it was cancelled while writes were under way. */
export function isUnsettled({ record, counts }: Pick<JournalRun, 'record' | 'counts'>): boolean {
  return record.state.kind === 'cancelled' && openEntriesOf(counts) > 0;
}

/** Whether a panel may have shown how a run ended, as far as that is known: nothing of it waits to be cancelled any more. */
export function maySee(run: JournalRun): boolean {
  return run.seen !== true && (isEnded(run) || (isUnsettled(run) && run.counts.planned === 0));
}

/** Whether a run is over and nothing of it is open any more. */
export function isEnded({ record, counts }: Pick<JournalRun, 'record' | 'counts'>): boolean {
  const isOver = record.state.kind === 'finished' || record.state.kind === 'cancelled';
  return isOver && openEntriesOf(counts) === 0;
}

/**
 * Credits that a move says were surely taken: those of a renewal that we sent and that is there now. One that was there before
 * we sent anything was paid for by somebody else.
 */
export function creditsTaken(change: Change, from: EntryState, to: EntryState): number {
  if (change.renews !== true || (from.kind !== 'sent' && from.kind !== 'in-doubt')) return 0;
  // Of one that was restored it is not known who did it; we were about to. Nothing there: it was not.
  if (from.restored !== true && from.there?.includes('expiry-date') === true) return 0;
  if (to.kind === 'applied') return change.credits;
  const isRenewed =
    (to.kind === 'not-applied' && !to.fields.includes('expiry-date')) ||
    (to.kind === 'conflict' && to.written?.includes('expiry-date') === true); // nothing written: none was
  return isRenewed ? change.credits : 0;
}
