import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { withRunBackups } from '../../../lib/journal/backed-up-journal';
import type { RunId } from '../../../lib/journal/entry';
import { withHistoryCopies } from '../../../lib/journal/copied-journal';
import { createFileBackups } from '../../../lib/journal/file-backups';
import { createFileHistory } from '../../../lib/journal/file-history';
import { openIdbJournal } from '../../../lib/journal/idb-journal';
import { removeLeftoverSecrets } from '../../../lib/journal/leftover-secrets';
import type { Secrets } from '../../../lib/secrets/secrets';
import { changeOf, headerOf } from '../../fakes/background-world';
import { fakeDirectory } from '../../fakes/directory';
import { useIndexedDB } from '../../fakes/indexed-db';
import { memorySecrets } from '../../fakes/secrets';

useIndexedDB();

/* The disk holds nothing of a run in the clear, and nothing that opens after a deletion. */

const A = 'a' as RunId;
const CHANGES = [
  changeOf(
    7001,
    [
      ['recipient-name', 'Name-Before-3f', 'Name-After-9c'],
      ['custom:Ward-5d', 'Old-71', 'New-72'],
    ],
    {
      who: { name: 'Name-Before-3f', email: 'mail-44@x.test' },
      reference: 'page-88',
      updatedAt: 'moment-12',
    },
  ),
  changeOf(7002, [['grade', null, 'Grade-61']]),
];
const HEADER = {
  ...headerOf(CHANGES),
  account: { id: 'account-id-1', name: 'Account-15' },
  group: { id: 'group-id-2', name: 'Group-16' },
  fileName: 'File-17.csv',
  sheetName: 'Sheet-18',
};
const MARKS = [
  ...['Name-Before-3f', 'Name-After-9c', 'Ward-5d', 'Old-71', 'New-72', 'mail-44', 'page-88', 'moment-12'],
  ...['7001', 'Grade-61', 'Words-19', 'Words-20', 'Now-21', 'Url-22', 'Account-15', 'Group-16', 'File-17'],
  ...['Sheet-18', 'account-id-1', 'group-id-2'],
];

let names = 0;
/** Faults of work that nobody waits for, such as the copy of a run. */
const faults: unknown[] = [];
let settled = () => Promise.resolve();

afterEach(async () => {
  await settled();
  expect(faults.splice(0)).toEqual([]);
});

async function world(secretsOf = (secrets: Secrets) => secrets) {
  const name = `closed-${(names += 1)}`;
  const directory = fakeDirectory();
  const root = () => Promise.resolve(directory);
  const plain = memorySecrets(directory);
  const secrets = secretsOf(plain);
  const opened = await openIdbJournal({ secrets, now: () => 5 }, name);
  if (!opened.ok) throw new Error(opened.problem.detail);
  const backups = createFileBackups(root, secrets);
  const onFault = (error: unknown) => void faults.push(error);
  const copies = createFileHistory(root, secrets);
  const copied = await withHistoryCopies(opened.value, copies, onFault);
  settled = () => copied.settled();
  const journal = await withRunBackups(copied.journal, backups, { now: () => 5, onFault });
  const database = await openDB(name);
  /** Every text of the database and of the files but the secrets. */
  const disk = async () => {
    const texts = [JSON.stringify([await database.getAll('runs'), await database.getAll('entries')])];
    await settled();
    for (const folder of ['runs', 'history']) {
      const files = await directory.getDirectoryHandle(folder, { create: true });
      for await (const file of files.keys())
        texts.push(file, await (await (await files.getFileHandle(file)).getFile()).text());
    }
    return texts.join('\n');
  };
  return { journal, secrets: plain, backups, copies, database, disk };
}

async function fullRun({ journal }: Awaited<ReturnType<typeof world>>): Promise<void> {
  const state = { kind: 'preparing' } as const;
  await journal.createRun({ ...HEADER, id: A, createdAt: 1, finishedAt: null, state });
  await journal.addChanges(A, 0, CHANGES);
  await journal.transitionRun(A, { kind: 'running' }, 2);
  const sent = { kind: 'sent', attempt: 1, before: { kind: 'read', there: ['custom:Ward-5d'] } } as const;
  await journal.transitionEntry(A, 0, sent);
  await journal.transitionRun(
    A,
    { kind: 'paused', reason: { kind: 'failures', count: 5, words: 'Words-19' } },
    3,
  );
}

async function ended(made: Awaited<ReturnType<typeof world>>): Promise<void> {
  await fullRun(made);
  const { journal } = made;
  await journal.transitionRun(A, { kind: 'running' }, 4);
  const fields = [{ attribute: 'recipient-name', before: 'a', now: 'Now-21', wanted: 'c' }] as const;
  await journal.transitionEntry(A, 0, { kind: 'conflict', fields, url: 'https://Url-22' });
  await journal.transitionEntry(A, 1, { kind: 'rejected', status: 422, words: 'Words-20' });
  await journal.transitionRun(A, { kind: 'finished' }, 5);
  // Its copy is made meanwhile, and what a test deletes next is not to be missing from it.
  await settled();
}

