import { describe, expect, test } from 'vitest';
import { withRunBackups } from '../../../lib/journal/backed-up-journal';
import type { Entry, EntryState, RunId, RunSource } from '../../../lib/journal/entry';
import { openIdbJournal } from '../../../lib/journal/idb-journal';
import type { Journal } from '../../../lib/journal/journal';
import { changeOf, headerOf } from '../../fakes/background-world';
import { useIndexedDB } from '../../fakes/indexed-db';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { idsOf, PREPARED as changes, prepared } from '../../fakes/prepared-run';
import { memoryBackups } from '../../fakes/run-backups';
import { NOTHING_THERE } from '../../fakes/run';
import { memorySecrets } from '../../fakes/secrets';

useIndexedDB();

const QUIET = { now: () => 1, onFault: (error: unknown) => expect.fail(String(error)) };

let names = 0;
const idb = async (): Promise<Journal> => {
  const opened = await openIdbJournal({ secrets: memorySecrets(), now: Date.now }, `journal-${(names += 1)}`);
  if (!opened.ok) throw new Error(opened.problem.detail);
  return opened.value;
};

const id = (name: string) => name as RunId;
const DAY = 24 * 60 * 60 * 1000;
const sent = (attempt: number): EntryState => ({ kind: 'sent', attempt, before: NOTHING_THERE });

const states = (entries: readonly Entry[]) => entries.map(({ state }) => state.kind);

