import { expect, test } from 'vitest';
import { changeOf, createWorld, headerOf, PAGE, type World } from '../../fakes/background-world';
import { deferred } from '../../fakes/deferred';
import { held } from '../../platform/test-client';

/* A cancelled run of which a write may still arrive is in the way of the next: what comes late would go over what that one wrote. */

const renamed = (before: string, after: string) => changeOf(101, [['recipient-name', before, after]]);

/** A run whose one write gets no answer and is cancelled; the network holds the write back. */
async function cancelledInDoubt() {
  let late: Request | null = null;
  const reading = deferred<null>();
  const world: World = await createWorld({
    async onRequest(request) {
      // What became of it is read when the test lets it.
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

test('the next run waits for it, and is shown it', async () => {
  const { world, run, prepare, arrive, letRead } = await cancelledInDoubt();
  expect(await prepare()).toEqual({ ok: false, problem: { code: 'run-in-progress', run } });
  expect(await world.say({ kind: 'find-run', page: PAGE })).toMatchObject({ value: { run: { id: run } } });
  await arrive();
  letRead();
  expect(await world.say({ kind: 'watch-run', run })).toMatchObject({ value: { counts: { applied: 1 } } });
  expect(held(world.standIn, 101).recipient.name).toBe('Late');
  // What the review of the next one says is not so any more: a conflict, and nothing is gone over.
  const next = await world.begin([renamed('Person 101', 'Newer')]);
  await world.rest(next);
  expect(await world.states(next)).toMatchObject([{ kind: 'conflict', fields: [{ now: 'Late' }] }]);
});

test('one that was written down before is not begun meanwhile either', async () => {
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

test('one of which nothing can be known is not in the way for ever', async () => {
  const { world, run, prepare, letRead } = await cancelledInDoubt();
  // The platform does not give this credential any more: what became of it stays open.
  world.standIn.setFaults(['502:path=/v1/credentials/101']);
  letRead();
  await world.say({ kind: 'watch-run', run });
  expect(await world.states(run)).toMatchObject([{ kind: 'in-doubt' }]);
  expect(await prepare()).toMatchObject({ problem: { code: 'run-in-progress' } });
  world.clock.advance(2 * 60_000);
  expect(await prepare()).toMatchObject({ ok: true });
});
