import { expect, test } from 'vitest';
import { changeOf, createWorld, headerOf, PAGE, type World } from '../../fakes/background-world';
import { deferred } from '../../fakes/deferred';
import { held } from '../../platform/test-client';

/*
 * A cancelled run with a write that may still arrive is in the way of the next one, whose values it
 * would overwrite.
 */

const renamed = (before: string, after: string) => changeOf(101, [['recipient-name', before, after]]);

/** A cancelled run whose one write got no answer, because the network holds it back. */
async function cancelledInDoubt() {
  let late: Request | null = null;
  const reading = deferred<null>();
  const world: World = await createWorld({
    async onRequest(request) {
      // Its outcome is read when the test releases it.
      if (late !== null && request.url.includes('/v1/credentials/')) await reading.promise;
      if (request.method !== 'PUT' || late !== null) return;
      late = request.clone();
      const [begun] = await world.journal.listRuns();
      if (begun !== undefined) await world.say({ kind: 'cancel-run', run: begun.record.id });
      throw new TypeError('the network is gone');
    },
  });
  const run = await world.begin([renamed('Person 101', 'Late')]);
  await expect.poll(() => world.states(run)).toMatchObject([{ kind: 'in-doubt' }]);
  const prepare = () =>
    world.say({ kind: 'prepare-run', page: PAGE, header: headerOf([renamed('Person 101', 'Newer')]) });
  const arrive = async () => {
    if (late === null) throw new Error('nothing was sent');
    await world.standIn.fetch(late);
  };
  return { world, run, prepare, arrive, letRead: () => reading.resolve(null) };
}

test('the next run waits for it, and shows it', async () => {
  const { world, run, prepare, arrive, letRead } = await cancelledInDoubt();
  expect(await prepare()).toEqual({ ok: false, problem: { code: 'run-in-progress', run } });
  expect(await world.say({ kind: 'find-run', page: PAGE })).toMatchObject({ value: { run: { id: run } } });
  await arrive();
  letRead();
  expect(await world.say({ kind: 'watch-run', run })).toMatchObject({ value: { counts: { applied: 1 } } });
  expect(held(world.standIn, 101).recipient.name).toBe('Late');
  // The review of the next run is out of date: a conflict, and nothing is overwritten.
  const next = await world.begin([renamed('Person 101', 'Newer')]);
  await world.rest(next);
  expect(await world.states(next)).toMatchObject([{ kind: 'conflict', fields: [{ now: 'Late' }] }]);
});

test('a run that was filled before is not begun meanwhile either', async () => {
  const { world, run } = await cancelledInDoubt();
  const state = { kind: 'preparing' } as const;
  const id = 'written-before' as typeof run;
  const change = renamed('Person 101', 'Newer');
  await world.journal.createRun({ ...headerOf([change]), id, createdAt: 0, finishedAt: null, state });
  await world.journal.addChanges(id, 0, [change]);
  expect(await world.say({ kind: 'begin-run', run: id })).toEqual({
    ok: false,
    problem: { code: 'run-in-progress', run },
  });
});

test('a run whose outcomes stay unknown is not in the way for ever', async () => {
  const { world, run, prepare, letRead } = await cancelledInDoubt();
  // The platform no longer gives this credential: its outcome stays open.
  world.standIn.setFaults(['502:path=/v1/credentials/101']);
  letRead();
  await world.say({ kind: 'watch-run', run });
  expect(await world.states(run)).toMatchObject([{ kind: 'in-doubt' }]);
  expect(await prepare()).toMatchObject({ problem: { code: 'run-in-progress' } });
  world.clock.advance(2 * 60_000);
  expect(await prepare()).toMatchObject({ ok: true });
});
