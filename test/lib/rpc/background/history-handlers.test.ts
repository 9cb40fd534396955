import { describe, expect, test } from 'vitest';
import type { RunId } from '../../../../lib/journal/entry';
import { groupId } from '../../../../lib/credential/ids';
import { JournalFault } from '../../../../lib/journal/journal';
import { failed } from '../../../../lib/result';
import { changeOf, createWorld, headerOf, PAGE, type World } from '../../../fakes/background-world';
import { createMemoryJournal } from '../../../fakes/memory-journal';
import { ACCOUNT_KEY } from '../../../platform/stand-in-options';

const rename = changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']]);
const DAY = 24 * 60 * 60 * 1000;

async function historyOf(world: World) {
  const answer = await world.say({ kind: 'list-history' });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

async function finished(world: World): Promise<RunId> {
  const run = await world.begin([rename]);
  await world.rest(run);
  return run;
}

describe('the history', () => {
  test('lists each run that has begun, and for how long values are kept', async () => {
    const world = await createWorld();
    expect(await historyOf(world)).toEqual({ runs: [], keptDays: 30, unreadable: 0 });
    const run = await finished(world);
    await world.say({ kind: 'prepare-run', page: PAGE, header: headerOf([rename]) });
    expect(await historyOf(world)).toMatchObject({
      runs: [{ record: { id: run, state: { kind: 'finished' } }, counts: { applied: 1 } }],
    });
  });

  test('of a journal that cannot be read is a problem, not an error', async () => {
    const journal = {
      ...createMemoryJournal(),
      listRuns: () => Promise.reject(new JournalFault('UnknownError')),
    };
    const world = await createWorld({ journal });
    expect(await world.say({ kind: 'list-history' })).toEqual({
      ok: false,
      problem: { code: 'journal-unavailable', detail: 'UnknownError' },
    });
  });
});

describe('values', () => {
  test('of one run are deleted at once when it is over; its history stays', async () => {
    const world = await createWorld();
    const run = await finished(world);
    const at = world.clock.now();
    expect(await world.say({ kind: 'forget-values', run })).toEqual({ ok: true, value: null });
    expect(await world.entries(run)).toEqual([]);
    expect(await world.say({ kind: 'list-entries', run, from: 0, count: 9 })).toEqual({
      ok: false,
      problem: { code: 'values-deleted' },
    });
    expect((await historyOf(world)).runs).toMatchObject([
      {
        record: { id: run, fileName: 'fixes.xlsx' },
        counts: { applied: 1 },
        values: { kind: 'deleted', at },
      },
    ]);
    world.clock.advance(DAY);
    expect(await world.say({ kind: 'forget-values', run }), 'said twice').toEqual({ ok: true, value: null });
    expect((await historyOf(world)).runs).toMatchObject([{ values: { kind: 'deleted', at } }]);
    expect(await world.say({ kind: 'forget-values', run: 'none' as RunId })).toEqual({
      ok: false,
      problem: { code: 'no-such-run' },
    });
  });

  test('of a run that is not over stay', async () => {
    const world = await createWorld();
    const run = await world.begin([rename]);
    await world.say({ kind: 'pause-run', run });
    expect(await world.say({ kind: 'forget-values', run })).toEqual({
      ok: false,
      problem: { code: 'runs-not-over', groups: ['Group 1'] },
    });
    expect(await world.entries(run)).toHaveLength(1);
  });

  test.each([
    ['7 days', 7, 6 * DAY, 8 * DAY],
    ['a year', 365, 364 * DAY, 366 * DAY],
  ])('are kept for %s when that is set', async (_, days, before, after) => {
    const world = await createWorld();
    await world.say({ kind: 'keep-values', days });
    const run = await finished(world);
    const end = world.clock.now();
    world.clock.advance(before);
    await world.restart();
    expect(await world.entries(run)).toHaveLength(1);
    world.clock.advance(end + after - world.clock.now());
    await world.restart();
    expect(await world.entries(run)).toEqual([]);
  });

  test('that are older than a shorter time are deleted when that is set; those of a run that is not over stay', async () => {
    const world = await createWorld();
    const old = await finished(world);
    world.clock.advance(10 * DAY);
    const paused = await world.begin([changeOf(102, [['recipient-name', 'Person 102', 'Persona 102']])]);
    await world.say({ kind: 'pause-run', run: paused });
    expect(await world.say({ kind: 'keep-values', days: 9 })).toEqual({ ok: true, value: null });
    expect(await world.entries(old)).toEqual([]);
    expect((await historyOf(world)).keptDays).toBe(9);
    await world.say({ kind: 'keep-values', days: 0 });
    expect(await world.entries(paused)).toHaveLength(1);
  });

  test('are deleted as soon as a run has ended when nothing is to be kept', async () => {
    const world = await createWorld();
    await world.say({ kind: 'keep-values', days: 0 });
    const run = await finished(world);
    await expect.poll(async () => (await world.journal.readRun(run))?.values.kind).toBe('deleted');
    expect(await world.entries(run)).toEqual([]);
    const found = await world.journal.readRun(run);
    if (found?.values.kind !== 'deleted') throw new Error('its values are there');
    expect(found).toMatchObject({ counts: { applied: 1 } });
    // An open panel had its time to read them.
    expect(Number(found.values.at) - Number(found.record.finishedAt)).toBeGreaterThanOrEqual(15_000);
  });

  test('a setting of another version is ignored', async () => {
    const world = await createWorld({
      kept: new Map<string, unknown>([['settings', { keptDays: 'for ever' }]]),
    });
    expect((await historyOf(world)).keptDays).toBe(30);
  });
});

describe('everything', () => {
  const all = { kind: 'delete-everything' } as const;

  test('is deleted: runs, values, saved mappings, keys; not the settings', async () => {
    const kept = new Map<string, unknown>();
    const world = await createWorld({ kept, key: ACCOUNT_KEY, signedIn: false });
    const run = await finished(world);
    await world.say({ kind: 'keep-values', days: 90 });
    kept.set('assignment:production:1:x', {});
    expect(await world.say(all)).toEqual({ ok: true, value: null });
    expect(await world.journal.listRuns()).toEqual([]);
    expect(await world.entries(run)).toEqual([]);
    expect([...kept]).toEqual([['settings', { keptDays: 90 }]]);
    expect([...world.keys]).toEqual([]);
    expect(await historyOf(world)).toEqual({ runs: [], keptDays: 90, unreadable: 0 });
    expect(await world.say(all), 'said twice').toEqual({ ok: true, value: null });
    // The background has no sign-in of its own left.
    const read = await world.say({ kind: 'load-credentials', page: PAGE });
    expect(read).toMatchObject({ ok: false, problem: { code: 'signed-out' } });
    expect(world.faults).toEqual([]);
  });

  test('stays, all of it, while a run is not over', async () => {
    const kept = new Map<string, unknown>([['assignment:production:1:x', {}]]);
    const world = await createWorld({ kept, key: ACCOUNT_KEY, signedIn: false });
    const run = await world.begin([rename]);
    await world.say({ kind: 'pause-run', run });
    expect(await world.say(all)).toEqual({
      ok: false,
      problem: { code: 'runs-not-over', groups: ['Group 1'] },
    });
    expect(await world.entries(run)).toHaveLength(1);
    expect([kept.size, world.keys.size]).toEqual([1, 1]);
    await world.say({ kind: 'cancel-run', run });
    await world.rest(run);
    await expect.poll(() => world.say(all)).toEqual({ ok: true, value: null });
    expect([kept.size, world.keys.size]).toEqual([0, 0]);
  });

  test('stays too when a run is under way in a journal that cannot be listed any more', async () => {
    const memory = createMemoryJournal();
    let isDamaged = false;
    const journal = {
      ...memory,
      listRuns: () => (isDamaged ? Promise.reject(new JournalFault('damaged')) : memory.listRuns()),
    };
    const kept = new Map<string, unknown>([['assignment:production:1:x', {}]]);
    const world = await createWorld({ kept, key: ACCOUNT_KEY, journal });
    const run = await world.begin([rename]);
    await world.say({ kind: 'pause-run', run });
    isDamaged = true;
    expect(await world.say(all)).toMatchObject({ problem: { code: 'runs-not-over', groups: ['Group 1'] } });
    expect([kept.size, world.keys.size]).toEqual([1, 1]);
  });

  /** [the browser's error, when it comes, whether a run may be waiting in the journal] */
  test.each<[string, 'opened' | 'emptied', 'denied' | 'passing']>([
    ['SecurityError', 'opened', 'denied'],
    ['InvalidStateError', 'opened', 'denied'],
    ['SecurityError', 'emptied', 'denied'],
    ['QuotaExceededError', 'opened', 'passing'],
    ['UnknownError', 'opened', 'passing'],
    ['QuotaExceededError', 'emptied', 'passing'],
    ['AbortError', 'emptied', 'passing'],
    ['UnknownError', 'emptied', 'passing'],
    ['InvalidStateError', 'emptied', 'passing'],
  ])('%s when the journal is %s: it is %s', async (detail, when, kind) => {
    const kept = new Map<string, unknown>([['assignment:production:1:x', {}]]);
    let isFaulty = true;
    const memory = createMemoryJournal();
    const journal = {
      ...memory,
      removeAll: (at: number) =>
        isFaulty && when === 'emptied' ? Promise.reject(new JournalFault(detail)) : memory.removeAll(at),
    };
    const refused = failed({ code: 'journal-unavailable', detail } as const);
    const world = await createWorld({
      kept,
      key: ACCOUNT_KEY,
      journal,
      openJournal: () => (isFaulty && when === 'opened' ? refused : null),
    });
    if (kind === 'denied') {
      // No run can continue in it: the rest is deleted, and the journal's problem is returned.
      expect(await world.say(all)).toEqual(refused);
      expect([kept.size, world.keys.size]).toEqual([0, 0]);
      return;
    }
    // A run that needs the key may be waiting: nothing is deleted.
    expect(await world.say(all)).toEqual(failed({ code: 'not-deleted', detail }));
    expect([kept.size, world.keys.size]).toEqual([1, 1]);
    isFaulty = false;
    expect(await world.say(all), 'asked for again').toEqual({ ok: true, value: null });
    expect([kept.size, world.keys.size]).toEqual([0, 0]);
  });

  test('a run that another panel was filling is gone', async () => {
    const world = await createWorld();
    const page = { ...PAGE, groupId: groupId(1) };
    const prepared = await world.say({ kind: 'prepare-run', page, header: headerOf([rename]) });
    if (!prepared.ok) throw new Error(prepared.problem.code);
    expect(await world.say(all)).toEqual({ ok: true, value: null });
    const run = prepared.value;
    expect(await world.say({ kind: 'add-changes', run, from: 0, changes: [rename] })).toMatchObject({
      problem: { code: 'no-such-run' },
    });
    expect(await world.say({ kind: 'begin-run', run })).toMatchObject({ problem: { code: 'no-such-run' } });
  });
});

test.each([-1, 366, 1.5, Number.NaN])('%d days cannot be asked for', async (days) => {
  const world = await createWorld();
  expect(() => world.say({ kind: 'keep-values', days })).toThrow('no command: days');
});
