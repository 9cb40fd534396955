import { expect, test } from 'vitest';
import { withRunBackups } from '../../../lib/journal/backed-up-journal';
import type { RunId, RunRecord } from '../../../lib/journal/entry';
import { JournalFault } from '../../../lib/journal/journal';
import type { RunBackups } from '../../../lib/journal/run-backups';
import { withTimeouts } from '../../../lib/journal/timed-backups';
import { headerOf } from '../../fakes/background-world';
import { begun } from '../../fakes/backed-up-world';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { idsOf, PREPARED } from '../../fakes/prepared-run';
import { memoryBackups } from '../../fakes/run-backups';

/*
 * A file system that does not answer keeps no run from beginning, from being stopped, or from being
 * listed.
 */

const never = () => new Promise<never>(() => {});
const soon = () => Promise.resolve();
const TOO_LATE = new JournalFault('TimeoutError');

const SILENT: RunBackups = {
  save: never,
  saveState: never,
  list: never,
  removeLeftovers: never,
  read: never,
  remove: never,
  clear: never,
};

const recordOf = (state: RunRecord['state']): RunRecord => ({
  ...headerOf(PREPARED),
  id: 'a' as RunId,
  createdAt: 1,
  finishedAt: null,
  state,
});
const RUNNING = recordOf({ kind: 'running' });
const PAUSED = recordOf({ kind: 'paused', reason: { kind: 'asked' } });

/** Backups that hold the first state until it is released. */
function held() {
  const { copies } = memoryBackups();
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let notes = 0;
  const note: RunBackups['saveState'] = async (record) => {
    notes += 1;
    if (notes === 1) await gate;
    await copies.saveState(record);
  };
  return { copies: { ...copies, note }, letGo };
}

async function* changes() {
  yield await Promise.resolve(PREPARED);
}

test('one that never answers: the journal opens, a run begins, pauses and is listed, and the fault is reported', async () => {
  const faults: unknown[] = [];
  const journal = await withRunBackups(createMemoryJournal(), withTimeouts(SILENT, soon), {
    now: () => 9,
    onFault: (error) => faults.push(error),
  });
  const run = await begun(journal);
  await journal.transitionRun(run, PAUSED.state, 3);
  expect(idsOf(await journal.listRuns())).toEqual([run]);
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault).toEqual(TOO_LATE);
});

test('one that never answers: deleting everything fails, because something is left', async () => {
  const journal = await withRunBackups(createMemoryJournal(), withTimeouts(SILENT, soon), {
    now: () => 9,
    onFault: () => {},
  });
  await expect(journal.removeAll(9)).rejects.toThrow(TOO_LATE);
});

test('a slow one is not waited for again until it has answered', async () => {
  const { copies, letGo } = held();
  let waits = 0;
  const timely = withTimeouts(copies, () => ((waits += 1) === 1 ? soon() : never()));
  await expect(timely.saveState(RUNNING)).rejects.toThrow(TOO_LATE);
  await expect(timely.list()).rejects.toThrow(TOO_LATE);
  letGo();
  await expect.poll(() => answers(timely)).toBe(true);
});

test('of two states at the same time the later one stays', async () => {
  const { copies, letGo } = held();
  const timely = withTimeouts(copies, never);
  await timely.save(RUNNING, changes());
  const both = [timely.saveState(RUNNING), timely.saveState(PAUSED)];
  letGo();
  await Promise.all(both);
  expect((await timely.read(PAUSED.id))?.record.state).toEqual(PAUSED.state);
});

/** Whether it answers again. */
function answers(timely: RunBackups): Promise<boolean> {
  return timely.list().then(
    () => true,
    () => false,
  );
}
