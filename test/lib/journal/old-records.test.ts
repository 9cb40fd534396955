import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { EntryState } from '../../../lib/journal/entry';
import { openIdbJournal } from '../../../lib/journal/idb-journal';
import type { JournalRun } from '../../../lib/journal/journal';
import { useIndexedDB } from '../../fakes/indexed-db';
import { prepared } from '../../fakes/prepared-run';

useIndexedDB();

/*
 * Records of the first version are read, and records are still stored in its form: both versions
 * read each other's.
 */

let names = 0;
async function journalAndDatabase() {
  const name = `old-records-${(names += 1)}`;
  const opened = await openIdbJournal(name);
  if (!opened.ok) throw new Error(opened.problem.detail);
  const run = await prepared(opened.value);
  return { journal: opened.value, run, database: await openDB(name) };
}

const THERE = ['expiry-date'];

/** [what, as it is stored, as it is read] */
const STATES: readonly [string, object, EntryState][] = [
  ['sent', { kind: 'sent', attempt: 1 }, { kind: 'sent', attempt: 1, before: { kind: 'read', there: [] } }],
  [
    'in doubt, with a field that was there before',
    { kind: 'in-doubt', attempt: 2, there: THERE },
    { kind: 'in-doubt', attempt: 2, before: { kind: 'read', there: ['expiry-date'] } },
  ],
  [
    'restored',
    { kind: 'sent', attempt: 1, restored: true },
    { kind: 'sent', attempt: 1, before: { kind: 'lost' } },
  ],
  [
    'restored and sent again',
    { kind: 'sent', attempt: 2, restored: true },
    { kind: 'sent', attempt: 2, before: { kind: 'read-after-loss', there: [] } },
  ],
  [
    'restored and sent again, with a field that was there before',
    { kind: 'in-doubt', attempt: 2, restored: true, there: THERE },
    { kind: 'in-doubt', attempt: 2, before: { kind: 'read-after-loss', there: ['expiry-date'] } },
  ],
];

test.each(STATES)('the state of an entry: %s', async (_, stored, expected) => {
  const { journal, run, database } = await journalAndDatabase();
  const entry = (await database.get('entries', [run, 0])) as object;
  await database.put('entries', { ...entry, state: stored });
  const [read] = await journal.openEntries(run, -1, 1);
  expect(read?.state).toEqual(expected);
});

test.each(STATES)('the state of an entry is stored in the same form: %s', async (_, stored, state) => {
  const { journal, run, database } = await journalAndDatabase();
  // A state with a second attempt, or in doubt, follows another one.
  const entry = (await database.get('entries', [run, 0])) as object;
  const kind = 'attempt' in state && state.kind === 'in-doubt' ? 'sent' : 'in-doubt';
  const attempt = 'attempt' in state ? (state.kind === 'in-doubt' ? state.attempt : state.attempt - 1) : 0;
  if (attempt > 0) await database.put('entries', { ...entry, state: { kind, attempt } });
  await journal.transitionEntry(run, 0, state);
  expect(await database.get('entries', [run, 0])).toMatchObject({ state: stored, open: 1 });
  expect(((await database.get('entries', [run, 0])) as { state: object }).state).toEqual(stored);
});

test.each<[string, object, Pick<JournalRun, 'values' | 'isEndSeen'>]>([
  ['nothing noted', {}, { values: { kind: 'kept' }, isEndSeen: false }],
  ['its end was seen', { seen: true }, { values: { kind: 'kept' }, isEndSeen: true }],
  [
    'its values were deleted, nobody noted when',
    { forgotten: true },
    { values: { kind: 'deleted', at: null }, isEndSeen: false },
  ],
  [
    'its values were deleted',
    { forgotten: true, forgottenAt: 5, seen: true },
    { values: { kind: 'deleted', at: 5 }, isEndSeen: true },
  ],
])('a run: %s', async (_, noted, expected) => {
  const { journal, run, database } = await journalAndDatabase();
  const stored = (await database.get('runs', run)) as object;
  await database.put('runs', { ...stored, ...noted });
  expect(await journal.readRun(run)).toMatchObject(expected);
  expect(await journal.listRuns()).toMatchObject([expected]);
});

test('a run is stored in the same form', async () => {
  const { journal, run, database } = await journalAndDatabase();
  const noted = async () => {
    const { seen, forgotten, forgottenAt, ...others } = (await database.get('runs', run)) as Record<
      string,
      unknown
    >;
    return { seen, forgotten, forgottenAt, others: Object.keys(others).toSorted() };
  };
  const others = ['counts', 'creditsSpent', 'id', 'record'];
  expect(await noted()).toEqual({ others });
  await journal.transitionRun(run, { kind: 'cancelled' }, 2);
  await journal.cancelPlanned(run, 9);
  await journal.markSeen(run);
  expect(await noted()).toEqual({ seen: true, others });
  await journal.forgetEntries(run, 5);
  expect(await noted()).toEqual({ seen: true, forgotten: true, forgottenAt: 5, others });
});
