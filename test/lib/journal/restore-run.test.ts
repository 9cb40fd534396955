import { expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import { openIdbJournal } from '../../../lib/journal/idb-journal';
import { RESTORED } from '../../../lib/journal/transitions';
import { headerOf } from '../../fakes/background-world';
import { useIndexedDB } from '../../fakes/indexed-db';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { PREPARED as changes } from '../../fakes/prepared-run';
import { memorySecrets } from '../../fakes/secrets';

useIndexedDB();

const A = 'a' as RunId;
const state = { kind: 'paused', reason: { kind: 'asked' } } as const;
const record = { ...headerOf(changes), id: A, createdAt: 1, finishedAt: null, state, restoredAt: 9 };

test.each([
  ['in memory', () => Promise.resolve(createMemoryJournal())],
  [
    'in IndexedDB',
    async () => {
      const opened = await openIdbJournal({ secrets: memorySecrets(), now: Date.now }, 'restored');
      if (!opened.ok) throw new Error(opened.problem.detail);
      return opened.value;
    },
  ],
] as const)(
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
