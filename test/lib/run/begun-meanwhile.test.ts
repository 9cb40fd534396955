import { expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import type { Journal } from '../../../lib/journal/journal';
import { changeOf, createWorld, headerOf, PAGE, type World } from '../../fakes/background-world';
import { createMemoryJournal } from '../../fakes/memory-journal';

/*
 * A run that was not begun is removed when it is cancelled, or when the next one is filled. One
 * that another panel begins at that very moment is not removed: only its journal knows what it
 * sends.
 */

const rename = changeOf(101, [['recipient-name', 'Person 101', 'Ada']]);
const DAY_MS = 24 * 60 * 60 * 1000;

/** A filled run that is begun just before it would be removed. */
async function begunInBetween(): Promise<{ world: World; run: RunId }> {
  const inner = createMemoryJournal();
  const journal: Journal = {
    ...inner,
    async removeRun(id) {
      await inner.transitionRun(id, { kind: 'running' }, 1);
      return inner.removeRun(id);
    },
  };
  const world = await createWorld({ journal });
  const run = 'written' as RunId;
  const state = { kind: 'preparing' } as const;
  const createdAt = world.clock.now();
  await journal.createRun({ ...headerOf([rename]), id: run, createdAt, finishedAt: null, state });
  await journal.addChanges(run, 0, [rename]);
  return { world, run };
}

test('cancelled: it is cancelled like a run that has begun', async () => {
  const { world, run } = await begunInBetween();
  expect(await world.say({ kind: 'cancel-run', run })).toEqual({ ok: true, value: null });
  await world.say({ kind: 'watch-run', run });
  expect(await world.journal.readRun(run)).toMatchObject({ record: { state: { kind: 'cancelled' } } });
  expect(await world.states(run)).toEqual([{ kind: 'cancelled' }]);
});

test('the next is filled: it is in the way of that one', async () => {
  const { world, run } = await begunInBetween();
  const prepared = await world.say({ kind: 'prepare-run', page: PAGE, header: headerOf([rename]) });
  expect(prepared).toEqual({ ok: false, problem: { code: 'run-in-progress', run } });
  expect(await world.states(run)).toHaveLength(1);
});

test('abandoned for a day: it stays', async () => {
  const { world, run } = await begunInBetween();
  world.clock.advance(DAY_MS + 1);
  await world.restart();
  expect(await world.states(run)).toHaveLength(1);
});
