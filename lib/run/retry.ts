import type { Change } from '../credential/change';
import type { Entry, RunProgress } from '../journal/entry';
import { countMove, NO_ENTRIES } from '../journal/entry-counts';

/**
 * The changes of a run that are worth sending again as they were confirmed: what the platform refused (it may have been the
 * row's own data, or a bad hour) and what was cancelled. Not what it left out, which it would leave out again, and no
 * conflict: what somebody else wrote since is for the admin to look at. Each is compared with the platform anew before it
 * is written, like in any run.
 */
export function retryChanges(entries: readonly Entry[]): readonly Change[] {
  return entries
    .filter(({ state }) => state.kind === 'rejected' || state.kind === 'cancelled')
    .map(({ change }) => change);
}

/** A finished run: how it went, and what became of each of its changes. */
export interface FinishedRun {
  readonly progress: RunProgress;
  readonly entries: readonly Entry[];
}

/** A run and the one that tried its failed ones again, as one result: of what was tried twice, the second outcome. */
export function together(first: FinishedRun, second: FinishedRun): FinishedRun {
  const again = new Map(second.entries.map((entry) => [entry.credential, entry]));
  const entries = first.entries.map((entry) => again.get(entry.credential) ?? entry); // not tried again
  const counts = entries.reduce((sum, { state }) => countMove(sum, null, state.kind), NO_ENTRIES);
  const creditsSpent = first.progress.creditsSpent + second.progress.creditsSpent;
  return { entries, progress: { ...second.progress, counts, creditsSpent } };
}
