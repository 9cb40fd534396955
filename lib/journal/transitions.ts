import type { AttributeId } from '../credential/attribute';
import type { Change } from '../credential/change';
import type { Baseline, EntryState, PauseReason, RunRecord, RunState } from './entry';
import { openEntriesOf, type EntryCounts } from './entry-counts';
import type { JournalRun } from './journal';

/*
 *   planned --> sent(1) --> in-doubt(1) --> sent(2) --> in-doubt(2) --> ...
 *      |           |             |
 *      |           +-> sent(2)   |     (read: not taken, or only the other way of clearing is left)
 *      |           +-> sent(1)   |     (read: evidence there twice; surplus is noted, then deleted)
 *      |           |             |
 *      +-----------+-------------+-->  applied | not-applied | rejected | conflict | cancelled
 *                                      (settled, for good)
 *
 * An open entry that becomes unreadable is `not-known`. The journal alone sets that: no transition
 * leads there, and none leads away.
 *
 * No entry moves backwards: `attempt` only grows, and a settled entry stays settled. `sent` is
 * written before the request leaves, so after a stop it means "may have left". From `sent` and
 * `in-doubt`, every transition needs an answer or a reading. A `planned` entry is `applied` without
 * a request when the platform has the wanted values already.
 */

/**
 * The state of an entry that was restored from a backup (run-backups.ts): its request may have
 * left, or may not.
 */
export const RESTORED = {
  kind: 'sent',
  attempt: 1,
  before: { kind: 'lost' },
} as const satisfies EntryState;

export type OpenState = Extract<EntryState, { readonly kind: 'planned' | 'sent' | 'in-doubt' }>;
export type SettledState = Exclude<EntryState, OpenState>;

/** The part of a state by which transitions are judged. A settled one has its kind alone. */
export type StandingState = OpenState | { readonly kind: SettledState['kind'] };

/** Whether nothing more happens to the entry. */
export function isSettled<S extends StandingState>(state: S): state is Exclude<S, OpenState> {
  return state.kind !== 'planned' && state.kind !== 'sent' && state.kind !== 'in-doubt';
}

/** How often the request of an entry that is open may have left. */
export function attemptsOf(state: StandingState): number {
  return state.kind === 'sent' || state.kind === 'in-doubt' ? state.attempt : 0;
}

/** The fields that had the wanted value before the first request, as far as that is known. */
export function thereBefore(baseline: Baseline): readonly AttributeId[] {
  return baseline.kind === 'lost' ? [] : baseline.there;
}

/** Whether an entry may go from one state to the other. */
export function mayTransition(from: StandingState, to: EntryState): boolean {
  if (isSettled(from) || to.kind === 'planned' || to.kind === 'not-known') return false;
  if (to.kind === 'sent') {
    // Surplus evidence that is to be deleted is noted without another attempt.
    const isNote = to.evidence?.surplus !== undefined && to.attempt > 0;
    return to.attempt === attemptsOf(from) + 1 || (isNote && to.attempt === attemptsOf(from));
  }
  if (to.kind === 'in-doubt') return from.kind === 'sent' && to.attempt === from.attempt;
  // The platform cannot have ignored fields of a request that was never sent.
  return to.kind !== 'not-applied' || from.kind !== 'planned';
}

/** Whether a pause may become one for another reason. */
function mayBecome(from: PauseReason, to: PauseReason): boolean {
  if (to.kind === 'other-account') return from.kind !== 'other-account';
  return from.kind === 'signed-out' && to.kind === 'asked';
}

/**
 * Whether a run may go from one state to the other. A run that is over stays over. A pause keeps
 * its reason, because one that the admin asked for would otherwise continue by itself at the next
 * sign-in. Only a pause for the sign-in may become one that was asked for, and any pause one for
 * another account: it does not continue by itself either.
 *
 * The pause after a trial ends only by the word that the trial was looked at. A "Resume" of an
 * earlier pause that comes late would send the rest unseen.
 */
