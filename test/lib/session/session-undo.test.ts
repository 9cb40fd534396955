import { expect, test } from 'vitest';
import { ok } from '../../../lib/result';
import { deferred, type Deferred, calm } from '../../fakes/deferred';
import { changeOf } from '../../fakes/background-world';
import { entryOf, progressOf } from '../../fakes/run';
import { MEMBERS, sessionWith, SHEET } from '../../fakes/session';

/** A panel that shows a finished run, and reads the group when the test lets it. */
async function finished() {
  const reading: Deferred<void> = deferred();
  const after = MEMBERS.map((member) => (member.id === '1' ? { ...member, grade: 'D' } : member));
  const world = await sessionWith({
    'find-run': () => Promise.resolve(ok(progressOf('running', { planned: 1 }))),
    'watch-run': () => Promise.resolve(ok(progressOf('finished', { applied: 1 }))),
    'list-entries': () =>
      Promise.resolve(ok([entryOf(changeOf(1, [['grade', 'A', 'D']]), { kind: 'applied' }, 0)])),
    'load-credentials': async (_, { part }) => {
      await reading.promise;
      part({ credentials: after, loaded: 2, total: 2 });
      return ok({ kind: 'whole' as const, count: 2, requests: 1 });
    },
  });
  await calm();
  expect(world.session.run.phase.peek().kind).toBe('over');
  return { ...world, reading };
}
type Finished = Awaited<ReturnType<typeof finished>>;

/** [what the admin does while the group is read for the undo, ...] */
test.each<[string, (world: Finished) => Promise<void>, string]>([
  ['nothing: the undo is shown', () => calm(), 'Undo of fixes.csv'],
  [
    'goes to the next sheet: the undo does not take its place',
    async ({ session, open }) => {
      session.startOver();
      await open(SHEET, 'second.csv');
    },
    'second.csv',
  ],
  [
    'opens a sheet beside the result: the undo does not take its place',
    async ({ goTo, open }) => {
      await goTo('upload');
      await open(SHEET, 'second.csv');
    },
    'second.csv',
  ],
])('an undo is asked for, and meanwhile the admin does %s', async (_name, meanwhile, shown) => {
  const world = await finished();
  const undoing = world.session.undo('Undo of fixes.csv');
  await calm();
  await meanwhile(world);
  world.reading.resolve();
  await undoing;
  await calm();
  expect(world.session.file.phase.peek()).toMatchObject({ kind: 'open', name: shown });
});
