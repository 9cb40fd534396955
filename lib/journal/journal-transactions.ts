import { recordIn, type EntryState, type RunId, type RunState } from './entry';
import { countTransition, openEntriesOf, totalOf } from './entry-counts';
import { ofRun, openOf, type Writing } from './journal-database';
import { checked } from './journal-faults';
import type { ClosedChange, ClosedState } from './sealed-entries';
import {
  standingRun,
  standingState,
  storedEntrySchema,
  storedRunSchema,
  type StoredEntry,
  type StoredRun,
} from './stored-records';
import {
  countsForgotten,
  creditsTaken,
  mayForget,
  mayRemove,
  maySee,
  mayTransition,
  mayTransitionRun,
} from './transitions';

/*
 * The work of each call of the journal that writes, inside its one transaction. All that is closed
 * comes closed, and nothing is opened.
 */

export async function removeRun(transaction: Writing, id: RunId): Promise<boolean> {
  const run = await runIn(transaction, id);
  if (run !== null && run.standing.state.kind !== 'preparing') return false;
  await transaction.objectStore('entries').delete(ofRun(id));
  await transaction.objectStore('runs').delete(id);
  return true;
}

/** `lost`: its values cannot be read any more, whatever state it is in. */
export async function forgetEntries(
  transaction: Writing,
  id: RunId,
  at: number,
  lost = false,
): Promise<boolean> {
  const run = await runIn(transaction, id);
  if (run === null || (lost ? run.forgotten === true : !mayForget(standingRun(run), at))) return false;
  const { words: _words, ...rest } = run;
  await transaction.objectStore('entries').delete(ofRun(id));
  await putRun(transaction, {
    ...rest,
    ...(lost && { standing: lostStanding(run.standing, at) }),
    counts: countsForgotten(run.counts),
    forgotten: true,
    forgottenAt: at,
  });
  return true;
}

/** A run without its values cannot go on. */
function lostStanding(standing: StoredRun['standing'], at: number): StoredRun['standing'] {
  const isOver = standing.finishedAt !== null;
  return { ...(isOver ? standing : recordIn(standing, { kind: 'cancelled' }, at)), valuesLostAt: at };
}

/**
 * Removes all, or answers the ids of the runs that are needed. `unreadable`: runs that nobody could
 * continue.
 */
export async function removeAll(
  transaction: Writing,
  at: number,
  unreadable: ReadonlySet<string>,
): Promise<readonly string[]> {
  const needed: string[] = [];
  for (const raw of await transaction.objectStore('runs').getAll()) {
    const run = storedRunSchema.safeParse(raw).data;
    if (run === undefined || unreadable.has(run.id)) continue;
    if (!mayRemove(standingRun(run), at)) needed.push(run.id);
  }
  if (needed.length > 0) return needed;
  for (const store of ['entries', 'runs'] as const) await transaction.objectStore(store).clear();
  return [];
}

export async function markSeen(transaction: Writing, id: RunId): Promise<boolean> {
  const run = await runIn(transaction, id);
  if (run === null || !maySee(standingRun(run))) return false;
  await putRun(transaction, { ...run, seen: true });
  return true;
}

/** `closed`: the state as it is stored. */
export async function transitionRun(
  transaction: Writing,
  id: RunId,
  to: RunState,
  at: number,
  closed: Pick<StoredRun, 'words'> & { readonly state: RunState },
): Promise<StoredRun | null> {
  const run = await runIn(transaction, id);
  if (run === null || !mayTransitionRun(run.standing.state, to)) return null;
  const { words: _before, ...rest } = run;
  const changed: StoredRun = {
    ...rest,
    ...(closed.words !== undefined && { words: closed.words }),
    standing: recordIn(run.standing, closed.state, at),
  };
  await putRun(transaction, changed);
  return changed;
}

/** `isPart`: the entry is settled with a part of its fields written. */
export async function transitionEntry(
  transaction: Writing,
  id: RunId,
  position: number,
  to: EntryState,
  closed: ClosedState,
  isPart: boolean,
): Promise<void> {
  const run = await runIn(transaction, id);
  const raw = await transaction.objectStore('entries').get([id, position]);
  if (run === null || raw === undefined) throw new Error(NO_ENTRY);
  const stored = checked(storedEntrySchema, raw);
  const from = standingState(stored.state);
  if (!mayTransition(from, to)) throw new Error(`no entry goes from ${from.kind} to ${to.kind}`);
  await transaction.objectStore('entries').put(inState(stored, closed));
  const { seen: _seen, ...rest } = run; // a panel may have shown an earlier state
  await putRun(transaction, {
    ...rest,
    counts: countTransition(run.counts, from.kind, to.kind),
    ...(isPart && { partly: (run.partly ?? 0) + 1 }), // not stored: none
    creditsSpent: run.creditsSpent + creditsTaken(stored, from, to),
  });
}

