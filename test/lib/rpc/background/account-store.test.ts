import { describe, expect, test, vi } from 'vitest';
import { createAccountMemory } from '../../../../lib/rpc/background/account-store';
import { changeOf, createWorld, PAGE } from '../../../fakes/background-world';
import { calm } from '../../../fakes/deferred';
import type { Switches } from '../../../platform/switches';
import { held } from '../../../platform/test-client';
import { credentialFields, smallState } from '../../../platform/test-state';

const NOW = Date.parse('2026-03-03T10:00:00Z');
const OF = { environment: 'production', account: '9' } as const;

function storeOf(kept: unknown) {
  const storage = new Map<string, unknown>([['account:production:9', kept]]);
  const store = {
    get: (name: string) => Promise.resolve(storage.get(name)),
    put: (name: string, facts: unknown) => Promise.resolve(void storage.set(name, facts)),
  };
  const memoryOf = () =>
    createAccountMemory(
      store,
      OF,
      () => NOW,
      () => {},
    );
  return { storage, memory: memoryOf(), other: memoryOf() };
}

test('what is learned is kept beside what was known', async () => {
  const { storage, memory } = storeOf({ private: { is: 'taken', at: 1 } });
  memory.learn('grade', 'ignored');
  memory.learn('own-ids', 'seen');
  await calm();
  const kept = {
    private: { is: 'taken', at: 1 },
    grade: { is: 'ignored', at: NOW },
    'own-ids': { is: 'seen', at: NOW },
  };
  expect(storage.get('account:production:9')).toEqual(kept);
  expect(await memory.known()).toEqual(kept);
});

test('a storage that fails is a fault without what was learned, and the work goes on', async () => {
  const onFault = vi.fn<(error: unknown) => void>();
  const full = () => Promise.reject(new Error('no space for Ada Lovelace'));
  const memory = createAccountMemory({ get: full, put: full }, OF, () => NOW, onFault);
  memory.learn('grade', 'ignored');
  memory.learn('own-ids', 'seen');
  await calm();
  expect(await memory.known()).toEqual({});
  expect(onFault.mock.calls.map(String)).toEqual([
    'Error: What is known of an account cannot be read',
    'Error: What is known of an account cannot be saved',
  ]);
});

test('the last one counts', async () => {
  const { memory } = storeOf({ grade: { is: 'taken', at: 1 } });
  memory.learn('grade', 'ignored');
  await calm();
  expect(await memory.known()).toEqual({ grade: { is: 'ignored', at: NOW } });
});

test('runs of two groups that learn at the same moment keep both', async () => {
  const { storage, memory, other } = storeOf({});
  memory.learn('grade', 'ignored');
  other.learn('surplus', 'stays');
  memory.learn('search', 'behind');
  await calm();
  expect(storage.get('account:production:9')).toEqual({
    grade: { is: 'ignored', at: NOW },
    surplus: { is: 'stays', at: NOW },
    search: { is: 'behind', at: NOW },
  });
});

test.each<[string, unknown, object]>([
  ['nothing', undefined, {}],
  ['no facts', 'x', {}],
  ['a fact of another version', { colour: { is: 'red', at: 1 } }, {}],
  [
    'a value of another version',
    { grade: { is: 'perhaps', at: 1 }, search: { is: 'behind', at: 2 } },
    { search: { is: 'behind', at: 2 } },
  ],
  ['a fact without a moment', { grade: { is: 'taken' } }, {}],
])('stored: %s', async (_name, kept, known) => {
  expect(await storeOf(kept).memory.known()).toEqual(known);
});

describe('a run over the stand-in', () => {
  async function learned(grade: 'taken' | 'ignored') {
    const kept = new Map<string, unknown>();
    const world = await createWorld({ kept, switches: { grade } });
    await world.rest(await world.begin([changeOf(101, [['grade', 'A', 'Secret']])]));
    await calm();
    const connected = await world.say({ kind: 'connect', page: PAGE });
    return { kept, world, facts: connected.ok ? connected.value.learned : null };
  }

  test.each(['taken', 'ignored'] as const)('a grade that is %s, and no value', async (is) => {
    const { kept, facts } = await learned(is);
    expect(facts).toMatchObject({ grade: { is } });
    expect(JSON.stringify([...kept])).not.toContain('Secret');
  });

  test.each(['taken', 'ignored'] as const)('a grade to clear, where grades are %s', async (is) => {
    const world = await createWorld({
      kept: new Map(),
      switches: { grade: is },
      state: smallState([credentialFields(101, { grade: 'A' })]),
    });
    await world.rest(await world.begin([changeOf(101, [['grade', 'A', null]])]));
    await calm();
    const connected = await world.say({ kind: 'connect', page: PAGE });
    expect(connected.ok && connected.value.learned?.['clear-grade']?.is).toBe(is);
  });

  test('is forgotten with everything', async () => {
    const { world } = await learned('ignored');
    expect(await world.say({ kind: 'delete-everything' })).toMatchObject({ ok: true });
    const connected = await world.say({ kind: 'connect', page: PAGE });
    expect(connected).toMatchObject({ ok: true, value: { learned: {} } });
  });

  const CLEARED = [['custom:Location', 'Leeds', null]] as const;

  /** Clears one custom attribute of a credential, in an account of which nothing is known. */
  async function cleared(switches: Partial<Switches>, custom: Readonly<Record<string, string>>) {
    const kept = new Map<string, unknown>();
    const state = smallState([
      credentialFields(301, { custom_attributes: custom }),
      credentialFields(302, { custom_attributes: custom }),
    ]);
    const world = await createWorld({ kept, state, switches });
    const end = await world.rest(await world.begin([changeOf(301, CLEARED)]));
    await calm();
    const first = world.writes().length;
    const again = await world.rest(await world.begin([changeOf(302, CLEARED)]));
    const connected = await world.say({ kind: 'connect', page: PAGE });
    return {
      isApplied: [end, again].every(({ counts }) => counts.applied === 1),
      puts: [first, world.writes().length - first],
      left: [301, 302].map((id) => held(world.standIn, id).custom_attributes),
      custom: connected.ok ? connected.value.learned?.custom?.is : null,
    };
  }

  /**
   * [custom attributes, cleared by, beside it, requests of the first and the second run, learned]
   */
  test.each<[Partial<Switches>, Readonly<Record<string, string>>, readonly number[], string | undefined]>([
    [{ 'custom-attributes': 'replaced' }, { Score: '7' }, [1, 1], 'replaced'],
    [{ 'custom-attributes': 'merged' }, { Score: '7' }, [2, 1], 'merged'],
    [{ 'custom-attributes': 'replaced', clear: 'empty-string' }, { Score: '7' }, [1, 2], 'replaced'],
    [{ 'custom-attributes': 'merged', clear: 'empty-string' }, { Score: '7' }, [3, 2], 'merged'],
    [
      { 'custom-attributes': 'replaced', 'put-answer': 'empty' },
      { Score: '7', Ward: 'N' },
      [1, 1],
      'replaced',
    ],
    // Alone in its map: an empty map may mean that nothing is to change.
    [{ 'custom-attributes': 'replaced' }, {}, [1, 1], undefined],
    [{ 'custom-attributes': 'merged' }, {}, [1, 1], undefined],
  ])('%j beside %j: what becomes of custom attributes', async (switches, beside, puts, custom) => {
    expect(await cleared(switches, { Location: 'Leeds', ...beside })).toEqual({
      isApplied: true,
      puts,
      left: [beside, beside],
      custom,
    });
  });
});
