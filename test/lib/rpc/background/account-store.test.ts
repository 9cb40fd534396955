import { describe, expect, test } from 'vitest';
import { createAccountMemory } from '../../../../lib/rpc/background/account-store';
import { changeOf, createWorld, PAGE } from '../../../fakes/background-world';
import { calm } from '../../../fakes/deferred';

const NOW = Date.parse('2026-03-03T10:00:00Z');
const OF = { environment: 'production', account: '9' } as const;

function storeOf(kept: unknown) {
  const storage = new Map<string, unknown>([['account:production:9', kept]]);
  const store = {
    get: (name: string) => Promise.resolve(storage.get(name)),
    put: (name: string, facts: unknown) => Promise.resolve(void storage.set(name, facts)),
  };
  return { storage, memory: createAccountMemory(store, OF, () => NOW) };
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

test('the last one counts', async () => {
  const { memory } = storeOf({ grade: { is: 'taken', at: 1 } });
  memory.learn('grade', 'ignored');
  await calm();
  expect(await memory.known()).toEqual({ grade: { is: 'ignored', at: NOW } });
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

  test('is forgotten with everything', async () => {
    const { world } = await learned('ignored');
    expect(await world.say({ kind: 'delete-everything' })).toMatchObject({ ok: true });
    const connected = await world.say({ kind: 'connect', page: PAGE });
    expect(connected).toMatchObject({ ok: true, value: { learned: {} } });
  });
});
