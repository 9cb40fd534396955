import { describe, expect, test } from 'vitest';
import { itemAt } from '../../../lib/element-at';
import type { Entry, EntryState, RunId } from '../../../lib/journal/entry';
import { NO_ENTRIES } from '../../../lib/journal/entry-counts';
import { openIdbJournal } from '../../../lib/journal/idb-journal';
import type { JournalRun } from '../../../lib/journal/journal';
import { RESTORED } from '../../../lib/journal/transitions';
import { headerOf } from '../../fakes/background-world';
import { useIndexedDB } from '../../fakes/indexed-db';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { PREPARED as changes } from '../../fakes/prepared-run';
import { memorySecrets } from '../../fakes/secrets';

useIndexedDB();

let names = 0;
const A = 'a' as RunId;
const state = { kind: 'paused', reason: { kind: 'asked' } } as const;
const record = {
  ...headerOf(changes),
  id: A,
  createdAt: 1,
  finishedAt: null,
  state,
  restoredAt: 9,
  trialOverAt: 5,
};

const JOURNALS = [
  ['in memory', () => Promise.resolve(createMemoryJournal())],
  [
    'in IndexedDB',
    async () => {
      const secrets = memorySecrets();
      await secrets.make('run.a');
      const opened = await openIdbJournal({ secrets, now: Date.now }, `restored-${(names += 1)}`);
      if (!opened.ok) throw new Error(opened.problem.detail);
      return opened.value;
    },
  ],
] as const;

test.each(JOURNALS)(
  'a lost run is restored in its state, and one that is there stays as it is: %s',
  async (_, open) => {
    const journal = await open();
    await journal.restoreRun(record, changes);
    const restored = { record, counts: { planned: 0, sent: 5 }, creditsSpent: 0 };
    expect(await journal.readRun(A)).toMatchObject(restored);
    const entries = await journal.openEntries(A, -1, 10);
    expect(entries.map(({ position, state: is }) => [position, is])).toEqual(
      changes.map((_change, position) => [position, RESTORED]),
    );
    expect(await journal.transitionEntry(A, 0, { kind: 'applied' })).toMatchObject({ position: 0 });
    await journal.restoreRun({ ...record, restoredAt: 10 }, changes);
    expect(await journal.readRun(A)).toMatchObject({
      record: { restoredAt: 9 },
      counts: { sent: 4, applied: 1 },
      creditsSpent: 1,
    });
  },
);

describe.each(JOURNALS)('a run that was over, %s', (_, open) => {
  const ended: JournalRun = {
    record: { ...record, state: { kind: 'finished' }, finishedAt: 8 },
    counts: { ...NO_ENTRIES, applied: 3, conflict: 1, 'not-known': 1 },
    partly: 1,
    creditsSpent: 3,
    values: { kind: 'kept' },
    isEndSeen: true,
  };
  /** The one at place 3 could not be read when the copy was made. */
  const entries = [0, 1, 2, 4].map((position): Entry => {
    const change = itemAt(changes, position);
    const state: EntryState = position === 4 ? { kind: 'conflict', fields: [] } : { kind: 'applied' };
    return { run: A, credential: change.credential, position, change, state };
  });

  test('is restored as it ended', async () => {
    const journal = await open();
    await journal.restoreEnded(ended, entries);
    expect(await journal.listRuns()).toEqual([ended]);
    expect(await journal.listEntries(A, 0, 10)).toEqual(entries);
    expect(await journal.listEntries(A, 3, 10)).toEqual(entries.slice(3));
    expect(await journal.openEntries(A, -1, 10)).toEqual([]);
    expect(await journal.forgetEntries(A, 12)).toBe(true);
    expect(await journal.listEntries(A, 0, 10)).toEqual([]);
    expect(await journal.readRun(A)).toEqual({ ...ended, values: { kind: 'deleted', at: 12 } });
  });

  test.each([7, null])('is restored without values, deleted at %s', async (at) => {
    const journal = await open();
    const forgotten: JournalRun = { ...ended, values: { kind: 'deleted', at } };
    await journal.restoreEnded(forgotten, []);
    expect(await journal.readRun(A)).toEqual(forgotten);
    expect(await journal.forgetEntries(A, 12)).toBe(false);
  });

  test('stays as it is when it is there', async () => {
    const journal = await open();
    await journal.restoreEnded(ended, entries);
    await journal.restoreEnded({ ...ended, creditsSpent: 5 }, []);
    expect(await journal.readRun(A)).toEqual(ended);
    expect(await journal.listEntries(A, 0, 10)).toEqual(entries);
  });
});
