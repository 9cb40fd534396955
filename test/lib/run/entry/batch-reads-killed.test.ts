import { describe, expect, test } from 'vitest';
import { changeOf, createWorld, type World } from '../../../fakes/background-world';
import { credentialFields, smallState } from '../../../platform/test-state';

/*
 * A run that is large enough for batch reads, killed: a batch read does not outlive its background.
 */

const IDS = Array.from({ length: 150 }, (_, at) => 301 + at);
const changes = IDS.map((id) =>
  changeOf(id, [['recipient-name', `Person ${id}`, `New ${id}`]], {
    who: { name: `Person ${id}`, email: `p${id}@example.com` },
  }),
);

/** Resolves when the event loop has nothing more to do for the dead background. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function killedAt(nth: number, moment: 'before' | 'after'): Promise<World> {
  let requests = 0;
  const restarts: Promise<void>[] = [];
  const world: World = await createWorld({
    state: smallState(IDS.map((id) => credentialFields(id))),
    rate: 0,
    onRequest: async (request, standIn) => {
      requests += 1;
      if (requests !== nth || restarts.length > 0) return;
      // The platform carries out a request that reached it, though nobody waits for the answer.
      if (moment === 'after') await standIn.fetch(request);
      // Somebody edits between the two backgrounds: the batch read of the first must not count in
      // the second.
      standIn.edit('450', { recipient: { name: 'Married' } });
      restarts.push(world.restart());
    },
  });
  const run = await world.begin(changes);
  await Promise.race([world.rest(run), quiet()]);
  expect(restarts, 'it was killed').toHaveLength(1);
  await Promise.all(restarts);
  return world;
}

describe.each(['before', 'after'] as const)('killed %s its request reaches the platform', (moment) => {
  // Connecting takes three requests. Then come readings, the first batch read, and writes that rest
  // on it.
  test.each([8, 13, 14, 15, 16, 25, 60, 61, 62, 100, 140])('request %i', async (nth) => {
    const world = await killedAt(nth, moment);
    const [run] = await world.journal.listRuns();
    if (run === undefined) throw new Error('the run is gone');
    const end = await world.say({ kind: 'watch-run', run: run.record.id });
    expect(end).toMatchObject({
      ok: true,
      value: { run: { state: { kind: 'finished' } }, counts: { applied: 149, conflict: 1 } },
    });
    const taken = world.writes().map(({ path }) => path);
    expect(taken.filter((path, at) => taken.indexOf(path) !== at)).toEqual([]);
    const names = world.standIn.state().credentials.map(({ id, recipient }) => [id, recipient.name]);
    expect(names).toEqual(IDS.map((id) => [id, id === 450 ? 'Married' : `New ${id}`]));
    expect(world.faults).toEqual([]);
  });
});
