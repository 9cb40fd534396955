import { expect, test } from 'vitest';
import { calm } from '../../fakes/deferred';
import { reviewedSession } from '../../fakes/session-run';

/* docs/product.md 2.5: the last word is about the sheet and the plan that are asked about. */

test('a question that is withdrawn while its press is being judged leaves the admin in Review', async () => {
  const world = await reviewedSession();
  await world.session.confirm();
  world.session.run.dismiss();
  await world.session.updateNow();
  expect([world.session.step.peek(), world.session.run.phase.peek().kind]).toEqual(['review', 'none']);
  expect(world.kinds()).not.toContain('prepare-run');
});

test('is not asked for once the admin has left Review, while the plan was still being made', async () => {
  const world = await reviewedSession();
  const release = world.sheet.hold('makePlan');
  const asking = world.session.confirm();
  await world.goTo('upload');
  release();
  await asking;
  expect([world.session.step.peek(), world.session.run.phase.peek().kind]).toEqual(['upload', 'none']);
});

test('a promise is about its own sheet: the whole group in its place has none', async () => {
  const { session } = await reviewedSession();
  session.promise.promiseNumber('credentials', '9');
  expect(session.promise.promise.peek().numbers.size).toBe(1);
  void session.withoutSheet('The whole group');
  await calm();
  expect(session.file.phase.peek()).toMatchObject({ kind: 'open', group: true });
  expect(session.promise.promise.peek().numbers.size).toBe(0);
});
