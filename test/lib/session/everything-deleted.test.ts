import { describe, expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import { failed, ok } from '../../../lib/result';
import type { CommandHandlers } from '../../../lib/rpc/contract/background-contract';
import { RESULT_WORDS } from '../../fakes/result-words';
import { calm } from '../../fakes/deferred';
import { changeTo, entryOf, RUN } from '../../fakes/run';
import { MEMBERS } from '../../fakes/session';
import { reviewedSession } from '../../fakes/session-run';

/*
 * Who deletes what is stored here is reported that no run can be undone afterwards: a panel that
 * still shows one lets go of its names and values as well, and offers nothing that rests on them.
 */

const updated = MEMBERS.map((member) => (member.id === '1' ? { ...member, grade: 'D' } : member));
const DELETING: Partial<CommandHandlers> = {
  'delete-everything': () => Promise.resolve(ok(null)),
  'forget-values': () => Promise.resolve(ok(null)),
  'list-history': () => Promise.resolve(ok({ runs: [], keptDays: 30, unreadable: 0 })),
};
const over = async (handlers: Partial<CommandHandlers> = {}) => {
  const world = await reviewedSession({ ...DELETING, ...handlers });
  await world.session.confirm();
  void world.session.updateNow();
  await calm();
  await world.finish({ kind: 'applied' }, updated);
  return world;
};
type World = Awaited<ReturnType<typeof over>>;

describe('a finished run that is shown', () => {
  test.each<[string, (world: World) => Promise<void>]>([
    ['everything is deleted', ({ session }) => session.history.deleteEverything()],
    ['its values are deleted', ({ session }) => session.history.deleteValues(RUN)],
  ])('keeps its counts alone when %s', async (_name, act) => {
    const world = await over();
    const { phase } = world.session.run;
    expect(JSON.stringify(phase.peek())).toContain('Ada Lovelace');
    await act(world);
    await calm();
    expect(phase.peek()).toMatchObject({
      kind: 'over',
      isForgotten: true,
      entries: [],
      progress: { counts: { applied: 1 } },
    });
    expect(world.session.run.isOfThisPlan()).toBe(false);
    expect(await world.session.resultFile([], () => RESULT_WORDS, 'all')).toMatchObject({ from: 'journal' });
    // Nothing is made of it any more.
    await world.session.undo('Undo of fixes.csv');
    await world.session.run.retry();
    expect(world.session.step.peek()).toBe('update');
    expect(world.kinds().filter((kind) => kind === 'prepare-run')).toHaveLength(1);
  });

  test('keeps all when the values of another are', async () => {
    const world = await over();
    await world.session.history.deleteValues('another' as RunId);
    expect(world.session.run.phase.peek()).toMatchObject({ kind: 'over', entries: [{ credential: '1' }] });
    expect(world.session.run.isOfThisPlan()).toBe(true);
  });

  test('keeps all when nothing could be deleted', async () => {
    const problem = { code: 'runs-not-over', groups: ['Welding'] } as const;
    const world = await over({ 'delete-everything': () => Promise.resolve(failed(problem)) });
    await world.session.history.deleteEverything();
    expect(world.session.run.phase.peek()).toMatchObject({ kind: 'over', entries: [{ credential: '1' }] });
  });
});

test('an undo that is open is made of deleted values: it goes, and why is said', async () => {
  const world = await over();
  await world.session.undo('Undo of fixes.csv');
  expect(world.session.step.peek()).toBe('review');
  await world.session.history.deleteEverything();
  await calm();
  expect(world.session.file.phase.peek()).toMatchObject({
    kind: 'failed',
    problem: { code: 'values-deleted' },
  });
  expect(world.session.step.peek()).toBe('upload');
});

test("a sheet of the admin's own stays open", async () => {
  const world = await over();
  world.session.startOver();
  await world.open('Credential ID,Grade\n1,E\n');
  await world.session.history.deleteEverything();
  expect(world.session.file.phase.peek().kind).toBe('open');
});

/** A finished run, and a journal that refuses its entries once that is said. */
async function overWith(code: 'no-such-run' | 'values-deleted') {
  let isDeleted = false;
  const entry = entryOf(changeTo('1', [['grade', 'A', 'D']]));
  const world = await over({
    'list-entries': () => Promise.resolve(isDeleted ? failed({ code }) : ok([entry])),
  });
  return { ...world, deleteElsewhere: () => (isDeleted = true) };
}

describe('in another panel', () => {
  test('it is found out when that comes to the front, or wants to undo', async () => {
    for (const act of ['lookAround', 'undo'] as const) {
      const world = await overWith('no-such-run');
      await world.session.lookAround();
      expect(world.session.run.phase.peek()).toMatchObject({ entries: [{ credential: '1' }] });
      world.deleteElsewhere();
      await (act === 'undo' ? world.session.undo('Undo') : world.session.lookAround());
      expect(world.session.run.phase.peek()).toMatchObject({ kind: 'over', isForgotten: true, entries: [] });
    }
  });

  test('values that were kept for no days stay to be seen by whom the run was begun', async () => {
    const world = await overWith('values-deleted');
    world.deleteElsewhere();
    await world.session.lookAround();
    expect(world.session.run.phase.peek()).toMatchObject({ entries: [{ credential: '1' }] });
  });
});
