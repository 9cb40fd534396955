import { describe, expect, test } from 'vitest';
import { changeOf, createWorld, type World } from '../../fakes/background-world';
import { held } from '../../platform/test-client';
import { credentialFields, smallState } from '../../platform/test-state';

const COUNT = 6;
const state = smallState(
  Array.from({ length: COUNT }, (_, at) => credentialFields(301 + at, { expired_on: '2026-02-01' })),
  100,
);
const changes = Array.from({ length: COUNT }, (_, at) =>
  changeOf(301 + at, [['expiry-date', '2026-02-01', '2028-02-01']], { credits: 1, renews: true }),
);

/**
 * Kills the background at its n-th request: before it reaches the platform, or before its answer
 * arrives.
 */
async function killedAt(nth: number, moment: 'before' | 'after', faults: readonly string[]): Promise<World> {
  let requests = 0;
  const restarts: Promise<void>[] = [];
  const world: World = await createWorld({
    state,
    faults,
    onRequest: async (request, standIn) => {
      requests += 1;
      if (requests !== nth || restarts.length > 0) return;
      // The platform carries out a request that reached it, though nobody waits for the answer.
      if (moment === 'after') await standIn.fetch(request).catch(() => null);
      restarts.push(world.restart());
    },
  });
  const run = await begun(world);
  if (run !== null) await Promise.race([world.rest(run), quiet()]);
  await Promise.all(restarts);
  return world;
}

/** Begins a run; null when the background was killed before it had begun, which sends nothing. */
async function begun(world: World) {
  const result = await Promise.race([world.begin(changes), quiet()]);
  return result ?? null;
}

/** Resolves when the event loop has nothing more to do for the dead background. */
async function quiet(): Promise<null> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return null;
}

describe('killed at any request, the next background continues from the journal (docs/architecture.md, Journal)', () => {
  const moments = Array.from({ length: 18 }, (_, at) => at + 1);
  describe.each(['before', 'after'] as const)('%s it reaches the platform', (moment) => {
    test.each(moments)('request %i', async (nth) => {
      const world = await killedAt(nth, moment, []);
      const [run] = await world.journal.listRuns();
      if (run === undefined || run.record.state.kind === 'preparing') {
        expect(world.writes()).toEqual([]);
        return;
      }
      const end = await world.say({ kind: 'watch-run', run: run.record.id });
      expect(end).toMatchObject({
        ok: true,
        value: {
          run: { state: { kind: 'finished' } },
          counts: { applied: COUNT, 'in-doubt': 0, sent: 0 },
          creditsSpent: COUNT,
        },
      });
      expect(world.standIn.state().issuer.certificate_left).toBe(100 - COUNT);
      const puts = world
        .writes()
        .filter(({ status }) => status === 200)
        .map(({ path }) => path);
      expect(new Set(puts).size).toBe(puts.length);
      for (const { id } of state.credentials) expect(held(world.standIn, id).expired_on).toBe('2028-02-01');
      expect(world.faults).toEqual([]);
    });
  });

  test('resumed from several sides at once: it runs once', async () => {
    const world = await createWorld({ state });
    const run = await world.begin(changes);
    await world.say({ kind: 'pause-run', run });
    await world.rest(run);
    await Promise.all([
      world.say({ kind: 'resume-run', run }),
      world.say({ kind: 'resume-run', run }),
      world.say({ kind: 'connect', page: { environment: 'production', groupId: '1' as never } }),
    ]);
    await world.say({ kind: 'watch-run', run });
    expect(world.writes()).toHaveLength(COUNT);
  });
});

describe('woken while it cannot continue yet', () => {
  test('the network is away: it tries again, then pauses, and nothing was sent', async () => {
    const world = await createWorld({ state });
    const run = await pausedBeforeTheFirst(world);
    world.standIn.setFaults(['reset-before']);
    await world.journal.transitionRun(run, { kind: 'running' }, 1);
    await world.restart();
    const { run: record } = await world.rest(run);
    expect(record.state).toEqual({ kind: 'paused', reason: { kind: 'failures', count: 5, words: '' } });
  });

  test('the network comes back in time: it continues by itself', async () => {
    const world = await createWorld({ state });
    const run = await pausedBeforeTheFirst(world);
    world.standIn.setFaults(['reset-before:times=12']);
    await world.journal.transitionRun(run, { kind: 'running' }, 1);
    await world.restart();
    const { run: record, counts } = await world.rest(run);
    expect(record.state).toEqual({ kind: 'finished' });
    expect(counts.applied).toBe(COUNT);
  });

  /** A run whose journal is as if the background had been killed early. */
  async function pausedBeforeTheFirst(world: World) {
    const run = await world.begin(changes);
    await world.say({ kind: 'pause-run', run });
    await world.rest(run);
    await quiet();
    return run;
  }
});
