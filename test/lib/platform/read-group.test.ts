import { describe, expect, test } from 'vitest';
import type { Credential } from '../../../lib/credential/credential';
import { groupId } from '../../../lib/credential/ids';
import { createClient } from '../../../lib/platform/client';
import { createPace } from '../../../lib/platform/pace';
import { readGroup } from '../../../lib/platform/read-group';
import { createWorld, PAGE, type WorldOptions } from '../../fakes/background-world';
import { credentialFields, smallState } from '../../platform/test-state';
import type { Switches } from '../../platform/switches';
import { testClock } from '../../platform/test-clock';

const group = (count: number) => {
  const own = Array.from({ length: count }, (_, at) => credentialFields(1_000 + at));
  return smallState([...own, credentialFields(1, { group_id: 2 })]);
};

async function load(options: WorldOptions) {
  const world = await createWorld(options);
  const credentials: Credential[] = [];
  const totals: number[] = [];
  const answer = await world.say({ kind: 'load-credentials', page: PAGE }, (part) => {
    credentials.push(...part.credentials);
    totals.push(part.total);
  });
  return { answer, credentials, totals, world };
}

const state = group(230);
const ids = Array.from({ length: 230 }, (_, at) => String(1_000 + at));

describe('a group is read whole, each credential once, whatever the platform is like', () => {
  test.each<[string, Partial<Switches>, number]>([
    ['an empty page at the end', { 'cursor-end': 'empty-page' }, 3],
    ['no cursor at the end', { 'cursor-end': 'no-cursor' }, 3],
    ['the same cursor at the end', { 'cursor-end': 'same-cursor' }, 3],
    ['smaller pages than asked', { 'page-max': 50 }, 5],
    ['ids as text', { ids: 'strings' }, 3],
    ['ids as numbers', { ids: 'numbers' }, 3],
    ['timestamps for days', { dates: 'timestamps' }, 3],
    ['no custom attributes as null', { 'empty-attributes': 'null' }, 3],
  ])('%s', async (_name, switches, requests) => {
    const { answer, credentials } = await load({ state, switches });
    expect(answer).toEqual({ ok: true, value: { kind: 'whole', count: 230, requests } });
    expect(credentials.map(({ id }) => id)).toEqual(ids);
    expect(credentials[0]).toMatchObject({
      issuedOn: '2026-01-10',
      groupId: '1',
      recipientName: 'Person 1000',
      custom: {},
    });
  });

  test.each(['empty-page', 'no-cursor', 'same-cursor'] as const)(
    'beyond 10,000, %s, the count capped or not',
    async (end) => {
      const large = group(10_250);
      for (const count of ['exact', 'capped'] as const) {
        const { answer, credentials } = await load({
          state: large,
          switches: { 'cursor-end': end, count },
          rate: 0,
        });
        expect(answer).toMatchObject({ ok: true, value: { count: 10_250 } });
        expect(new Set(credentials.map(({ id }) => id)).size).toBe(10_250);
      }
    },
  );

  test.each(['empty-page', 'no-cursor'] as const)('exactly 10,000, %s', async (end) => {
    const options = { state: group(10_000), switches: { 'cursor-end': end }, rate: 0 };
    const { answer } = await load(options);
    expect(answer).toMatchObject({ ok: true, value: { kind: 'whole', count: 10_000 } });
  });

  test('an empty group', async () => {
    const { answer, credentials } = await load({ state: group(0) });
    expect(answer).toEqual({ ok: true, value: { kind: 'whole', count: 0, requests: 1 } });
    expect(credentials).toEqual([]);
  });

  test.each([
    ['server errors', '500:every=3:path=/v2'],
    ['limit answers', '429:every=2:path=/v2'],
    ['broken connections', 'reset-before:every=2:path=/v2'],
  ])('through %s', async (_name, fault) => {
    const { answer } = await load({ state, faults: [fault] });
    expect(answer).toMatchObject({ ok: true, value: { count: 230 } });
  });

  test('signed out in the middle', async () => {
    const { answer } = await load({ state, faults: ['signed-out:from=2:path=/v2'] });
    expect(answer).toEqual({ ok: false, problem: { code: 'signed-out', triedKey: false } });
  });
});

