import { expect, test } from 'vitest';
import { createBadgeUpdates } from '../../../../lib/run/badge/badge-updates';
import { calm, deferred, type Deferred } from '../../../fakes/deferred';
import { createMemoryJournal } from '../../../fakes/memory-journal';

/** Updates of a badge that counts how often it was shown, with a clock that the test lets go on. */
function updates(journal = createMemoryJournal()) {
  const seconds: Deferred<null>[] = [];
  const faults: unknown[] = [];
  let shown = 0;
  const update = createBadgeUpdates({
    journal,
    now: () => 0,
    isStuck: () => false,
    sleep() {
      const second = deferred<null>();
      seconds.push(second);
      return second.promise.then(() => undefined);
    },
    onBadge: () => void (shown += 1),
    onFault: (error) => faults.push(error),
  });
  return { update, faults, shown: () => shown, passSecond: () => seconds.pop()?.resolve(null) };
}

test('calls within a second are one update, and one more follows it', async () => {
  const { update, shown, passSecond } = updates();
  for (let call = 0; call < 5; call += 1) update();
  await calm();
  update();
  update();
  expect(shown()).toBe(1);
  passSecond();
  await calm();
  expect(shown()).toBe(2);
  passSecond();
  await calm();
  expect(shown()).toBe(2);
});

test.each([0, 1, 2, 3, 4, 5, 6])('a call %i turns after the second is not lost', async (turns) => {
  const { update, shown, passSecond } = updates();
  update();
  await calm();
  passSecond();
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  update();
  await calm();
  passSecond();
  await calm();
  expect(shown()).toBe(2);
});

test('a journal that cannot be read is reported, and the next call reads again', async () => {
  let isBroken = true;
  const journal = createMemoryJournal();
  const { update, shown, faults } = updates({
    ...journal,
    listRuns: () => (isBroken ? Promise.reject(new Error('gone')) : journal.listRuns()),
  });
  update();
  await calm();
  expect([shown(), faults.length]).toEqual([0, 1]);
  isBroken = false;
  update();
  await calm();
  expect(shown()).toBe(1);
});
