import { expect, test } from 'vitest';
import { calm } from '../../fakes/deferred';
import { MEMBERS, planOf } from '../../fakes/session';
import { reviewedSession } from '../../fakes/session-run';

/*
 * What was decided about a sheet is done with it once its run has finished. One that was cancelled
 * is gone on with: a row that was left out is not to be sent because the sheet came again.
 */

const TEXT = 'Credential ID,Grade\n1,D\n2,E\n';

test.each([
  ['finished', 'applied', { carriedOver: null, summary: { excluded: 0, toUpdate: 2 } }],
  ['cancelled', 'cancelled', { carriedOver: { excludedRows: 1 }, summary: { excluded: 1, toUpdate: 1 } }],
] as const)('the run is %s, and the same sheet comes again', async (how, kind, state) => {
  const world = await reviewedSession({}, TEXT);
  await world.session.review.decide({ kind: 'exclude', rows: [3], excluded: true });
  await world.session.confirm();
  void world.session.updateNow();
  await calm();
  await world.finish({ kind }, MEMBERS, how);
  world.session.startOver();
  expect(world.session.file.phase.peek()).toEqual({ kind: 'none' });
  await world.open(TEXT);
  await world.goTo('review');
  expect(world.session.review.phase.peek()).toMatchObject({ state });
});

test('an undo takes back what was typed in the review, and takes nothing over from it', async () => {
  const world = await reviewedSession({}, TEXT);
  await world.session.review.decide({ kind: 'edit', row: 2, attribute: 'grade', text: 'C' });
  await world.session.confirm();
  void world.session.updateNow();
  await calm();
  const after = MEMBERS.map((one) => ({ ...one, grade: one.id === '1' ? 'C' : 'E' }));
  await world.finish({ kind: 'applied' }, after);
  await world.session.undo('Undo of fixes.csv');
  await calm();
  expect(world.session.review.phase.peek()).toMatchObject({
    state: { carriedOver: null, summary: { toUpdate: 2 } },
  });
  const { changes } = await planOf(world);
  expect(changes.flatMap(({ fields }) => fields)).toMatchObject([
    { before: 'C', after: 'A' },
    { before: 'E', after: 'B' },
  ]);
});