test('a run under way is on the disk, and no text of it', async () => {
  const made = await world();
  await fullRun(made);
  const disk = await made.disk();
  expect(disk, 'its backup is there').toContain('a.changes');
  for (const mark of MARKS) expect(disk).not.toContain(mark);
  expect((await made.journal.readRun(A))?.record).toMatchObject({
    ...HEADER,
    state: { reason: { words: 'Words-19' } },
    pausedAt: 3,
  });
  expect((await made.journal.listEntries(A, 0, 9)).map(({ change }) => change)).toEqual(CHANGES);
});

test('the outcome of a run is on the disk, and no text of it', async () => {
  const made = await world();
  await ended(made);
  const disk = await made.disk();
  for (const mark of MARKS) expect(disk).not.toContain(mark);
  const entries = await made.journal.listEntries(A, 0, 9);
  expect(entries.map(({ state }) => state)).toMatchObject([
    { kind: 'conflict', fields: [{ now: 'Now-21' }], url: 'https://Url-22' },
    { kind: 'rejected', words: 'Words-20' },
  ]);
});

test('after "Delete values now" nothing that was stored of the values opens any more', async () => {
  const made = await world();
  await ended(made);
  const before = await made.database.getAll('entries');
  expect(await made.secrets.names()).toEqual(expect.arrayContaining(['run.a', 'history']));
  await made.journal.forgetEntries(A, 6);
  expect(await made.secrets.names()).toEqual(['history']);
  // As if the deleted bytes were found in the database's files.
  for (const entry of before) await made.database.put('entries', entry);
  expect(await made.journal.listEntries(A, 0, 9)).toEqual([]);
  expect((await made.journal.readRun(A))?.record.fileName, 'the history stays').toBe('File-17.csv');
});

test('after "Delete everything" no line of the history opens any more', async () => {
  const made = await world();
  await ended(made);
  const before = await made.database.getAll('runs');
  expect(await made.journal.removeAll(6)).toEqual([]);
  expect(await made.secrets.names()).toEqual([]);
  for (const run of before) await made.database.put('runs', run);
  expect(await made.journal.listRuns()).toEqual([]);
  expect(await made.journal.countUnreadable()).toBe(1);
});

test('the secret of a run is on the disk before the first record of it', async () => {
  const order: string[] = [];
  const made = await world((secrets) => ({
    ...secrets,
    async make(name) {
      const seal = await secrets.make(name);
      order.push(name, `${(await made.database.getAll('runs')).length} runs`);
      return seal;
    },
  }));
  await fullRun(made);
  expect(order.slice(0, 4)).toEqual(['run.a', '0 runs', 'history', '0 runs']);
});

test('a browser that refuses the secret gets no run, and nothing is stored', async () => {
  const refuse = () => Promise.reject(new DOMException('no', 'SecurityError'));
  const made = await world((secrets) => ({ ...secrets, make: refuse }));
  await expect(fullRun(made)).rejects.toMatchObject({ name: 'JournalFault', detail: 'SecurityError' });
  expect(await made.database.getAll('runs')).toEqual([]);
});

test('a secret that a kill has left is removed at the next start, and no other', async () => {
  const made = await world();
  await ended(made);
  for (const name of ['run.never-written', 'item.closed.key.production']) await made.secrets.make(name);
  await removeLeftoverSecrets(made.secrets, made.journal, made.backups, made.copies);
  expect((await made.secrets.names()).toSorted()).toEqual(['history', 'item.closed.key.production', 'run.a']);
  await made.journal.forgetEntries(A, 6);
  await made.secrets.make('run.a');
  await removeLeftoverSecrets(made.secrets, made.journal, made.backups, made.copies);
  expect(await made.secrets.names()).not.toContain('run.a');
});

test('a deletion whose secret could not be removed says so, and is asked for again', async () => {
  let isFull = true;
  const made = await world((secrets) => ({
    ...secrets,
    remove: (name) =>
      isFull && name === 'run.a'
        ? Promise.reject(new DOMException('no', 'UnknownError'))
        : secrets.remove(name),
  }));
  await ended(made);
  await expect(made.journal.forgetEntries(A, 6)).rejects.toMatchObject({ detail: 'UnknownError' });
  expect(await made.secrets.names()).toContain('run.a');
  isFull = false;
  await made.journal.forgetEntries(A, 7);
  expect(await made.secrets.names()).not.toContain('run.a');
});

test('a record that was moved to another run, or to another credential, does not open', async () => {
  const made = await world();
  await ended(made);
  const [first, second] = (await made.database.getAll('entries')) as { credential: string }[];
  if (first === undefined || second === undefined) throw new Error('there are two');
  await made.database.delete('entries', ['a', 1]);
  await made.database.put('entries', { ...first, credential: second.credential });
  expect(await made.journal.listEntries(A, 0, 9)).toEqual([]);
});
