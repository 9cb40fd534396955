import { expect, test } from 'vitest';
import type { RunProgress } from '../../../lib/journal/entry';
import { JournalFault, type Journal } from '../../../lib/journal/journal';
import type { Badge } from '../../../lib/run/badge/badge';
import { changeOf, createWorld } from '../../fakes/background-world';
import { calm, deferred } from '../../fakes/deferred';
import { createMemoryJournal } from '../../fakes/memory-journal';

/** A journal that can always be read, and written only while the disk has room. */
function journalOnDisk() {
  const memory = createMemoryJournal();
  const disk = { isFull: false };
  const journal: Journal = {
    ...memory,
    transitionEntry: (...move) =>
      disk.isFull ? Promise.reject(new JournalFault('QuotaExceededError')) : memory.transitionEntry(...move),
  };
  return { disk, journal };
}

test('a run on a full disk shows the fault, sends nothing, and continues once there is room', async () => {
  const { disk, journal } = journalOnDisk();
  const badges: Badge[] = [];
  const world = await createWorld({ journal, onBadge: (badge) => badges.push(badge) });
  const changes = [101, 102].map((id) => changeOf(id, [['recipient-name', `Person ${id}`, `Persona ${id}`]]));
  disk.isFull = true;
  const run = await world.begin(changes);
  const seen: RunProgress[] = [];
  const watching = world.say({ kind: 'watch-run', run }, (progress) => seen.push(progress));
  await calm();
  expect(seen.at(-1)).toMatchObject({ run: { state: { kind: 'running' } }, fault: 'QuotaExceededError' });
  expect(world.writes()).toEqual([]);
  expect(badges.at(-1), 'the badge does not say that it is working').toEqual({
    kind: 'waiting',
    open: 2,
  });
  expect(world.faults).toEqual([expect.objectContaining({ detail: 'QuotaExceededError' })]);

  // Tried again by the alarm with the disk still full: the fault is still shown.
  await world.wake();
  await calm();
  expect(seen.at(-1)?.fault).toBe('QuotaExceededError');

  disk.isFull = false;
  await world.wake();
  const end = await watching;
  expect(end).toMatchObject({ ok: true, value: { run: { state: { kind: 'finished' } } } });
  expect(end.ok && end.value.fault).toBeUndefined();
  expect((await world.states(run)).map(({ kind }) => kind)).toEqual(['applied', 'applied']);
});

test('a disk that is full only after the request was sent leaves it in doubt, and reading settles it', async () => {
  const { disk, journal } = journalOnDisk();
  const world = await createWorld({
    journal,
    onRequest: ({ method }) => {
      if (method === 'PUT') disk.isFull = true;
    },
  });
  const run = await world.begin([changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']])]);
  const seen: RunProgress[] = [];
  const watching = world.say({ kind: 'watch-run', run }, (progress) => seen.push(progress));
  await calm();
  expect(seen.at(-1)?.fault).toBe('QuotaExceededError');
  disk.isFull = false;
  await world.wake();
  await watching;
  expect((await world.states(run)).map(({ kind }) => kind)).toEqual(['applied']);
  expect(world.writes()).toHaveLength(1);
});

test('a write that the disk takes ends the fault, also of a cancelled run with a request in doubt', async () => {
  const { disk, journal } = journalOnDisk();
  let isDown = false;
  const world = await createWorld({
    journal,
    onRequest: ({ method }) => {
      if (method === 'PUT') disk.isFull = true;
      else if (isDown) throw new TypeError('network');
    },
  });
  const run = await world.begin([changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']])]);
  const seen: RunProgress[] = [];
  void world.say({ kind: 'watch-run', run }, (progress) => seen.push(progress));
  await calm();
  expect(seen.at(-1)?.fault).toBe('QuotaExceededError');
  disk.isFull = false;
  isDown = true;
  await world.say({ kind: 'cancel-run', run });
  await calm();
  expect(seen.at(-1)).toMatchObject({ run: { state: { kind: 'cancelled' } } });
  expect(seen.at(-1)?.fault).toBeUndefined();
});

test('"Resume" tries a run on a full disk at once, and again while the disk is full changes nothing', async () => {
  const { disk, journal } = journalOnDisk();
  const world = await createWorld({ journal });
  disk.isFull = true;
  const run = await world.begin([changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']])]);
  await calm();
  expect(await world.say({ kind: 'resume-run', run })).toEqual({ ok: true, value: null });
  await calm();
  expect(world.writes()).toEqual([]);

  disk.isFull = false;
  const watching = world.say({ kind: 'watch-run', run });
  await world.say({ kind: 'resume-run', run });
  expect(await watching).toMatchObject({ ok: true, value: { run: { state: { kind: 'finished' } } } });
  expect(world.writes()).toHaveLength(1);
});

test('a disk that fails at reading ahead ends the work only after the requests under way', async () => {
  const memory = createMemoryJournal();
  let reads = 0;
  const journal: Journal = {
    ...memory,
    openEntries: (...asked) =>
      (reads += 1) === 2 ? Promise.reject(new JournalFault('UnknownError')) : memory.openEntries(...asked),
  };
  const underWay = deferred<null>();
  const world = await createWorld({
    journal,
    onRequest: async ({ method }) => {
      if (method === 'PUT') await underWay.promise;
    },
  });
  const run = await world.begin([changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']])]);
  await calm();
  expect(reads).toBe(2);
  // The alarm: nothing of the run is taken up a second time.
  await world.wake();
  await calm();
  underWay.resolve(null);
  await world.rest(run);
  expect(world.writes()).toHaveLength(1);
  expect((await world.states(run)).map(({ kind }) => kind)).toEqual(['applied']);
  expect(world.faults).toEqual([expect.objectContaining({ detail: 'UnknownError' })]);
});
