import { describe, expect, test } from 'vitest';
import type { SavedMapping } from '../../../../lib/assign/mapping/saved-mapping';
import type { Day } from '../../../../lib/credential/day';
import { groupId } from '../../../../lib/credential/ids';
import { createWorld, PAGE } from '../../../fakes/background-world';

/* docs/product.md 2.3: an assignment is remembered per set of headers and group. */

const HEADERS = 'a'.repeat(32);
const ASSIGNMENT: SavedMapping = {
  day: '2026-03-03' as Day,
  key: 'recipient-email',
  joins: [{ first: 'b'.repeat(32), second: 'd'.repeat(32) }],
  columns: [
    { name: 'b'.repeat(32), attribute: 'recipient-email', dateFormat: null, blank: 'keep', write: 'always' },
    {
      name: `${'b'.repeat(32)}+${'d'.repeat(32)}`,
      attribute: 'recipient-name',
      dateFormat: null,
      blank: 'keep',
      write: 'always',
      tidy: 'title',
    },
  ],
};

describe('saved mappings', () => {
  test('are saved for the group, its environment and the headers, and outlive the background', async () => {
    const world = await createWorld();
    const remember = { kind: 'remember-assignment', page: PAGE, headers: HEADERS } as const;
    await world.say({ ...remember, assignment: ASSIGNMENT });
    await world.restart();
    const recall = async (page = PAGE, headers = HEADERS) => {
      const found = await world.say({ kind: 'recall-assignment', page, headers });
      return found.ok ? found.value : found.problem;
    };
    expect(await recall()).toEqual(ASSIGNMENT);
    expect(await recall({ ...PAGE, groupId: groupId(2) })).toBeNull();
    expect(await recall({ ...PAGE, environment: 'eu' })).toBeNull();
    expect(await recall(PAGE, 'c'.repeat(32))).toBeNull();

    await world.say({ kind: 'forget-assignment', page: PAGE, headers: HEADERS });
    expect(await recall()).toBeNull();
  });

  test.each<Partial<SavedMapping>>([
    { key: 'custom:Member No' },
    { key: 'recipient-email', alsoBy: 'credential-name' },
    { key: null },
  ])('keep their key: %j', async (key) => {
    const world = await createWorld();
    const assignment = { ...ASSIGNMENT, ...key };
    await world.say({ kind: 'remember-assignment', page: PAGE, headers: HEADERS, assignment });
    const found = await world.say({ kind: 'recall-assignment', page: PAGE, headers: HEADERS });
    expect(found).toEqual({ ok: true, value: assignment });
  });

  test.each<[string, unknown]>([
    ['of a version to come', { ...ASSIGNMENT, columns: [{ kind: 'joined' }] }],
    ['spoilt', 'assignment'],
  ])('%s is none', async (_, spoilt) => {
    const kept = new Map([[`assignment:production:1:${HEADERS}`, spoilt]]);
    const world = await createWorld({ kept });
    const found = await world.say({ kind: 'recall-assignment', page: PAGE, headers: HEADERS });
    expect(found).toEqual({ ok: true, value: null });
  });
});
