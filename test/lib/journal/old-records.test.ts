import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { EntryState, RunId } from '../../../lib/journal/entry';
import { openIdbJournal } from '../../../lib/journal/idb-journal';
import type { JournalRun } from '../../../lib/journal/journal';
import { useIndexedDB } from '../../fakes/indexed-db';
import { olderDatabase } from '../../fakes/older-journal';
import { PREPARED } from '../../fakes/prepared-run';
import { memorySecrets } from '../../fakes/secrets';

useIndexedDB();

/* Records of a version before 0.3 lie in the clear. They are read, and closed at the start. */

const A = 'a' as RunId;
const THERE = ['expiry-date'];
let names = 0;

/** A journal over such a database, which the test may change before. */
async function openedOver(change: (database: Awaited<ReturnType<typeof openDB>>) => Promise<unknown>) {
  const name = `old-records-${(names += 1)}`;
  const older = await olderDatabase(name);
  await change(older);
  older.close();
  const opened = await openIdbJournal({ secrets: memorySecrets(), now: () => 9 }, name);
  if (!opened.ok) throw new Error(opened.problem.detail);
  return { journal: opened.value, database: await openDB(name) };
}

/** [what, as it is stored, as it is read] */
test.each<[string, object, EntryState]>([
  ['planned', { kind: 'planned' }, { kind: 'planned' }],
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
])('the state of an open entry: %s', async (_, stored, expected) => {
  const { journal, database } = await openedOver(async (older) => {
    const entry = (await older.get('entries', ['a', 0])) as object;
    await older.put('entries', { ...entry, state: stored });
  });
  const [read, ...others] = await journal.openEntries(A, -1, 9);
  expect(read).toMatchObject({ position: 0, change: PREPARED[0], state: expected });
  expect(others).toHaveLength(PREPARED.length - 1);
  database.close();
});

test.each<[string, EntryState]>([
  ['applied', { kind: 'applied', url: 'https://x.test/1' }],
  ['rejected', { kind: 'rejected', status: 422, words: 'No.' }],
  ['a conflict', { kind: 'conflict', fields: [{ attribute: 'grade', before: 'A', now: 'B', wanted: 'C' }] }],
])('the state of a settled entry: %s', async (_, state) => {
  const { journal } = await openedOver(async (older) => {
    const { open: _open, ...entry } = (await older.get('entries', ['a', 0])) as { open: 1 };
    await older.put('entries', { ...entry, state });
  });
  expect((await journal.listEntries(A, 0, 1))[0]?.state).toEqual(state);
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
  const { journal } = await openedOver(async (older) => {
    await older.put('runs', { ...((await older.get('runs', 'a')) as object), ...noted });
  });
  expect(await journal.readRun(A)).toMatchObject({ ...expected, record: { fileName: 'fixes.xlsx' } });
  expect(await journal.listRuns()).toMatchObject([expected]);
});

test('nothing of it stays in the clear, and the run goes on', async () => {
  const { journal, database } = await openedOver(() => Promise.resolve());
  const all = JSON.stringify([await database.getAll('runs'), await database.getAll('entries')]);
  for (const text of ['fixes.xlsx', 'Northfield', '2028-01-01', 'expiry-date'])
    expect(all).not.toContain(text);
  await journal.transitionEntry(A, 0, { kind: 'sent', attempt: 1, before: { kind: 'read', there: [] } });
  await journal.transitionEntry(A, 0, { kind: 'applied' });
  expect(await journal.readRun(A)).toMatchObject({ counts: { planned: 4, applied: 1 }, creditsSpent: 1 });
});

test('what cannot be read stays, and keeps nothing else from being read', async () => {
  const { journal, database } = await openedOver(async (older) => {
    await older.put('runs', { id: 'broken', record: { state: 'nonsense' } });
    await older.put('entries', { ...((await older.get('entries', ['a', 1])) as object), change: 'none' });
  });
  expect(await journal.countUnreadable()).toBe(1);
  expect(await database.get('runs', 'broken')).toEqual({ id: 'broken', record: { state: 'nonsense' } });
  expect((await journal.listEntries(A, 0, 9)).map(({ position }) => position)).toEqual([0, 2, 3, 4]);
  expect(await journal.settleUnreadable(A)).toBe(1);
});

test('a record that another program puts there later is read as well', async () => {
  const { journal, database } = await openedOver(() => Promise.resolve());
  const old = {
    ...((await (await olderDatabase('beside')).get('runs', 'a')) as { record: object }),
    id: 'b',
  };
  await database.put('runs', { ...old, record: { ...old.record, id: 'b' } });
  expect((await journal.listRuns()).map(({ record }) => record.id).toSorted()).toEqual(['a', 'b']);
});