export function mayTransitionRun(from: RunState, to: RunState): boolean {
  switch (from.kind) {
    case 'preparing':
      return (to.kind === 'running' && to.after === undefined) || to.kind === 'cancelled';
    case 'running':
      return to.kind === 'paused' || to.kind === 'finished' || to.kind === 'cancelled';
    case 'paused':
      if (to.kind === 'paused') return mayBecome(from.reason, to.reason);
      if (to.kind === 'running') return (from.reason.kind === 'trial') === (to.after === 'trial');
      return to.kind !== 'preparing';
    case 'finished':
    case 'cancelled':
      return false;
  }
}

/** The part of a run by which its transitions are judged. */
export interface StandingRun extends Pick<JournalRun, 'counts' | 'values' | 'isEndSeen'> {
  readonly record: Pick<RunRecord, 'state' | 'finishedAt'>;
}

/**
 * Whether the entries of a run may be deleted: it is over, none is open or may still be settled,
 * and they are still there.
 */
export function mayForget(run: StandingRun, at: number): boolean {
  return (isEnded(run) || isGivenUp(run, at)) && run.values.kind === 'kept';
}

/** After this time an open entry of a cancelled run is taken to stay open for ever. */
const NEVER_KNOWN_MS = 24 * 60 * 60 * 1000;

/**
 * Whether a run may be removed: it is over with no entry open, or has never begun. A cancelled run
 * with an open entry may go after a day: a credential that the platform no longer gives must not
 * keep it for ever.
 */
export function mayRemove(run: Pick<StandingRun, 'record' | 'counts'>, at: number): boolean {
  return run.record.state.kind === 'preparing' || isEnded(run) || isGivenUp(run, at);
}

/** Whether a run was cancelled so long ago that its open entries are taken to stay so for ever. */
function isGivenUp({ record: { state, finishedAt } }: Pick<StandingRun, 'record'>, at: number): boolean {
  return state.kind === 'cancelled' && finishedAt !== null && at - finishedAt > NEVER_KNOWN_MS;
}

/**
 * The counts of a run whose values are deleted. Entries that are still open can never be settled
 * then: those that were not begun are cancelled, of the others nothing is known.
 */
export function countsForgotten(counts: EntryCounts): EntryCounts {
  const { planned, sent } = counts;
  const begun = sent + counts['in-doubt'];
  return {
    ...counts,
    planned: 0,
    sent: 0,
    'in-doubt': 0,
    cancelled: counts.cancelled + planned,
    'not-known': counts['not-known'] + begun,
  };
}

/**
 * Whether a run was cancelled while writes were under way, and some of their outcomes are not known
 * yet.
 */
export function isUnsettled({ record, counts }: Pick<StandingRun, 'record' | 'counts'>): boolean {
  return record.state.kind === 'cancelled' && openEntriesOf(counts) > 0;
}

/**
 * Whether a panel may show for the first time how a run ended: no entry of it waits to be cancelled
 * any more.
 */
export function maySee(run: StandingRun): boolean {
  return !run.isEndSeen && (isEnded(run) || (isUnsettled(run) && run.counts.planned === 0));
}

/** Whether a run is over and no entry of it is open. */
export function isEnded({ record, counts }: Pick<StandingRun, 'record' | 'counts'>): boolean {
  const isOver = record.state.kind === 'finished' || record.state.kind === 'cancelled';
  return isOver && openEntriesOf(counts) === 0;
}

/**
 * The credits that a transition proves to be taken: those of a renewal that we sent and that is
 * there now. A renewal that was there before our first request was paid for by somebody else. After
 * a loss of the journal that is not known, and the renewal is taken to be ours.
 *
 * Example: expiry "2026-02-01" -> "2028-02-01", 1 credit, sent once. The platform shows
 * "2028-02-01": 1. It shows "2026-02-01" (not applied): 0. `there` was the expiry date: 0.
 */
export function creditsTaken(
  change: Pick<Change, 'renews' | 'credits'>,
  from: StandingState,
  to: EntryState,
): number {
  if (change.renews !== true || (from.kind !== 'sent' && from.kind !== 'in-doubt')) return 0;
  if (from.before.kind === 'read' && from.before.there.includes('expiry-date')) return 0;
  if (to.kind === 'applied') return change.credits;
  const isRenewed =
    (to.kind === 'not-applied' && !to.fields.includes('expiry-date')) ||
    (to.kind === 'conflict' && to.written !== undefined && to.written.includes('expiry-date'));
  return isRenewed ? change.credits : 0;
}
