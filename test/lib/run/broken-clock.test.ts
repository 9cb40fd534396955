import { expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import { createRunner } from '../../../lib/run/loop/runner';
import { failed } from '../../../lib/result';
import { changeOf, headerOf } from '../../fakes/background-world';
import { createMemoryJournal } from '../../fakes/memory-journal';

const rename = changeOf(301, [['recipient-name', 'Person 301', 'New']]);
const RUN = 'run-1' as RunId;

/** A run under way on a clock whose waits fail by themselves, not by an abort. */
async function onBrokenClock() {
  const journal = createMemoryJournal();
  const state = { kind: 'preparing' } as const;
  await journal.createRun({ ...headerOf([rename]), id: RUN, createdAt: 0, finishedAt: null, state });
  await journal.addChanges(RUN, 0, [rename]);
  await journal.transitionRun(RUN, { kind: 'running' }, 0);
  const faults: unknown[] = [];
  let signIns = 0;
  const runner = createRunner({
    journal,
    now: () => 0,
    ticks: () => 0,
    sleep: () => Promise.reject(new Error('the clock is broken')),
    signIn: () => {
      signIns += 1;
      return Promise.resolve(failed({ code: 'unreachable' }));
    },
    locks: { request: (_name, _options, work) => work({}) },
    keepAwake: () => {},
    onFault: (error) => faults.push(error),
  });
  return { runner, journal, faults, signIns: () => signIns };
}

test('waiting for the network: the fault is reported, and nothing is asked again without a wait', async () => {
  const { runner, journal, faults, signIns } = await onBrokenClock();
  await runner.wake();
  await runner.idle();
  expect(faults).toEqual([new Error('the clock is broken')]);
  expect(signIns()).toBe(1);
  expect((await journal.readRun(RUN))?.record.state).toEqual({ kind: 'running' });
});

test('watching: the watcher gets the fault', async () => {
  const { runner } = await onBrokenClock();
  const watching = runner.watch(RUN, () => {}, new AbortController().signal);
  await runner.wake();
  await expect(watching).rejects.toThrow('the clock is broken');
});
