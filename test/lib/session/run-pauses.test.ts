import { expect, test } from 'vitest';
import { calm, deferred } from '../../fakes/deferred';
import type { RunId, RunProgress } from '../../../lib/journal/entry';
import { failed, ok } from '../../../lib/result';
import { progressOf, RUN } from '../../fakes/run';
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

test('a command that was refused late says so of its own run only', async () => {
  const problem = { code: 'no-such-run' } as const;
  const pausing = deferred<ReturnType<typeof failed<typeof problem>>>();
  const runs = [RUN, 'next' as RunId];
  const world = await reviewedSession({
    'find-run': () => Promise.resolve(ok(progressOf('running', { planned: 1 }, runs[1]))),
    'pause-run': () => pausing.promise,
    'watch-run': () => new Promise(() => {}),
  });
  const { run } = world.session;
  expect(run.phase.peek()).toMatchObject({ kind: 'watching', progress: { run: { id: 'next' } } });
  const paused = run.pause();
  run.leave();
  runs[1] = RUN;
  await run.find();
  pausing.resolve(failed(problem));
  await paused;
  expect(run.phase.peek()).toMatchObject({ kind: 'watching', problem: null, progress: { run: { id: RUN } } });
});