describe.each([
  ['in memory', () => Promise.resolve(createMemoryJournal())],
  ['in IndexedDB', idb],
  ['with backups', async () => withRunBackups(await idb(), memoryBackups().copies, QUIET)],
] as const)('the obligations of a Journal, %s', (_name, open) => {
  test('a run and its entries are read back as they were written', async () => {
    const journal = await open();
    const run = await prepared(journal);
    expect(await journal.readRun(run)).toMatchObject({
      record: { id: 'a', fileName: 'fixes.xlsx', state: { kind: 'preparing' } },
      counts: { planned: 5, sent: 0 },
      creditsSpent: 0,
    });
    const entries = await journal.listEntries(run, 0, 10);
    expect(entries.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
    expect(entries.map(({ change }) => change)).toEqual(changes);
    expect(await journal.readRun(id('none'))).toBeNull();
  });

  test('parts may be sent twice, and leave no gap and no credential twice', async () => {
    const journal = await open();
    const run = await prepared(journal);
    expect(await journal.addChanges(run, 0, changes)).toBe(5);
    expect(await journal.addChanges(run, 3, changes.slice(3))).toBe(5);
    expect(await journal.addChanges(run, 7, [changeOf(9, [['grade', null, 'A']])])).toBe(5);
    expect(await journal.addChanges(run, 5, [changeOf(1, [['grade', null, 'A']])])).toBe(5);
    expect(await journal.addChanges(run, 5, [changeOf(6, [['grade', null, 'A']])])).toBe(6);
    expect(await journal.addChanges(id('none'), 0, changes)).toBeNull();
    await journal.transitionRun(run, { kind: 'running' }, 2);
    expect(await journal.addChanges(run, 6, [changeOf(7, [['grade', null, 'A']])])).toBeNull();
  });

  test('entries make legal transitions only, and counts and credits follow', async () => {
    const journal = await open();
    const run = await prepared(journal);
    await journal.transitionEntry(run, 0, sent(1));
    expect(await journal.transitionEntry(run, 0, { kind: 'applied' })).toMatchObject({
      position: 0,
      state: { kind: 'applied' },
    });
    await journal.transitionEntry(run, 1, { kind: 'applied' });
    await journal.transitionEntry(run, 2, sent(1));
    await journal.transitionEntry(run, 2, { kind: 'in-doubt', attempt: 1, before: NOTHING_THERE });
    await expect(journal.transitionEntry(run, 0, sent(2))).rejects.toThrow(
      'no entry goes from applied to sent',
    );
    await expect(journal.transitionEntry(run, 3, sent(2))).rejects.toThrow();
    await expect(journal.transitionEntry(run, 99, sent(1))).rejects.toThrow();
    expect(await journal.readRun(run)).toMatchObject({
      counts: { planned: 2, sent: 0, 'in-doubt': 1, applied: 2 },
      creditsSpent: 1,
    });
    const openOnes = await journal.openEntries(run, -1, 10);
    expect(openOnes.map(({ position }) => position)).toEqual([2, 3, 4]);
    expect((await journal.openEntries(run, 2, 1)).map(({ position }) => position)).toEqual([3]);
  });

  test('runs make legal transitions only', async () => {
    const journal = await open();
    const run = await prepared(journal);
    expect(await journal.transitionRun(run, { kind: 'finished' }, 5)).toBeNull();
    expect(await journal.transitionRun(run, { kind: 'running' }, 5)).toMatchObject({ finishedAt: null });
    expect(await journal.transitionRun(run, { kind: 'paused', reason: { kind: 'asked' } }, 6)).not.toBeNull();
    expect(await journal.transitionRun(run, { kind: 'running' }, 7)).not.toBeNull();
    expect(await journal.transitionRun(run, { kind: 'finished' }, 8)).toMatchObject({ finishedAt: 8 });
    expect(await journal.transitionRun(run, { kind: 'paused', reason: { kind: 'asked' } }, 9)).toBeNull();
    expect(await journal.transitionRun(id('none'), { kind: 'running' }, 9)).toBeNull();
  });

  test('planned entries are cancelled in batches, others are not', async () => {
    const journal = await open();
    const run = await prepared(journal);
    await journal.transitionEntry(run, 1, sent(1));
    expect(await journal.cancelPlanned(run, 3)).toBe(3);
    expect(await journal.cancelPlanned(run, 3)).toBe(1);
    expect(states(await journal.listEntries(run, 0, 9))).toEqual([
      'cancelled',
      'sent',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    expect((await journal.readRun(run))?.counts).toMatchObject({ planned: 0, sent: 1, cancelled: 4 });
  });

  test('entries are deleted once a run is over with none open; its counts stay', async () => {
    const journal = await open();
    const run = await prepared(journal);
    const other = await prepared(journal, 'b', 2);
    await journal.transitionRun(run, { kind: 'running' }, 2);
    await journal.transitionEntry(run, 0, sent(1));
    expect(await journal.forgetEntries(run, 9), 'it is running').toBe(false);
    await journal.transitionRun(run, { kind: 'cancelled' }, 3);
    await journal.cancelPlanned(run, 9);
    expect(await journal.forgetEntries(run, 9), 'one is open').toBe(false);
    expect(await journal.listEntries(run, 0, 9)).toHaveLength(5);
    await journal.transitionEntry(run, 0, { kind: 'applied' });
    expect(await journal.forgetEntries(run, 9)).toBe(true);
    expect(await journal.listEntries(run, 0, 9)).toEqual([]);
    expect(await journal.readRun(run)).toMatchObject({
      record: { id: 'a', fileName: 'fixes.xlsx', state: { kind: 'cancelled' }, finishedAt: 3 },
      counts: { applied: 1, cancelled: 4 },
      creditsSpent: 1,
      values: { kind: 'deleted', at: 9 },
    });
    expect(await journal.forgetEntries(run, 9), 'a second time').toBe(false);
    expect(await journal.forgetEntries(id('none'), 9)).toBe(false);
    expect(await journal.listEntries(other, 0, 9)).toHaveLength(5);
  });

  test('all runs are removed at once, or none while one is under way or has an entry open', async () => {
    const journal = await open();
    const run = await prepared(journal);
    const unbegun = await prepared(journal, 'b', 2);
    const kept = async () => (await journal.listRuns()).length;
    for (const state of [{ kind: 'running' }, { kind: 'paused', reason: { kind: 'asked' } }] as const) {
      await journal.transitionRun(run, state, 2);
      expect(idsOf(await journal.removeAll(9)), state.kind).toEqual([run]);
    }
    await journal.transitionEntry(run, 0, sent(1));
    await journal.transitionRun(run, { kind: 'cancelled' }, 3);
    await journal.cancelPlanned(run, 9);
    expect(idsOf(await journal.removeAll(9)), 'one may have left').toEqual([run]);
    await journal.transitionEntry(run, 0, { kind: 'in-doubt', attempt: 1, before: NOTHING_THERE });
    expect(idsOf(await journal.removeAll(9)), 'one is in doubt').toEqual([run]);
    expect(idsOf(await journal.removeAll(DAY)), 'and may yet be known').toEqual([run]);
    expect(await kept()).toBe(2);
    expect(await journal.listEntries(run, 0, 9)).toHaveLength(5);
    await journal.transitionEntry(run, 0, { kind: 'applied' });
    expect(await journal.removeAll(9)).toEqual([]);
    expect(await kept()).toBe(0);
    for (const gone of [run, unbegun]) expect(await journal.listEntries(gone, 0, 9)).toEqual([]);
    expect(await journal.addChanges(unbegun, 5, changes), 'one that was being written down').toBeNull();
    expect(await journal.removeAll(9), 'of nothing').toEqual([]);
    await prepared(journal, 'c', 3);
    expect(await kept()).toBe(1);
  });

  test('a cancelled run with an entry that stays open is not kept for ever', async () => {
    const journal = await open();
    const run = await prepared(journal);
    await journal.transitionRun(run, { kind: 'running' }, 2);
    await journal.transitionEntry(run, 0, sent(1));
    expect(idsOf(await journal.removeAll(9 * DAY)), 'running').toEqual([run]);
    await journal.transitionRun(run, { kind: 'cancelled' }, 3);
    expect(idsOf(await journal.removeAll(3 + DAY)), 'for a day').toEqual([run]);
    expect(await journal.removeAll(4 + DAY)).toEqual([]);
    expect(await journal.listEntries(run, 0, 9)).toEqual([]);
  });

  test.each<[string, RunSource | undefined]>([
    ['a file', { kind: 'file', sha256: 'a1'.repeat(32) }],
    ['pasted cells', { kind: 'pasted', sha256: '0f'.repeat(32) }],
    ['an undo', { kind: 'undo', runs: [id('x'), id('y')] }],
    ['a repetition', { kind: 'retry', runs: [id('x')] }],
    ['an older version, which did not record it', undefined],
  ])('the source of the changes is kept: %s', async (_, source) => {
    const journal = await open();
    const run = id('a');
    const header = { ...headerOf(changes), ...(source === undefined ? {} : { source }) };
    const state = { kind: 'preparing' } as const;
    await journal.createRun({ ...header, id: run, createdAt: 1, finishedAt: null, state });
    await journal.transitionRun(run, { kind: 'cancelled' }, 2);
    await journal.forgetEntries(run, 3);
    expect((await journal.readRun(run))?.record.source).toEqual(source);
  });

  test('the counts of the rows that are not in the run are kept', async () => {
    const journal = await open();
    const rest = { errors: 1, leftOut: 0, unchanged: 3 };
    const state = { kind: 'preparing' } as const;
    const run = id('a');
    await journal.createRun({ ...headerOf(changes), rest, id: run, createdAt: 1, finishedAt: null, state });
    expect((await journal.readRun(run))?.record.rest).toEqual(rest);
  });

  test('the end of a run is seen once, until an entry is settled', async () => {
    const journal = await open();
    const run = await prepared(journal);
    expect(await journal.markSeen(run), 'not begun').toBe(false);
    await journal.transitionRun(run, { kind: 'running' }, 2);
    await journal.transitionEntry(run, 0, sent(1));
    await journal.transitionRun(run, { kind: 'cancelled' }, 3);
    expect(await journal.markSeen(run), 'some are still to be cancelled').toBe(false);
    await journal.cancelPlanned(run, 9);
    expect(await journal.markSeen(run), 'one is open, and may stay so').toBe(true);
    await journal.transitionEntry(run, 0, { kind: 'applied' });
    expect(await journal.readRun(run)).toMatchObject({ isEndSeen: false });
    expect(await journal.markSeen(run)).toBe(true);
    expect(await journal.markSeen(run), 'a second time').toBe(false);
    expect(await journal.markSeen(id('none'))).toBe(false);
    expect(await journal.readRun(run)).toMatchObject({ isEndSeen: true, counts: { applied: 1 } });
    await journal.forgetEntries(run, 4);
    expect(await journal.readRun(run)).toMatchObject({ isEndSeen: true, values: { kind: 'deleted', at: 4 } });
  });

  test('runs are listed, the latest first, and removed with their entries', async () => {
    const journal = await open();
    const first = await prepared(journal, 'a', 1);
    const second = await prepared(journal, 'b', 2);
    expect((await journal.listRuns()).map(({ record }) => record.id)).toEqual([second, first]);
    expect(await journal.removeRun(second)).toBe(true);
    expect(await journal.removeRun(second), 'said twice').toBe(true);
    expect(await journal.listEntries(second, 0, 9)).toEqual([]);
    expect(await journal.openEntries(second, -1, 9)).toEqual([]);
    expect(states(await journal.listEntries(first, 3, 9))).toEqual(['planned', 'planned']);
    await journal.transitionRun(first, { kind: 'running' }, 3);
    expect(await journal.removeRun(first), 'it has begun').toBe(false);
    expect(await journal.listEntries(first, 0, 9)).toHaveLength(5);
  });
});
