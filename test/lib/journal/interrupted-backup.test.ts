import { describe, expect, test } from 'vitest';
import type { RunState } from '../../../lib/journal/entry';
import { JournalFault } from '../../../lib/journal/journal';
import type { RunBackups } from '../../../lib/journal/run-backups';
import { begun, backedUpWorld, RESTORED_AT } from '../../fakes/backed-up-world';
import { createMemoryJournal } from '../../fakes/memory-journal';

const RUNNING: RunState = { kind: 'running' };
const PAUSED: RunState = { kind: 'paused', reason: { kind: 'asked' } };
const CANCELLED: RunState = { kind: 'cancelled' };

/* A run that was stopped and is restored as running would write what the admin has stopped. */
describe('a run that was stopped', () => {
  const die = () => Promise.reject(new JournalFault('AbortError'));

  test.each([PAUSED, CANCELLED])(
    'has its state saved at the next start, when it was killed before: %j',
    async (state) => {
      const { open, copies } = backedUpWorld();
      const inner = createMemoryJournal();
      const run = await begun(await open(inner));
      await inner.transitionRun(run, state, 7);
      await open(inner);
      expect((await copies.read(run))?.record).toMatchObject({ state });
    },
  );

  test.each([PAUSED, CANCELLED])('has no backup when that state cannot be saved: %j', async (state) => {
    const { open, copies, faults } = backedUpWorld();
    let isFull = false;
    const saveState: RunBackups['saveState'] = (record) => (isFull ? die() : copies.saveState(record));
    const journal = await open(createMemoryJournal(), { ...copies, saveState });
    const run = await begun(journal);
    isFull = true;
    await journal.transitionRun(run, state, 7);
    expect(await copies.list()).toEqual([]);
    expect(faults).toHaveLength(1);
  });

  test.each([PAUSED, CANCELLED])(
    'waits for the admin when the disk never took that state, and the journal is lost: %j',
    async (state) => {
      const { open, copies } = backedUpWorld();
      let isSilent = false;
      const never = () => new Promise<never>(() => undefined);
      const silent: RunBackups = {
        ...copies,
        saveState: (record) => (isSilent ? never() : copies.saveState(record)),
        remove: (run) => (isSilent ? never() : copies.remove(run)),
      };
      const inner = createMemoryJournal();
      const run = await begun(await open(inner, silent));
      isSilent = true;
      await inner.transitionRun(run, state, 7);
      const after = await open();
      const waiting: RunState = { kind: 'paused', reason: { kind: 'restored' } };
      expect((await after.readRun(run))?.record).toMatchObject({ state: waiting, pausedAt: RESTORED_AT });
      expect((await copies.read(run))?.record).toMatchObject({ state: waiting });
      // It goes on, or ends, as the admin decides now.
      const decided = state === PAUSED ? RUNNING : CANCELLED;
      expect(await after.transitionRun(run, decided, 100)).toMatchObject({ state: decided });
    },
  );

  test('and is resumed when the disk has room again has a backup again', async () => {
    const { open, copies } = backedUpWorld();
    let isFull = false;
    const saveState: RunBackups['saveState'] = (record) => (isFull ? die() : copies.saveState(record));
    const journal = await open(createMemoryJournal(), { ...copies, saveState });
    const run = await begun(journal);
    isFull = true;
    await journal.transitionRun(run, PAUSED, 7);
    isFull = false;
    await journal.transitionRun(run, RUNNING, 8);
    expect((await copies.read(run))?.record).toMatchObject({ state: RUNNING });
  });
});
