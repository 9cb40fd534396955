import { describe, expect, test } from 'vitest';
import type { SavedMapping } from '../../../../lib/assign/mapping/saved-mapping';
import type { Day } from '../../../../lib/credential/day';
import { parseCommand } from '../../../../lib/rpc/background/command-schema';
import type { Environment } from '../../../../lib/platform/environment';
import { changeOf, createWorld, PAGE, type World } from '../../../fakes/background-world';

/* docs/product.md 3, Options: what is remembered for sheets, and where keys are kept. */

const HEADERS = 'a'.repeat(32);
const ASSIGNMENT: SavedMapping = {
  day: '2026-03-03' as Day,
  key: 'recipient-email',
  joins: [],
  columns: [{ name: 'b'.repeat(32), attribute: 'grade', dateFormat: null, blank: 'keep', write: 'always' }],
};
const RULES: SavedMapping['rules'] = [
  { attribute: 'description', rule: { kind: 'set', value: 'Passed' }, condition: null },
];

async function listed(world: World) {
  const stored = await world.say({ kind: 'list-stored' });
  if (!stored.ok) throw new Error('not listed');
  return stored.value;
}

const remember = (world: World, assignment: SavedMapping = ASSIGNMENT, headers = HEADERS) =>
  world.say({ kind: 'remember-assignment', page: PAGE, headers, assignment });

describe('what is remembered', () => {
  test('is listed with its group, the latest first, and with its name once a run tells that', async () => {
    const world = await createWorld();
    await remember(world);
    await remember(world, { ...ASSIGNMENT, day: '2026-05-01' as Day }, 'c'.repeat(32));
    const before = (await listed(world)).remembered;
    expect(before.map(({ page, group, assignment }) => [page, group, assignment.day])).toEqual([
      [PAGE, null, '2026-05-01'],
      [PAGE, null, '2026-03-03'],
    ]);
    expect(new Set(before.map(({ id }) => id)).size).toBe(2);
    for (const { id } of before) expect(id).toMatch(/^[0-9a-f]{32}$/);
    await world.rest(await world.begin([changeOf(101, [['grade', 'A', 'B']])]));
    expect((await listed(world)).remembered.map(({ group }) => group)).toEqual(['Group 1', 'Group 1']);
  });

  test.each<[string, unknown]>([
    ['of another program', 'columns'],
    ['of a version to come', { ...ASSIGNMENT, columns: [{ kind: 'joined' }] }],
    ['with text of a sheet in it', { ...ASSIGNMENT, columns: [{ ...ASSIGNMENT.columns[0], name: 'Grade' }] }],
  ])('leaves out what cannot be read: %s', async (_name, value) => {
    const world = await createWorld({ kept: new Map([['assignment:production:1:x', value]]) });
    expect((await listed(world)).remembered).toEqual([]);
  });

  test('of a version that did not note the group is listed, forgotten, and not in the file', async () => {
    const world = await createWorld({ kept: new Map([['assignment:production:1:x', ASSIGNMENT]]) });
    const [one] = (await listed(world)).remembered;
    expect(one).toMatchObject({ page: null, group: null, assignment: ASSIGNMENT });
    const file = await world.say({ kind: 'export-remembered' });
    expect(file.ok && JSON.parse(file.value)).toMatchObject({ remembered: [] });
    await world.say({ kind: 'forget-remembered', id: one?.id ?? '' });
    expect((await listed(world)).remembered).toEqual([]);
  });

  test('is forgotten by its id, and nothing else with it', async () => {
    const world = await createWorld();
    await remember(world);
    await remember(world, ASSIGNMENT, 'c'.repeat(32));
    const [first, second] = (await listed(world)).remembered;
    await world.say({ kind: 'forget-remembered', id: first?.id ?? '' });
    await world.say({ kind: 'forget-remembered', id: 'f'.repeat(32) });
    expect((await listed(world)).remembered).toEqual([second]);
  });

  test('loses its rules alone, and is still there for its sheet', async () => {
    const world = await createWorld();
    await remember(world, { ...ASSIGNMENT, rules: RULES });
    const [one] = (await listed(world)).remembered;
    expect(one?.assignment.rules).toEqual(RULES);
    await world.say({ kind: 'forget-rules', id: one?.id ?? '' });
    expect((await listed(world)).remembered).toEqual([{ ...one, assignment: ASSIGNMENT }]);
    const recalled = await world.say({ kind: 'recall-assignment', page: PAGE, headers: HEADERS });
    expect(recalled).toEqual({ ok: true, value: ASSIGNMENT });
    expect(await world.say({ kind: 'forget-rules', id: 'f'.repeat(32) })).toEqual({ ok: true, value: null });
  });
});