export const NO_ENTRY = 'the entry to be changed is not in the journal';

/**
 * All at once: one after the other, 100,000 take half a minute, after which the browser stops a
 * background.
 */
export async function addRestored(
  transaction: Writing,
  run: StoredRun,
  entries: readonly StoredEntry[],
): Promise<void> {
  if ((await transaction.objectStore('runs').getKey(run.id)) !== undefined) return;
  await transaction.objectStore('runs').add(run);
  const store = transaction.objectStore('entries');
  await Promise.all(entries.map((entry) => store.add(entry)));
}

export async function addChanges(
  transaction: Writing,
  id: RunId,
  from: number,
  changes: readonly ClosedChange[],
): Promise<number | null> {
  const run = await runIn(transaction, id);
  if (run === null || run.standing.state.kind !== 'preparing') return null;
  const entries = transaction.objectStore('entries');
  let { counts } = run;
  const there = totalOf(counts);
  if (from > there) return there;
  for (const change of changes.slice(there - from)) {
    const isThere = await entries.index('credential').getKey([id, change.credential]);
    if (isThere !== undefined) continue;
    await entries.add({ ...change, position: totalOf(counts), state: { kind: 'planned' }, open: 1 });
    counts = countTransition(counts, null, 'planned');
  }
  await putRun(transaction, { ...run, counts });
  return totalOf(counts);
}

/**
 * Finds them by subtraction: open by the counts, and not there to be read. `unreadable`: positions
 * of those that could not be opened; true where only the state could not.
 */
export async function settleUnreadable(
  transaction: Writing,
  id: RunId,
  unreadable: ReadonlyMap<number, boolean>,
): Promise<number> {
  const run = await runIn(transaction, id);
  if (run === null) return 0;
  let counts = { ...run.counts, planned: 0, sent: 0, 'in-doubt': 0 };
  let cursor = await transaction.objectStore('entries').index('open').openCursor(openOf(id));
  while (cursor !== null) {
    const stored = cursor.value;
    const read = storedEntrySchema.safeParse(stored);
    const onlyState = unreadable.get(stored.position);
    if (!read.success || onlyState !== undefined) await cursor.update(notKnown(stored, onlyState === true));
    else counts = countTransition(counts, null, read.data.state.kind);
    cursor = await cursor.continue();
  }
  const missing = openEntriesOf(run.counts) - openEntriesOf(counts);
  if (missing <= 0) return 0;
  await putRun(transaction, { ...run, counts: countTransition(counts, null, 'not-known', missing) });
  return missing;
}

/**
 * Where only the state is unreadable, the entry becomes `not-known` and still says whose it is. Any
 * other record stays as it is, and leaves the index of open entries.
 */
function notKnown(stored: StoredEntry, onlyState: boolean): StoredEntry {
  if (onlyState) return inState(stored, { state: { kind: 'not-known' } });
  const closed = { ...stored };
  Reflect.deleteProperty(closed, 'open');
  return closed;
}

export async function cancelPlanned(transaction: Writing, id: RunId, limit: number): Promise<number> {
  const run = await runIn(transaction, id);
  if (run === null) return 0;
  let cursor = await transaction.objectStore('entries').index('open').openCursor(openOf(id));
  let cancelled = 0;
  while (cursor !== null && cancelled < limit) {
    const entry = checked(storedEntrySchema, cursor.value);
    if (entry.state.kind === 'planned') {
      await cursor.update(inState(entry, { state: { kind: 'cancelled' } }));
      cancelled += 1;
    }
    cursor = await cursor.continue();
  }
  const counts = countTransition(run.counts, 'planned', 'cancelled', cancelled);
  await putRun(transaction, { ...run, counts });
  return cancelled;
}

function inState({ detail: _detail, open: _open, ...entry }: StoredEntry, closed: ClosedState): StoredEntry {
  return { ...entry, ...closed };
}

async function runIn(transaction: Writing, id: RunId): Promise<StoredRun | null> {
  const run = await transaction.objectStore('runs').get(id);
  return run === undefined ? null : checked(storedRunSchema, run);
}

async function putRun(transaction: Writing, run: StoredRun): Promise<void> {
  await transaction.objectStore('runs').put(run);
}
