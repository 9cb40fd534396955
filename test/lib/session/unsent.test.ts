import { expect, test } from 'vitest';
import { ok } from '../../../lib/result';
import { wouldLoseWork } from '../../../lib/session/unsent';
import { calm } from '../../fakes/deferred';
import { progressOf } from '../../fakes/run';
import { sessionWith, SHEET } from '../../fakes/session';
import { reviewedSession } from '../../fakes/session-run';

test('with nothing open nothing is lost', async () => {
  const { session } = await sessionWith();
  expect(wouldLoseWork(session)).toBe(false);
});

test('a sheet is lost until a run has taken it', async () => {
  const world = await reviewedSession();
  expect(wouldLoseWork(world.session)).toBe(true);
  await world.session.confirm();
  expect(wouldLoseWork(world.session)).toBe(true);
  void world.session.updateNow();
  await calm();
  expect(world.session.run.phase.peek().kind).toBe('watching');
  expect(wouldLoseWork(world.session)).toBe(false);
  await world.finish();
  expect(wouldLoseWork(world.session)).toBe(false);
});

test('a run that is still being written down is lost with the panel', async () => {
  const world = await reviewedSession({ 'prepare-run': () => new Promise(() => {}) });
  await world.session.confirm();
  void world.session.updateNow();
  await calm();
  expect(world.session.run.phase.peek().kind).toBe('preparing');
  expect(wouldLoseWork(world.session)).toBe(true);
});

test.each([
  ['under way', progressOf('running', { planned: 1 })],
  ['that is over', progressOf('finished', { applied: 1 })],
] as const)('a sheet beside a run %s, which is not of it, is lost', async (_name, progress) => {
  const { session, open } = await sessionWith({
    'find-run': () => Promise.resolve(ok(progress)),
    'watch-run': () => new Promise(() => {}),
    'list-entries': () => Promise.resolve(ok([])),
  });
  expect(wouldLoseWork(session)).toBe(false);
  await open(SHEET);
  expect(wouldLoseWork(session)).toBe(true);
});