describe('a file of what is remembered', () => {
  test('loads on another computer, for the same headers of the same group', async () => {
    const world = await createWorld();
    await remember(world, { ...ASSIGNMENT, rules: RULES });
    const file = await world.say({ kind: 'export-remembered' });
    const other = await createWorld();
    const loaded = await other.say({ kind: 'import-remembered', text: file.ok ? file.value : '' });
    expect(loaded).toEqual({ ok: true, value: { count: 1 } });
    expect((await listed(other)).remembered).toEqual((await listed(world)).remembered);
    const recalled = await other.say({ kind: 'recall-assignment', page: PAGE, headers: HEADERS });
    expect(recalled).toEqual({ ok: true, value: { ...ASSIGNMENT, rules: RULES } });
  });

  const line = { environment: 'eu', group: '1', headers: HEADERS, assignment: ASSIGNMENT };
  const file = (more: object, remembered: readonly object[] = [line]) =>
    JSON.stringify({ format: 'update-credentials-remembered', version: 1, remembered, ...more });

  test.each<[string, string]>([
    ['nothing', ''],
    ['no JSON', 'Name;Grade\nAda;A'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an assignment that was saved in Assign', JSON.stringify({ format: 'update-credentials-assignment' })],
    ['a later version', file({ version: 2 })],
    ['another field', file({ key: 'secret' })],
    ['another field of a line', file({}, [{ ...line, note: 'x' }])],
    ['an environment that is none', file({}, [{ ...line, environment: 'staging' }])],
    ['a group that is a path', file({}, [{ ...line, group: '1/../2' }])],
    ['headers that are a name in the storage', file({}, [{ ...line, headers: 'key:production' }])],
    ['headers as text', file({}, [{ ...line, headers: 'Recipient Name' }])],
    ['an attribute that is none', file({}, [{ ...line, assignment: { ...ASSIGNMENT, key: 'salary' } }])],
    ['one bad line among good ones', file({}, [line, { ...line, group: '' }])],
    [
      'more than anybody has',
      file(
        {},
        Array.from({ length: 10_001 }, () => line),
      ),
    ],
  ])('is refused as a whole: %s', async (_name, text) => {
    const world = await createWorld();
    await remember(world);
    const before = await listed(world);
    const refused = { ok: false, problem: { code: 'not-a-remembered-file' } };
    expect(await world.say({ kind: 'import-remembered', text })).toEqual(refused);
    expect(await listed(world)).toEqual(before);
  });

  test.each<[string, string]>([
    ['none', file({}, [])],
    ['of another environment', file({})],
    ['the same twice', file({}, [line, line])],
  ])('is taken: %s', async (_name, text) => {
    const world = await createWorld();
    const { remembered } = JSON.parse(text) as { remembered: readonly object[] };
    const expected = { ok: true, value: { count: remembered.length } };
    expect(await world.say({ kind: 'import-remembered', text })).toEqual(expected);
  });
});

test('where each key is kept is said, and never the key', async () => {
  const world = await createWorld();
  const kept: readonly [Environment, boolean][] = [
    ['eu', false],
    ['sandbox', true],
  ];
  for (const [environment, isOnDisk] of kept) {
    world.keys.set(environment, 'a-secret');
    world.remembered.set(environment, isOnDisk);
  }
  const stored = await listed(world);
  expect(stored.keys).toEqual({ production: 'nowhere', eu: 'session', sandbox: 'disk' });
  expect(JSON.stringify(stored)).not.toContain('a-secret');
  await world.say({ kind: 'forget-key', environment: 'sandbox' });
  expect((await listed(world)).keys.sandbox).toBe('nowhere');
});

test.each<[string, unknown]>([
  ['an id that is a name in the storage', { kind: 'forget-remembered', id: 'key:production' }],
  ['an id that is too long', { kind: 'forget-remembered', id: 'a'.repeat(33) }],
  ['rules of no id', { kind: 'forget-rules' }],
  ['an endless file', { kind: 'import-remembered', text: 'x'.repeat(4_000_001) }],
  ['a file that is no text', { kind: 'import-remembered', text: { format: 'x' } }],
])('a page cannot ask for it: %s', (_name, raw) => {
  expect(parseCommand(raw).ok).toBe(false);
});
