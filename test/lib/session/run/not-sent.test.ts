import { describe, expect, test } from 'vitest';
import type { RunId, RunProgress } from '../../../../lib/journal/entry';
import { ok } from '../../../../lib/result';
import type { CommandHandlers } from '../../../../lib/rpc/contract/background-contract';
import { calm, deferred } from '../../../fakes/deferred';
import { progressOf } from '../../../fakes/run';
import { MEMBERS, sessionWith, SHEET } from '../../../fakes/session';
import { reviewedSession } from '../../../fakes/session-run';

/*
 * One update of a group at a time. A sheet that waits for another's is never taken for it: the run
 * that is shown says whose it is, and what is open says that it has not been sent.
 */

const OTHER = 'Credential ID,Recipient Name\n2,Bobby Stone\n';
const CONFIRM = { kind: 'confirm', code: 'name-change', confirmed: true } as const;

type World = Awaited<ReturnType<typeof sessionWith>>;
const notSent = ({ session }: World) => session.notSent.peek();

/** A run of fixes.csv on its way, and another sheet reviewed and confirmed beside it. */
async function besides() {
  const world = await reviewedSession();
  await world.session.confirm();
  void world.session.updateNow();
  await calm();
  await world.open(OTHER, 'other.csv');
  await world.goTo('review');
  await world.session.review.decide(CONFIRM);
  return world;
}

describe('a sheet that was opened while another is sent', () => {
  test('is said not to be in the update that is shown, whose own file is reported', async () => {
    const world = await besides();
    expect(notSent(world)).toEqual({ name: 'other.csv', why: 'other-sheet' });
    await world.session.confirm();
    expect(world.session.step.peek()).toBe('update');
    expect(world.session.run.phase.peek()).toMatchObject({
      kind: 'watching',
      progress: { run: { fileName: 'fixes.csv' } },
    });
    expect(notSent(world)).toEqual({ name: 'other.csv', why: 'other-sheet' });
  });

  test('stays open with what was confirmed, when the other has ended, and can be sent then', async () => {
    const world = await besides();
    await world.session.confirm();
    await world.finish();
    expect(world.session.run.phase.peek().kind).toBe('over');
    expect(notSent(world)).toEqual({ name: 'other.csv', why: 'other-sheet' });
    await world.goTo('review');
    expect(world.session.review.phase.peek()).toMatchObject({
      kind: 'ready',
      state: { obstacles: [], summary: { toUpdate: 1 } },
    });
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    expect(world.said.findLast(({ kind }) => kind === 'prepare-run')).toMatchObject({
      header: { fileName: 'other.csv' },
    });
    expect(notSent(world)).toBeNull();
  });

  test('is not closed with the run of the other, nor is what was decided about it forgotten', async () => {
    const world = await besides();
    await world.finish();
    world.session.startOver();
    expect(world.session.file.phase.peek()).toMatchObject({ kind: 'open', name: 'other.csv' });
    await world.open(OTHER, 'other.csv');
    await world.goTo('review');
    expect(world.session.review.phase.peek()).toMatchObject({ state: { obstacles: [] } });
  });

  test('and the sheet that is sent says nothing of the kind', async () => {
    const world = await reviewedSession();
    expect(notSent(world)).toBeNull();
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    expect(notSent(world)).toBeNull();
    await world.finish({ kind: 'rejected', status: 500, words: 'no' });
    expect(notSent(world)).toBeNull();
    void world.session.run.retry();
    await calm();
    expect(notSent(world)).toBeNull();
  });

  test('is reported while the other is still being written down', async () => {
    const adding = deferred<Awaited<ReturnType<CommandHandlers['add-changes']>>>();
    const world = await reviewedSession({ 'add-changes': () => adding.promise });
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    expect(world.session.run.phase.peek()).toMatchObject({ kind: 'preparing', fileName: 'fixes.csv' });
    expect(notSent(world)).toBeNull();
    await world.open(OTHER, 'other.csv');
    expect(notSent(world)).toMatchObject({ name: 'other.csv' });
    adding.resolve(ok(null));
    await calm();
    expect(notSent(world)).toMatchObject({ name: 'other.csv' });
  });
});

describe('the same sheet', () => {
  test('asked for again under its own run: what was changed since is not in that', async () => {
    const world = await reviewedSession();
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    await world.goTo('review');
    await world.session.confirm();
    expect(world.session.step.peek()).toBe('update');
    expect(notSent(world)).toEqual({ name: 'fixes.csv', why: 'changed-since' });
  });
});

describe('a sheet in another panel', () => {
  const ofAnother = (state: 'running' | 'preparing' | 'cancelled'): RunProgress => {
    const { run, ...rest } = progressOf(state, { planned: 1, 'in-doubt': 1 }, 'of-another' as RunId);
    return { ...rest, run: { ...run, fileName: 'theirs.csv' } };
  };
  test.each(['running', 'preparing', 'cancelled'] as const)(
    'is not sent while a run of the first is %s, which is said',
    async (state) => {
      let found: RunProgress | null = null;
      const world = await sessionWith({
        'find-run': () => Promise.resolve(ok(found)),
        'watch-run': () => new Promise(() => undefined),
      });
      await world.open(SHEET);
      await world.goTo('review');
      found = ofAnother(state);
      await world.session.confirm();
      expect(world.session.step.peek()).toBe('update');
      expect(world.session.run.phase.peek().kind).toBe(state === 'preparing' ? 'preparing' : 'watching');
      expect(notSent(world)).toEqual({ name: 'fixes.csv', why: 'other-sheet' });
      // A second press neither.
      await world.goTo('review');
      await world.session.confirm();
      expect(world.session.step.peek()).toBe('update');
      expect(world.kinds()).not.toContain('prepare-run');
    },
  );

  test('which shows how an earlier run ended finds the one that another has begun since', async () => {
    let found: RunProgress | null = null;
    const world = await reviewedSession({ 'find-run': () => Promise.resolve(ok(found)) });
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    await world.finish({ kind: 'applied' }, MEMBERS);
    await world.open(OTHER, 'other.csv');
    await world.goTo('review');
    await world.session.review.decide(CONFIRM);
    found = ofAnother('running');
    await world.session.confirm();
    expect(world.session.run.phase.peek().kind).not.toBe('confirming');
    expect(notSent(world)).toEqual({ name: 'other.csv', why: 'other-sheet' });
  });
});

test('with no sheet open nothing is said of one', async () => {
  const running = progressOf('running', { planned: 1 });
  const world = await sessionWith({
    'find-run': () => Promise.resolve(ok(running)),
    'watch-run': () => new Promise(() => undefined),
  });
  await calm();
  expect(world.session.run.phase.peek().kind).toBe('watching');
  expect(notSent(world)).toBeNull();
});
