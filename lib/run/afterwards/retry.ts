import type { Change } from '../../credential/change';
import type { Entry, RunProgress } from '../../journal/entry';
import { countTransition, NO_ENTRIES, totalOf } from '../../journal/entry-counts';
import { writtenFields } from './undo';

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

/** How many changes of a run are counted and cannot be read any more: which ones they are is not known. */
export function unreadableOf({ progress, entries }: FinishedRun): number {
  return Math.max(0, totalOf(progress.counts) - entries.length);
}

/**
 * A run and the one that went on with some of its credentials (what failed, tried again; conflicts, decided), as one
 * result: of what was tried twice, the second outcome.
 */
export function combineRuns(first: FinishedRun, second: FinishedRun): FinishedRun {
  const again = new Map(second.entries.map((entry) => [entry.credential, entry]));
  const entries = first.entries.map((entry) => {
    const later = again.get(entry.credential);
    return later === undefined ? entry : latest(entry, later);
  });
  const told = entries.reduce((sum, { state }) => countTransition(sum, null, state.kind), NO_ENTRIES);
  const counts = countTransition(told, null, 'not-known', unreadableOf(first) + unreadableOf(second));
  const creditsSpent = first.progress.creditsSpent + second.progress.creditsSpent;
  const { rest } = first.progress.run; // missing: not recorded
  const run = rest === undefined ? second.progress.run : { ...second.progress.run, rest };
  return { entries, progress: { ...second.progress, run, counts, creditsSpent } };
}

/** What the first run had written of a conflict is a part of the result: an undo takes it back too. */
function latest(first: Entry, second: Entry): Entry {
  const written = writtenFields(first.change, first.state);
  if (written.length === 0) return second;
  const isConflict = second.state.kind === 'conflict';
  if (!isConflict && writtenFields(second.change, second.state).length === 0) return first;
  const later = second.change.fields.map(({ attribute }) => attribute);
  const earlier = written.filter(({ attribute }) => !later.includes(attribute));
  const change = { ...second.change, fields: [...earlier, ...second.change.fields] };
  if (second.state.kind !== 'conflict') return { ...second, change };
  const before = earlier.map(({ attribute }) => attribute);
  return {
    ...second,
    change,
    state: { ...second.state, written: [...before, ...(second.state.written ?? [])] },
  };
}
