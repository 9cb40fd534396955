import { openDB, type IDBPDatabase } from 'idb';
import { expect, test } from 'vitest';
import { openIdbJournal } from '../../../lib/journal/idb-journal';
import type { RunId } from '../../../lib/journal/entry';
import { isEnded } from '../../../lib/journal/transitions';
import { changeOf, createWorld, type World } from '../../fakes/background-world';
import { useIndexedDB } from '../../fakes/indexed-db';
import { held } from '../../platform/test-client';
import { credentialFields, smallState } from '../../platform/test-state';
import { memorySecrets } from '../../fakes/secrets';

useIndexedDB();

/*
 * Entries that cannot be read any more (a newer version wrote them and was downgraded, or the disk
 * is damaged): whether they were sent is not known. They are never sent again and settled as not
 * known. The others continue.
 */

const IDS = [301, 302, 303, 304, 305];
const CHANGES = IDS.map((id) => changeOf(id, [['recipient-name', `Person ${id}`, `New ${id}`]]));

let names = 0;
/**
 * A run that was paused before its first write, and its database, which the test changes behind the
 * journal.
 */
async function pausedRun(): Promise<{ world: World; run: RunId; database: IDBPDatabase }> {
  const name = `unreadable-${(names += 1)}`;
  const opened = await openIdbJournal({ secrets: memorySecrets(), now: Date.now }, name);
  if (!opened.ok) throw new Error(opened.problem.detail);
  const state = smallState(IDS.map((id) => credentialFields(id)));
  const world = await createWorld({
    journal: opened.value,
    state,
    faults: ['signed-out:path=/v1/credentials/'],
  });
  const run = await world.begin(CHANGES);
  await world.rest(run);
  world.standIn.setFaults([]);
  return { world, run, database: await openDB(name) };
}

type Stored = Record<string, unknown>;
const DAMAGES: Readonly<Record<string, (stored: Stored) => Stored | null>> = {
  'a state that a newer version has': (stored) => ({ ...stored, state: { kind: 'scheduled' } }),
  'a change that is none': (stored) => ({ ...stored, change: 'nonsense' }),
  'not there at all': () => null,
};

/** Damages the first entries, each in another way. */
async function damage(run: RunId, database: IDBPDatabase): Promise<void> {
  for (const [position, how] of Object.values(DAMAGES).entries()) {
    const stored = (await database.get('entries', [run, position])) as Stored;
    const damaged = how(stored);
    if (damaged === null) await database.delete('entries', [run, position]);
    else await database.put('entries', damaged);
  }
}

const namesNow = (world: World) => IDS.map((id) => held(world.standIn, id).recipient.name);

test('the others are written, these are not, and the run ends with a count of them', async () => {
  const { world, run, database } = await pausedRun();
  await damage(run, database);
  expect(await world.say({ kind: 'resume-run', run })).toMatchObject({ ok: true });
  const end = await world.rest(run);
  expect(end).toMatchObject({
    run: { state: { kind: 'finished' } },
    counts: { applied: 2, 'not-known': 3, planned: 0, sent: 0 },
  });
  expect(namesNow(world)).toEqual(['Person 301', 'Person 302', 'Person 303', 'New 304', 'New 305']);
  expect(world.writes()).toHaveLength(2);
  // Readable entries are listed, and one whose state alone is unreadable.
  const listed = await world.say({ kind: 'list-entries', run, from: 0, count: 9 });
  expect(listed.ok && listed.value.map(({ credential, state }) => [credential, state.kind])).toEqual([
    ['301', 'not-known'],
    ['304', 'applied'],
    ['305', 'applied'],
  ]);
  expect(await database.get('entries', [run, 1]), 'kept as it was').toMatchObject({ change: 'nonsense' });
  expect(world.faults).toEqual([]);
});

test('cancelled: the run ends, and nothing waits for it', async () => {
  const { world, run, database } = await pausedRun();
  await damage(run, database);
  await world.say({ kind: 'cancel-run', run });
  const end = await world.say({ kind: 'watch-run', run });
  expect(end).toMatchObject({ value: { counts: { cancelled: 2, 'not-known': 3, planned: 0 } } });
  const found = await world.journal.readRun(run);
  expect(found && isEnded(found)).toBe(true);
  expect(await world.journal.forgetEntries(run, 9)).toBe(true);
  expect(world.writes()).toEqual([]);
});

test('a renewal that was sent and cannot be read is not sent again, and its credit is not counted', async () => {
  const { world, run, database } = await pausedRun();
  const stored = (await database.get('entries', [run, 0])) as Stored;
  await database.put('entries', { ...stored, state: { kind: 'sent', attempt: 'one' } });
  await world.say({ kind: 'resume-run', run });
  expect((await world.rest(run)).counts).toMatchObject({ applied: 4, 'not-known': 1 });
  await world.restart();
  expect(world.writes().map(({ path }) => path)).not.toContain('/v1/credentials/301');
  expect(await world.states(run)).toContainEqual({ kind: 'not-known' });
});

test('an entry that is damaged during the run does not stop the run for good', async () => {
  const { world, run, database } = await pausedRun();
  await damage(run, database);
  await world.journal.transitionRun(run, { kind: 'running' }, 1);
  // The alarm wakes it.
  await world.restart();
  expect((await world.rest(run)).counts).toMatchObject({ applied: 2, 'not-known': 3 });
});
