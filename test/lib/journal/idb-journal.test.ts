import { deleteDB, openDB } from 'idb';
import { expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import { openIdbJournal } from '../../../lib/journal/idb-journal';
import { useIndexedDB } from '../../fakes/indexed-db';
import { headerOf } from '../../fakes/background-world';
import { idsOf, prepared, PREPARED } from '../../fakes/prepared-run';
import { memorySecrets } from '../../fakes/secrets';

useIndexedDB();

/* Faults that a browser can cause in the database of an open journal. */

const id = (name: string) => name as RunId;

test('an unreadable record does not keep the others from being removed', async () => {
  const name = 'damaged';
  const opened = await openIdbJournal({ secrets: memorySecrets(), now: Date.now }, name);
  if (!opened.ok) throw new Error(opened.problem.detail);
  await prepared(opened.value);
  const database = await openDB(name);
  await database.put('runs', { id: 'broken', record: { state: 'nonsense' } });
  await expect(opened.value.readRun(id('broken'))).rejects.toMatchObject({
    name: 'JournalFault',
    detail: 'damaged',
  });
  expect(idsOf(await opened.value.listRuns()), 'the others go on').toEqual(['a']);
  expect(await opened.value.countUnreadable()).toBe(1);
  await opened.value.transitionRun(id('a'), { kind: 'running' }, 2);
  expect(idsOf(await opened.value.removeAll(9)), 'beside it one is running').toEqual(['a']);
  await opened.value.transitionRun(id('a'), { kind: 'cancelled' }, 3);
  await opened.value.cancelPlanned(id('a'), 9);
  expect(await opened.value.removeAll(9)).toEqual([]);
  expect(await opened.value.countUnreadable()).toBe(0);
  expect(await database.getAll('runs')).toEqual([]);
  expect(await database.getAll('entries')).toEqual([]);
  database.close();
});

/** Each begins while the one before is under way: [the first, the second] */
test.each([
  ['created', 'removed'],
  ['removed', 'created'],
] as const)('a run that is %s while all are %s is whole, or is not there', async (first, _second) => {
  const secrets = memorySecrets();
  const opened = await openIdbJournal({ secrets, now: Date.now }, `race-${first}`);
  if (!opened.ok) throw new Error(opened.problem.detail);
  const journal = opened.value;
  await prepared(journal);
  const record = {
    ...headerOf(PREPARED),
    id: id('b'),
    createdAt: 1,
    finishedAt: null,
    state: { kind: 'preparing' },
  } as const;
  const create = () => journal.createRun(record);
  const remove = () => journal.removeAll(9);
  const [one, other] = first === 'created' ? [create, remove] : [remove, create];
  await Promise.all([one(), other()]);
  const isThere = first === 'removed';
  expect(idsOf(await journal.listRuns())).toEqual(isThere ? ['b'] : []);
  expect(await journal.countUnreadable()).toBe(0);
  expect(await journal.addChanges(id('b'), 0, PREPARED)).toBe(isThere ? PREPARED.length : null);
  expect((await secrets.names()).filter((name) => name.startsWith('run.'))).toEqual(isThere ? ['run.b'] : []);
});

test('a database that the browser has closed is opened again', async () => {
  const name = 'closed';
  const opened = await openIdbJournal({ secrets: memorySecrets(), now: Date.now }, name);
  if (!opened.ok) throw new Error(opened.problem.detail);
  const journal = opened.value;
  await prepared(journal);
  expect(idsOf(await journal.listRuns())).toEqual(['a']);
  // The data of the extension are cleared while it runs.
  await deleteDB(name);
  expect(await journal.listRuns()).toEqual([]);
  await prepared(journal);
  await deleteDB(name);
  await prepared(journal);
  expect(await journal.listEntries(id('a'), 0, 9)).toHaveLength(5);
});

test('a journal of a newer version is a problem, not an error', async () => {
  const name = 'newer';
  const opened = await openIdbJournal({ secrets: memorySecrets(), now: Date.now }, name);
  if (!opened.ok) throw new Error(opened.problem.detail);
  const newer = await openDB(name, 3);
  await expect(opened.value.listRuns()).rejects.toMatchObject({
    name: 'JournalFault',
    detail: 'VersionError',
  });
  newer.close();
});
