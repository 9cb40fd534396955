import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../lib/result';
import { calm } from '../../fakes/deferred';
import { CONNECTION } from '../../fakes/session';
import { reviewedSession } from '../../fakes/session-run';
import { progressOf } from '../../fakes/run';
import type { RunProgress } from '../../../lib/journal/entry';

const OTHER = { ...CONNECTION, account: { id: '77', name: 'Southfield' } };

describe('nobody is signed in at "Update now"', () => {
  async function refusedWith(problem: { readonly code: 'signed-out'; readonly triedKey: boolean }) {
    let isSignedIn = true;
    const world = await reviewedSession({
      connect: () => Promise.resolve(isSignedIn ? ok(CONNECTION) : failed(problem)),
      'give-key': () => Promise.resolve(ok({ ...CONNECTION, signedInBy: 'key' as const })),
      'begin-run': () => Promise.resolve(failed(problem)),
    });
    await world.session.confirm();
    await world.session.updateNow();
    await calm();
    return { ...world, set: (is: boolean) => (isSignedIn = is) };
  }
  const problem = { code: 'signed-out', triedKey: false } as const;

  test('signed in on the dashboard since: back to the review', async () => {
    const { session } = await refusedWith(problem);
    expect(session.run.phase.peek()).toMatchObject({ kind: 'not-begun', problem });
    await session.signInAgain();
    await calm();
    expect(session.step.peek()).toBe('review');
    expect(session.review.phase.peek().kind).toBe('ready');
    expect(session.run.phase.peek().kind).toBe('none');
  });

  test('not signed in: asked for a key, then the review can be made', async () => {
    const { session, set } = await refusedWith(problem);
    set(false);
    await session.signInAgain();
    expect(session.connection.phase.peek()).toEqual({ kind: 'key-needed', refused: false });
    await session.connection.giveKey('key', false);
    await calm();
    expect(session.step.peek()).toBe('review');
    session.goTo('review');
    await calm();
    expect(session.review.phase.peek().kind).toBe('ready');
  });

  test('it does nothing where a run was begun', async () => {
    const world = await reviewedSession();
    const before = world.kinds().length;
    await world.session.signInAgain();
    expect(world.kinds()).toHaveLength(before);
  });
});

describe('somebody else signs in while a run waits', () => {
  async function watched() {
    const tell: ((progress: RunProgress) => void)[] = [];
    const who = { is: CONNECTION };
    const world = await reviewedSession({
      connect: () => Promise.resolve(ok(who.is)),
      'watch-run': (_, { part }) => {
        tell.push(part);
        return new Promise(() => {});
      },
    });
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    const paused = (kind: 'signed-out' | 'other-account') => {
      const progress = progressOf('paused', { applied: 1 });
      tell[0]?.({ ...progress, run: { ...progress.run, state: { kind: 'paused', reason: { kind } } } });
      return calm();
    };
    return { ...world, who, paused };
  }
  const nameIn = (phase: Awaited<ReturnType<typeof watched>>['session']['connection']['phase']) => {
    const now = phase.peek();
    return now.kind === 'connected' ? now.connection.account.name : now.kind;
  };

  test('the head says who, and the review of the account before is out of date', async () => {
    const { session, who, paused } = await watched();
    await paused('signed-out');
    who.is = OTHER;
    await paused('other-account');
    expect(nameIn(session.connection.phase)).toBe('Southfield');
    expect(session.review.phase.peek()).toEqual({ kind: 'none' });
    expect(session.run.phase.peek()).toMatchObject({ kind: 'watching' });
  });

  test('the same one: the review stays', async () => {
    const { session, paused } = await watched();
    const before = session.review.phase.peek();
    await paused('signed-out');
    await paused('other-account');
    expect(nameIn(session.connection.phase)).toBe(CONNECTION.account.name);
    expect(session.review.phase.peek()).toBe(before);
  });
});
