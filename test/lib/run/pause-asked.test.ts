import { expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import { changeOf, createWorld, PAGE, type World } from '../../fakes/background-world';
import { deferred } from '../../fakes/deferred';

/* The admin pressed "Pause": only a later "Resume" lets the run continue. */

const ASKED = { kind: 'paused', reason: { kind: 'asked' } };
const changes = [101, 102].map((id) => changeOf(id, [['recipient-name', `Person ${id}`, `Persona ${id}`]]));

async function stateOf(world: World, run: RunId) {
  return (await world.journal.readRun(run))?.record.state;
}

/** A run whose first request of a kind is held back until the test releases it. */
async function heldAt(isHeld: (request: Request) => boolean) {
  const reached = deferred<null>();
  const letGo = deferred<null>();
  let on = false;
  const world = await createWorld({
    async onRequest(request) {
      if (!on || !isHeld(request)) return;
      reached.resolve(null);
      await letGo.promise;
    },
  });
  return { world, hold: () => (on = true), reached: reached.promise, letGo: () => letGo.resolve(null) };
}

test('a request that is answered "signed out" after the pause does not make another pause of it', async () => {
  const { world, hold, reached, letGo } = await heldAt(({ method }) => method === 'PUT');
  hold();
  const run = await world.begin(changes);
  await reached;
  await world.say({ kind: 'pause-run', run });
  world.standIn.setFaults(['signed-out']);
  letGo();
  // It waits for the requests in flight. Whoever pressed "Resume" gets the problem of the sign-in.
  expect(await world.say({ kind: 'resume-run', run })).toMatchObject({ problem: { code: 'signed-out' } });
  expect(await stateOf(world, run)).toEqual(ASKED);
  world.standIn.setFaults([]);
  await world.say({ kind: 'connect', page: PAGE });
  await world.restart();
  expect(await stateOf(world, run)).toEqual(ASKED);
});

test('a run that waits for a sign-in can be paused too', async () => {
  const world = await createWorld();
  world.standIn.setFaults(['signed-out:method=PUT']);
  const run = await world.begin(changes);
  expect((await world.rest(run)).run.state).toEqual({ kind: 'paused', reason: { kind: 'signed-out' } });
  world.standIn.setFaults([]);
  // The panel showed a run under way when the button was pressed.
  await world.say({ kind: 'pause-run', run });
  await world.restart();
  expect(await stateOf(world, run)).toEqual(ASKED);
});

/** Turns by which "Pause" comes after the sign-in that lets the run go on; less than 0: before. */
test.each([-9, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 9, 14, 20])(
  'a "Pause" %i turns after a sign-in, by which the run goes on, holds',
  async (turns) => {
    const world = await createWorld();
    world.standIn.setFaults(['signed-out:method=PUT']);
    const run = await world.begin(changes);
    await world.rest(run);
    world.standIn.setFaults([]);
    const after = async (count: number, work: () => Promise<unknown>) => {
      for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
      await work();
    };
    await Promise.all([
      after(-turns, () => world.wake()),
      after(turns, () => world.say({ kind: 'pause-run', run })),
    ]);
    expect(await stateOf(world, run)).toEqual(ASKED);
  },
);

test('a "Resume" from before the pause, which still signs in, does not undo it', async () => {
  const { world, hold, reached, letGo } = await heldAt(({ url }) => url.includes('/issuer/details'));
  const run = await world.begin(changes);
  await world.say({ kind: 'pause-run', run });
  hold();
  const resumed = world.say({ kind: 'resume-run', run });
  await reached;
  await world.say({ kind: 'pause-run', run });
  letGo();
  expect(await resumed).toEqual({ ok: true, value: null });
  expect(await stateOf(world, run)).toEqual(ASKED);
});

test('when the requests in flight settle the last entries, the run is over without a "Resume"', async () => {
  const { world, hold, reached, letGo } = await heldAt(({ method }) => method === 'PUT');
  hold();
  const run = await world.begin(changes);
  await reached;
  await world.say({ kind: 'pause-run', run });
  expect(await stateOf(world, run)).toEqual(ASKED);
  letGo();
  await expect.poll(() => stateOf(world, run)).toEqual({ kind: 'finished' });
  expect(await world.states(run)).toEqual(changes.map(() => ({ kind: 'applied' })));
});
