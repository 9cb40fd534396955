import { describe, expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import { changeOf, createWorld, type World } from '../../fakes/background-world';
import { ACCOUNT_KEY } from '../../platform/stand-in-options';

/* A run that is stopped between the reading of a credential and its write does not write it. */

const CHANGES = [101, 102, 103].map((id) =>
  changeOf(id, [['recipient-name', `Person ${id}`, `Persona ${id}`]]),
);

/** A run that is stopped while its first credential is being read. */
async function stopped(stop: (world: World, run: RunId) => Promise<unknown>) {
  let isStopped = false;
  const world: World = await createWorld({
    key: ACCOUNT_KEY,
    signedIn: false,
    async onRequest({ method, url }) {
      if (isStopped || method !== 'GET' || !url.includes('/v1/credentials/')) return;
      isStopped = true;
      const [begun] = await world.journal.listRuns();
      if (begun === undefined) throw new Error('no run');
      await stop(world, begun.record.id);
    },
  });
  const run = await world.begin(CHANGES);
  const end = await world.rest(run);
  return { world, run, end };
}

describe('nothing is written of a run that was', () => {
  test('paused; resumed, all of it is', async () => {
    const { world, run, end } = await stopped((on, id) => on.say({ kind: 'pause-run', run: id }));
    expect(end.run.state).toEqual({ kind: 'paused', reason: { kind: 'asked' } });
    expect(await world.say({ kind: 'resume-run', run }), 'waits for what is under way').toMatchObject({
      ok: true,
    });
    await world.rest(run);
    expect(await world.states(run)).toEqual(CHANGES.map(() => ({ kind: 'applied' })));
    expect(world.writes()).toHaveLength(CHANGES.length);
  });

  test.each<[string, (world: World, run: RunId) => Promise<unknown>, RegExp]>([
    ['paused', (world, run) => world.say({ kind: 'pause-run', run }), /^planned$/],
    ['cancelled', (world, run) => world.say({ kind: 'cancel-run', run }), /^cancelled$/],
    // An intent may be noted before the key is gone. It is read before anything is sent again.
    [
      'signed out',
      (world) => world.say({ kind: 'forget-key', environment: 'production' }),
      /^(?:planned|sent)$/,
    ],
  ])('%s', async (_, stop, left) => {
    const { world, run, end } = await stopped(stop);
    // Each of the two waits until none of its requests is in flight.
    if (end.run.state.kind === 'cancelled') await world.say({ kind: 'watch-run', run });
    else {
      world.keys.clear();
      expect(await world.say({ kind: 'resume-run', run })).toMatchObject({ problem: { code: 'signed-out' } });
    }
    expect(world.writes()).toEqual([]);
    const states = await world.states(run);
    expect(states.map(({ kind }) => kind)).toEqual(CHANGES.map(() => expect.stringMatching(left) as string));
    expect(world.faults).toEqual([]);
  });
});
