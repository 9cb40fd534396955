import { describe, expect, test } from 'vitest';
import type { Change } from '../../../../lib/credential/change';
import { FRESH_MS } from '../../../../lib/run/entry/batch-reads';
import { changeOf, createWorld, type World, type WorldOptions } from '../../../fakes/background-world';
import { held } from '../../../platform/test-client';
import { credentialFields, smallState } from '../../../platform/test-state';

const FIRST = 301;
const idsOf = (count: number) => Array.from({ length: count }, (_, at) => FIRST + at);
const nameChange = (id: number) => changeFor(id, [['recipient-name', `Person ${id}`, `New ${id}`]]);

function changeFor(id: number, fields: Parameters<typeof changeOf>[1], more: Partial<Change> = {}): Change {
  return changeOf(id, fields, { who: { name: `Person ${id}`, email: `p${id}@example.com` }, ...more });
}

async function worldOf(count: number, options: WorldOptions = {}) {
  const state = smallState(
    idsOf(count).map((id) => credentialFields(id)),
    100,
  );
  return createWorld({ state, ...options });
}

/** Counts the requests of the run, by kind. */
function requestsOf({ standIn }: World) {
  const of = (test: (method: string, path: string) => boolean) =>
    standIn.log.filter(({ part, method, path }) => part === 'api' && test(method, path)).length;
  return {
    reads: of((method, path) => method === 'GET' && path.startsWith('/v1/credentials/')),
    batches: of((method, path) => method === 'POST' && path === '/v2/credentials/search'),
    writes: of((method, path) => method === 'PUT' && path.startsWith('/v1/credentials/')),
  };
}

describe('requests of a run', () => {
  test.each([
    ['a small one reads each', 60, 0, { reads: 60, batches: 0 }],
    ['a large one reads in batches', 400, 0, { reads: 40, batches: 50 }],
    ['an index that runs a little behind', 400, 3_000, { reads: 80, batches: 60 }],
    [
      'an index that never catches up: it reads each, with a batch now and then',
      600,
      10 ** 8,
      { reads: 600, batches: 40 },
    ],
  ])('%s', async (_name, count, lag, most) => {
    const world = await worldOf(count, {
      rate: 0,
      switches: { 'search-lag': lag },
      faults: ['slow:ms=300:method=PUT'],
    });
    const run = await world.begin(idsOf(count).map(nameChange));
    expect((await world.rest(run)).counts).toMatchObject({ applied: count });
    const { reads, batches, writes } = requestsOf(world);
    expect(writes).toBe(count);
    expect(reads).toBeLessThanOrEqual(most.reads);
    expect(batches).toBeLessThanOrEqual(most.batches);
    const now = world.standIn.state().credentials;
    expect(now.map(({ recipient }) => recipient.name)).toEqual(idsOf(count).map((id) => `New ${id}`));
  });

  test.each<[string, (id: number) => Change]>([
    ['what costs a credit', (id) => changeFor(id, [['expiry-date', null, '2028-02-01']], { credits: 1 })],
    ['custom attributes', (id) => changeFor(id, [['custom:Location', null, 'York']])],
    ['evidence', (id) => changeFor(id, [['evidence-url-1', null, 'https://a.test/x']])],
    ['what the search does not answer', (id) => changeFor(id, [['description', null, 'Words']])],
    ['somebody without an e-mail', (id) => ({ ...nameChange(id), who: { name: null, email: null } })],
  ])('%s is read by itself in a large run too', async (_name, change) => {
    const world = await worldOf(120, { rate: 0 });
    await world.rest(await world.begin(idsOf(120).map(change)));
    expect(requestsOf(world)).toMatchObject({ batches: 0 });
    expect(requestsOf(world).reads).toBeGreaterThanOrEqual(120);
  });
});

describe('somebody else changes the same field during the run', () => {
  test.each([
    ['the search is at once', 0, 'as-written'],
    ['it runs 3 s behind', 3_000, 'as-written'],
    ['it runs 20 s behind', 20_000, 'as-written'],
    ['it runs a minute behind', 60_000, 'as-written'],
    ['it never comes', 10 ** 8, 'as-written'],
    ['most of it runs 20 s behind', 20_000, 'mixed'],
    ['most of it runs a minute behind', 60_000, 'mixed'],
    ['most of it never comes', 10 ** 8, 'mixed'],
  ] as const)(
    '%s: an edit from before the fresh time of a batch read is never overwritten',
    async (...of) => {
      const [, lag, order] = of;
      const count = 500;
      const edited = new Map<number, number>();
      const written = new Map<number, number>();
      const world: World = await worldOf(count, {
        rate: 0,
        switches: { 'search-lag': lag, 'search-order': order },
        faults: ['slow:ms=250:method=PUT'],
        onRequest: ({ method, url }, standIn) => {
          const id = Number(/credentials\/(\d+)$/.exec(url)?.[1]);
          if (method !== 'PUT') return;
          const now = world.clock.now();
          written.set(id, now);
          const other = FIRST + ((id * 7) % count);
          if (id % 3 !== 0 || written.has(other) || edited.has(other)) return;
          edited.set(other, now);
          standIn.edit(String(other), { recipient: { name: `Married ${other}` } });
        },
      });
      const run = await world.begin(idsOf(count).map(nameChange));
      await world.rest(run);
      const entries = await world.entries(run);
      const overwritten = entries.filter(({ credential, state }) => {
        const id = Number(credential);
        return edited.has(id) && state.kind !== 'conflict';
      });
      const late = overwritten.map(({ credential }) => {
        const id = Number(credential);
        return (written.get(id) ?? Infinity) - (edited.get(id) ?? 0);
      });
      expect(late.filter((age) => age > FRESH_MS)).toEqual([]);
      expect(entries.filter(({ state }) => state.kind === 'conflict').length).toBeGreaterThan(30);
      for (const { credential, state } of entries) {
        if (state.kind === 'conflict')
          expect(held(world.standIn, Number(credential)).recipient.name).toContain('Married');
      }
    },
  );

  test('before its first write: a conflict, whatever the search says', async () => {
    const world = await worldOf(200, { rate: 0, switches: { 'search-lag': 10 ** 8 } });
    const some = idsOf(200).filter((id) => id % 20 === 0);
    for (const id of some) world.standIn.edit(String(id), { recipient: { name: 'Married' } });
    const run = await world.begin(idsOf(200).map(nameChange));
    await world.rest(run);
    const conflicts = (await world.entries(run)).filter(({ state }) => state.kind === 'conflict');
    expect(conflicts.map(({ credential }) => Number(credential))).toEqual(some);
  });
});

test('a platform that answers each reading after half a minute is written to all the same', async () => {
  const world = await worldOf(3, { faults: ['slow:ms=25000:method=GET:path=/v1/credentials'] });
  const run = await world.begin(idsOf(3).map(nameChange));
  expect((await world.rest(run)).counts).toMatchObject({ applied: 3 });
  expect(world.writes()).toHaveLength(3);
});

test('a write that a limit answer held back is decided again: an edit meanwhile is a conflict', async () => {
  const world = await worldOf(1, {
    faults: ['429:method=PUT:times=1'],
    onRequest: ({ method }, standIn) => {
      if (method === 'PUT') standIn.edit(String(FIRST), { recipient: { name: 'Married' } });
    },
  });
  const run = await world.begin([nameChange(FIRST)]);
  await world.rest(run);
  expect(await world.states(run)).toMatchObject([{ kind: 'conflict' }]);
  expect(world.writes()).toHaveLength(1);
});
