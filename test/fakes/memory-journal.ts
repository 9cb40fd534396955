import { extentOf } from '../../lib/journal/written-fields';
import type { Change } from '../../lib/credential/change';
import {
  recordIn,
  type Entry,
  type EntryState,
  type RunId,
  type RunRecord,
  type RunState,
} from '../../lib/journal/entry';
import { countTransition, NO_ENTRIES } from '../../lib/journal/entry-counts';
import { JournalFault, newRun, type Journal, type JournalRun } from '../../lib/journal/journal';
import {
  countsForgotten,
  creditsTaken,
  isSettled,
  mayForget,
  mayTransition,
  mayTransitionRun,
  mayRemove,
  maySee,
  RESTORED,
} from '../../lib/journal/transitions';

interface Held {
  run: JournalRun;
  entries: Entry[];
}

export interface MemoryJournalOptions {
  /** Whether another version wrote the entry at a position in its own way (none). */
  readonly isUnreadable?: (position: number) => boolean;
  /** Copies what goes in and out, so that nobody holds what the journal holds. */
  readonly copy?: <T>(value: T) => T;
}

/** A Journal in memory, for tests: it passes the same contract suite as the durable one. */
export function createMemoryJournal(options: MemoryJournalOptions = {}): Journal {
  const { isUnreadable = () => false, copy = structuredClone } = options;
  const runs = new Map<RunId, Held>();
  const readable = (entries: readonly Entry[]) =>
    entries.filter(({ position, state }) => state.kind === 'not-known' || !isUnreadable(position));
  const checked = (entries: readonly Entry[]) => {
    if (readable(entries).length < entries.length) throw new JournalFault('damaged');
    return entries;
  };

  return {
    createRun: later((record: RunRecord) => {
      if (runs.has(record.id)) throw new Error('the run is there already');
      runs.set(record.id, { run: copy(newRun(record, NO_ENTRIES)), entries: [] });
    }),
    restoreRun: later((record: RunRecord, changes: readonly Change[]) => {
      if (runs.has(record.id)) return;
      const counts = countTransition(NO_ENTRIES, null, RESTORED.kind, changes.length);
      const entries = changes.map((change, position) => ({
        run: record.id,
        credential: change.credential,
        position,
        change,
        state: RESTORED,
      }));
      runs.set(record.id, { run: copy(newRun(record, counts)), entries: copy(entries) });
    }),
    restoreEnded: later((run: JournalRun, entries: readonly Entry[]) => {
      const { id } = run.record;
      if (runs.has(id)) return;
      // Entries that nobody could read are missing: each has its own place.
      const held: Entry[] = [];
      for (const entry of entries) held[entry.position] = copy(entry);
      runs.set(id, { run: copy(run), entries: held });
    }),
    removeRun: later((id: RunId) => {
      const held = runs.get(id);
      if (held !== undefined && held.run.record.state.kind !== 'preparing') return false;
      runs.delete(id);
      return true;
    }),
    forgetEntries: later((id: RunId, at: number) => {
      const held = runs.get(id);
      if (held === undefined || !mayForget(held.run, at)) return false;
      held.entries = [];
      const counts = countsForgotten(held.run.counts);
      held.run = { ...held.run, counts, values: { kind: 'deleted', at } };
      return true;
    }),
    countUnreadable: later(() => 0),
    settleUnreadable: later((id: RunId) => {
      const held = runs.get(id);
      if (held === undefined) return 0;
      const lost = held.entries.filter((one) => isUnreadable(one.position) && !isSettled(one.state));
      for (const entry of lost) {
        const state = { kind: 'not-known' } as const;
        held.entries[entry.position] = { ...entry, state };
        const counts = countTransition(held.run.counts, entry.state.kind, state.kind);
        held.run = { ...held.run, counts };
      }
      return lost.length;
    }),
    removeAll: later((at: number) => {
      const needed = [...runs.values()].map(({ run }) => copy(run)).filter((run) => !mayRemove(run, at));
      if (needed.length === 0) runs.clear();
      return needed;
    }),
    markSeen: later((id: RunId) => {
      const held = runs.get(id);
      if (held === undefined || !maySee(held.run)) return false;
      held.run = { ...held.run, isEndSeen: true };
      return true;
    }),
    addChanges: later((id: RunId, from: number, changes: readonly Change[]) => {
      const held = runs.get(id);
      if (held?.run.record.state.kind !== 'preparing') return null;
      const there = held.entries.length;
      if (from > there) return there;
      for (const change of changes.slice(there - from)) {
        if (held.entries.some(({ credential }) => credential === change.credential)) continue;
        const position = held.entries.length;
        const state = { kind: 'planned' } as const;
        held.entries.push(copy({ run: id, credential: change.credential, position, change, state }));
        held.run = { ...held.run, counts: countTransition(held.run.counts, null, 'planned') };
      }
      return held.entries.length;
    }),
    readRun: later((id: RunId) => {
      return copy(runs.get(id)?.run ?? null);
    }),
    listRuns: later(() => {
      return [...runs.values()]
        .map(({ run }) => copy(run))
        .toSorted((a, b) => b.record.createdAt - a.record.createdAt);
    }),
    transitionRun: later((id: RunId, to: RunState, at: number) => {
      const held = runs.get(id);
      if (held === undefined || !mayTransitionRun(held.run.record.state, to)) return null;
      const record: RunRecord = recordIn(held.run.record, to, at);
      held.run = { ...held.run, record };
      return copy(record);
    }),
    transitionEntry: later((id: RunId, position: number, to: EntryState) => {
      const held = runs.get(id);
      const entry = held?.entries[position];
      if (held === undefined || entry === undefined) throw new Error('the entry to be changed is not there');
      checked([entry]);
      if (!mayTransition(entry.state, to))
        throw new Error(`no entry goes from ${entry.state.kind} to ${to.kind}`);
      const changed = { ...entry, state: copy(to) };
      held.entries[position] = changed;
      held.run = {
        ...held.run,
        isEndSeen: false,
        counts: countTransition(held.run.counts, entry.state.kind, to.kind),
        partly: held.run.partly + (extentOf({ change: entry.change, state: to }) === 'part' ? 1 : 0),
        creditsSpent: held.run.creditsSpent + creditsTaken(entry.change, entry.state, to),
      };
      return copy(changed);
    }),
    openEntries: later((id: RunId, after: number, limit: number) => {
      const entries = runs.get(id)?.entries ?? [];
      const open = entries.filter((one) => one.position > after && !isSettled(one.state));
      return copy(checked(open.slice(0, limit)));
    }),
    listEntries: later((id: RunId, from: number, count: number) => {
      return copy(readable((runs.get(id)?.entries ?? []).slice(from, from + count)));
    }),
    cancelPlanned: later((id: RunId, limit: number) => {
      const held = runs.get(id);
      if (held === undefined) return 0;
      const planned = held.entries.filter(({ state }) => state.kind === 'planned').slice(0, limit);
      checked(held.entries.filter(({ state }) => !isSettled(state)));
      for (const entry of planned) held.entries[entry.position] = { ...entry, state: { kind: 'cancelled' } };
      const counts = countTransition(held.run.counts, 'planned', 'cancelled', planned.length);
      held.run = { ...held.run, counts };
      return planned.length;
    }),
  };
}

/** Answers by a promise, like the durable journal, and turns a throw into a rejection. */
function later<A extends readonly unknown[], R>(work: (...args: A) => R): (...args: A) => Promise<R> {
  return (...args) =>
    new Promise((resolve) => {
      resolve(work(...args));
    });
}
