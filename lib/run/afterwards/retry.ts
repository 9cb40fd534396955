import type { AttributeId } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import type { Entry, RunProgress } from '../../journal/entry';
import { countTransition, NO_ENTRIES, totalOf } from '../../journal/entry-counts';
import { extentOf, writtenByOthers, writtenFields } from '../../journal/written-fields';

/**
 * The changes of a run that can be sent again as they were confirmed: those that the platform
 * rejected, perhaps because of a passing fault, and those that were cancelled. Not those that it
 * ignored, which it would ignore again, and no conflicts, which the admin has to decide. Each is
 * compared with the platform again before it is written, as in any run.
 */
export function retryChanges(entries: readonly Entry[]): readonly Change[] {
  return entries
    .filter(({ state }) => state.kind === 'rejected' || state.kind === 'cancelled')
    .map(({ change }) => change);
}

/** A finished run, and the outcome of each of its changes. */
export interface FinishedRun {
  readonly progress: RunProgress;
  readonly entries: readonly Entry[];
}

/**
 * Counts the changes of a run that are counted and cannot be read any more. Which ones they are is
 * not known.
 */
export function unreadableOf({ progress, entries }: FinishedRun): number {
  return Math.max(0, totalOf(progress.counts) - entries.length);
}

/**
 * Combines a run and the one that continued some of its credentials (failed ones tried again,
 * conflicts decided) into one result. A credential of both has its second outcome.
 */
export function combineRuns(first: FinishedRun, second: FinishedRun): FinishedRun {
  const again = new Map(second.entries.map((entry) => [entry.credential, entry]));
  const entries = first.entries.map((entry) => {
    const later = again.get(entry.credential);
    return later === undefined ? entry : latest(entry, later);
  });
  const known = entries.reduce((sum, { state }) => countTransition(sum, null, state.kind), NO_ENTRIES);
  const counts = countTransition(known, null, 'not-known', unreadableOf(first) + unreadableOf(second));
  const partly = entries.filter((entry) => extentOf(entry) === 'part').length;
  const creditsSpent = first.progress.creditsSpent + second.progress.creditsSpent;
  const { rest } = first.progress.run;
  const run = rest === undefined ? second.progress.run : { ...second.progress.run, rest };
  return { entries, progress: { ...second.progress, run, counts, partly, creditsSpent } };
}

/**
 * The second outcome, and what the first run had written of the credential: an undo takes that back
 * too.
 */
function latest(first: Entry, second: Entry): Entry {
  const written = writtenFields(first.change, first.state);
  // A value that the second run found there may have been written by a request of the first.
  const { kind } = first.state;
  if (kind === 'not-known' || kind === 'rejected') return withThere(second, []);
  if (written.length === 0) return second;
  const isConflict = second.state.kind === 'conflict';
  if (!isConflict && writtenFields(second.change, second.state).length === 0) return first;
  const later = second.change.fields.map(({ attribute }) => attribute);
  const earlier = written.filter(({ attribute }) => !later.includes(attribute));
  const change = { ...second.change, fields: [...earlier, ...second.change.fields] };
  if (second.state.kind !== 'conflict') {
    const isEarlier = (id: AttributeId) => earlier.some(({ attribute }) => attribute === id);
    const there = [...writtenByOthers(first.state).filter(isEarlier), ...writtenByOthers(second.state)];
    return withThere({ ...second, change }, there);
  }
  const before = earlier.map(({ attribute }) => attribute);
  return {
    ...second,
    change,
    state: { ...second.state, written: [...before, ...(second.state.written ?? [])] },
  };
}

/** An entry with other fields as those that somebody else has written. */
function withThere(entry: Entry, there: readonly AttributeId[]): Entry {
  if (entry.state.kind !== 'applied' && entry.state.kind !== 'not-applied') return entry;
  const { there: _before, ...state } = entry.state;
  return { ...entry, state: { ...state, ...(there.length > 0 && { there }) } };
}
