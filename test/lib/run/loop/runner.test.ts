import { describe, expect, test } from 'vitest';
import type { RunId } from '../../../../lib/journal/entry';
import { createRunner } from '../../../../lib/run/loop/runner';
import { failed } from '../../../../lib/result';
import { changeOf, createWorld, headerOf } from '../../../fakes/background-world';
import { createMemoryJournal } from '../../../fakes/memory-journal';
import { testClock } from '../../../platform/test-clock';
import { credentialFields, smallState } from '../../../platform/test-state';

const rename = changeOf(101, [['recipient-name', 'Person 101', 'Persona 101']]);

describe('the runner', () => {
  test('a run that another context holds is not touched', async () => {
    const journal = createMemoryJournal();
    const run = 'r' as RunId;
    const state = { kind: 'preparing' } as const;
    await journal.createRun({ ...headerOf([rename]), id: run, createdAt: 0, finishedAt: null, state });
    await journal.addChanges(run, 0, [rename]);
    await journal.transitionRun(run, { kind: 'running' }, 0);
    const awake: boolean[] = [];
    let asked = 0;
    const runner = createRunner({
      ...testClock(),
      journal,
      signIn: () => {
        asked += 1;
        return Promise.resolve(failed({ code: 'unreachable' }));
      },
      locks: { request: (_name, _options, work) => work(null) },
      keepAwake: (needed) => awake.push(needed),
      onFault: (error) => {
        throw error;
      },
    });
    await runner.wake();
    await runner.idle();
    expect(asked).toBe(0);
    expect(awake).toEqual([true, false]);
    expect((await journal.readRun(run))?.record.state).toEqual({ kind: 'running' });
  });

  test('a run that was filled and never begun is removed after a day', async () => {
    const world = await createWorld();
    const prepared = await world.say({
      kind: 'prepare-run',
      page: { environment: 'production', groupId: '1' as never },
      header: headerOf([rename]),
    });
    expect(prepared.ok).toBe(true);
    await world.restart();
    expect(await world.journal.listRuns()).toHaveLength(1);
    world.clock.advance(25 * 60 * 60 * 1000);
    await world.restart();
    expect(await world.journal.listRuns()).toEqual([]);
  });

  test('the values of a run are deleted 30 days after its end, and not a day before', async () => {
    const world = await createWorld();
    const run = await world.begin([rename]);
    await world.rest(run);
    const day = 24 * 60 * 60 * 1000;
    world.clock.advance(29 * day);
    await world.restart();
    expect(await world.entries(run)).toHaveLength(1);
    world.clock.advance(2 * day);
    await world.restart();
    expect(await world.entries(run)).toEqual([]);
    expect(await world.journal.readRun(run)).toMatchObject({
      counts: { applied: 1 },
      values: { kind: 'deleted' },
    });
  });

  test('progress comes at most five times a second, with a rate', async () => {
    const state = smallState(Array.from({ length: 120 }, (_, at) => credentialFields(301 + at)));
    const world = await createWorld({ state, faults: ['slow:ms=400:method=PUT'] });
    const run = await world.begin(
      state.credentials.map(({ id }) => changeOf(id, [['recipient-name', `Person ${id}`, `New ${id}`]])),
    );
    const moments: number[] = [];
    const rates: (number | null)[] = [];
    await world.say({ kind: 'watch-run', run }, ({ perMinute }) => {
      moments.push(world.clock.now());
      rates.push(perMinute);
    });
    const gaps = moments.slice(1).map((moment, at) => moment - (moments[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200);
    expect(rates.some((rate) => rate !== null && rate > 0)).toBe(true);
  });
});