/** [most, the reading of a group of 2,300 that the platform does not count] */
test.each<[number | undefined, object]>([
  [undefined, { kind: 'whole', count: 2_300 }],
  [5_000, { kind: 'whole', count: 2_300 }],
  [1_000, { kind: 'large' }],
])('without a count, and `most` %s: a reading that was left is not whole', async (most, reading) => {
  const clock = testClock();
  const group = { id: 7, name: 'Group' };
  const wire = (id: number) => ({ id, approve: true, private: false, custom_attributes: {}, group });
  const client = createClient({
    ...clock,
    random: () => 0,
    pace: createPace(clock),
    environment: 'eu',
    authorization: { kind: 'session' },
    fetch: (_url, init) => {
      const { page } = JSON.parse(init.body as string) as { page: { from?: number; cursor?: string } };
      const from = page.from ?? Number(page.cursor);
      const ids = Array.from({ length: Math.min(100, 2_300 - from) }, (_, at) => from + at + 1);
      const meta = { cursor: String(from + ids.length) };
      return Promise.resolve(new Response(JSON.stringify({ credentials: ids.map(wire), meta })));
    },
  });
  const options = { onPart: () => undefined, ...(most !== undefined && { most }) };
  expect(await readGroup(client, groupId(7), options)).toMatchObject({ ok: true, value: reading });
});

/** A platform whose search has offsets alone, which reach the first 10,000. */
function offsetsAlone(all: number, count: number | undefined) {
  const clock = testClock();
  const asked: string[] = [];
  const wire = (id: number) => ({
    id,
    approve: true,
    private: false,
    custom_attributes: {},
    group: { id: 7, name: 'Group' },
  });
  const client = createClient({
    ...clock,
    random: () => 0,
    pace: createPace(clock),
    environment: 'eu',
    authorization: { kind: 'session' },
    fetch: (_url, init) => {
      const { page, sort } = JSON.parse(init.body as string) as {
        page: { from: number; size: number };
        sort: { id: 'asc' | 'desc' };
      };
      asked.push(sort.id);
      const size = Math.min(1_000, page.size, Math.min(all, 10_000) - page.from);
      const at = (place: number) => (sort.id === 'asc' ? place + 1 : all - place);
      const credentials = Array.from({ length: size }, (_, place) => wire(at(page.from + place)));
      return Promise.resolve(new Response(JSON.stringify({ credentials, meta: { count } })));
    },
  });
  return { client, asked };
}

/** [credentials of the group, the count that the platform says, what the reading is, probes] */
test.each<[number, number | undefined, object, number]>([
  [10_000, 10_000, { ok: true, value: { kind: 'whole', count: 10_000 } }, 1],
  [10_000, undefined, { ok: true, value: { kind: 'whole', count: 10_000 } }, 1],
  [10_001, 10_000, { ok: false, problem: { code: 'unexpected-answer' } }, 2],
  [25_000, 10_000, { ok: false, problem: { code: 'unexpected-answer' } }, 2],
  [10_001, undefined, { ok: false, problem: { code: 'unexpected-answer' } }, 2],
  // The count itself says that some are missing.
  [10_001, 10_001, { ok: false, problem: { code: 'unexpected-answer' } }, 0],
  [9_999, 9_999, { ok: true, value: { kind: 'whole', count: 9_999 } }, 0],
  [230, 230, { ok: true, value: { kind: 'whole', count: 230 } }, 0],
])(
  'offsets alone, %d credentials, count %s: never whole with some missing',
  async (all, count, reading, probes) => {
    const { client, asked } = offsetsAlone(all, count);
    expect(await readGroup(client, groupId(7), { onPart: () => undefined })).toMatchObject(reading);
    expect(asked.filter((order) => order === 'desc')).toHaveLength(probes);
  },
);
