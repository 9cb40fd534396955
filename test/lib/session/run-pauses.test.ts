import { expect, test } from 'vitest';
import type { RunProgress } from '../../../lib/journal/entry';
import { calm } from '../../fakes/deferred';
import { progressOf } from '../../fakes/run';
import { reviewedSession } from '../../fakes/session-run';

test('a run that pauses has the balance asked again: it may be what it paused for', async () => {
  const tell: ((progress: RunProgress) => void)[] = [];
  const world = await reviewedSession({
    'watch-run': (_, { part }) => {
      tell.push(part);
      return new Promise(() => {});
    },
  });
  await world.session.confirm();
  void world.session.updateNow();
  await calm();
  const asked = () => world.kinds().filter((kind) => kind === 'connect').length;
  const before = asked();
  tell[0]?.(progressOf('running', { applied: 1 }));
  await calm();
  expect(asked()).toBe(before);
  for (let time = 0; time < 2; time += 1) tell[0]?.(progressOf('paused', { applied: 1 }));
  await calm();
  expect(asked()).toBe(before + 1);
});
