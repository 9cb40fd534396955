import { expect, test } from 'vitest';
import { createClosedStore, type StorageArea } from '../../../../lib/rpc/background/closed-store';
import { memorySecrets } from '../../../fakes/secrets';

const KEY = 'key:production';

function world(inTheClear: Record<string, unknown> = {}) {
  const disk = new Map(Object.entries(inTheClear));
  const area: StorageArea = {
    get(name) {
      if (name === null) return Promise.resolve(Object.fromEntries(disk));
      return Promise.resolve(disk.has(name) ? { [name]: disk.get(name) } : {});
    },
    set: (items) => Promise.resolve(Object.entries(items).forEach(([name, value]) => disk.set(name, value))),
    remove: (name) => Promise.resolve(void disk.delete(name)),
  };
  const secrets = memorySecrets();
  return {
    disk,
    secrets,
    area,
    store: createClosedStore(area, secrets),
    text: () => JSON.stringify([...disk]),
  };
}

test('an item is given back, and lies on the disk closed', async () => {
  const { store, text, disk } = world();
  await store.put(KEY, 'Secret-51');
  expect(await store.get(KEY)).toBe('Secret-51');
  expect([...disk.keys()]).toEqual(['closed:key:production']);
  expect(text()).not.toContain('Secret-51');
  expect(await store.get('key:eu')).toBeUndefined();
});

test('what is forgotten does not open, though its bytes were found', async () => {
  const { store, disk, secrets } = world();
  await store.put(KEY, { a: 1 });
  const bytes = disk.get('closed:key:production');
  await store.forget(KEY);
  expect(disk.size).toBe(0);
  expect(await secrets.names()).toEqual([]);
  disk.set('closed:key:production', bytes);
  expect(await store.get(KEY)).toBeUndefined();
  await store.forget(KEY);
});

test('items are listed by where they lie, and can be put and forgotten there', async () => {
  const { store, disk, text } = world({ settings: { keptDays: 3 }, 'closed:other': 'x' });
  await store.put(KEY, 'Secret-51');
  await store.put('key:eu', 'Secret-52');
  const places = async () => (await store.list('closed:key:')).map(({ place, value }) => [place, value]);
  expect(await places()).toEqual([
    ['closed:key:production', 'Secret-51'],
    ['closed:key:eu', 'Secret-52'],
  ]);
  await store.putAt('closed:key:eu', 'Secret-53');
  expect(await store.get('key:eu')).toBe('Secret-53');
  const bytes = disk.get('closed:key:eu');
  await store.forgetAt('closed:key:eu');
  disk.set('closed:key:eu', bytes);
  expect(await places()).toEqual([['closed:key:production', 'Secret-51']]);
  expect(text()).not.toContain('Secret-5');
});

test('what was put before does not open any more', async () => {
  const { store, disk } = world();
  await store.put(KEY, 'first');
  const bytes = disk.get('closed:key:production');
  await store.put(KEY, 'second');
  expect(await store.get(KEY)).toBe('second');
  disk.set('closed:key:production', bytes);
  expect(await store.get(KEY)).toBeUndefined();
});

test('an item of a version before 0.3 lies in the clear: it is given, and closed', async () => {
  const { store, disk, text } = world({ [KEY]: 'Secret-51' });
  expect(await store.get(KEY)).toBe('Secret-51');
  expect([...disk.keys()]).toEqual(['closed:key:production']);
  expect(text()).not.toContain('Secret-51');
  expect(await store.get(KEY)).toBe('Secret-51');
});

test('one in the clear is forgotten too', async () => {
  const { store, disk } = world({ [KEY]: 'Secret-51' });
  await store.forget(KEY);
  expect(disk.size).toBe(0);
});

test('an item that was moved to another name, or is none of ours, is none', async () => {
  const { store, disk } = world({ 'closed:key:eu': 5 });
  await store.put(KEY, 'Secret-51');
  expect(await store.get('key:eu')).toBeUndefined();
  disk.set('closed:key:eu', disk.get('closed:key:production'));
  expect(await store.get('key:eu')).toBeUndefined();
});

test('a name that says too much lies there as its fingerprint', async () => {
  const { area, secrets, text } = world();
  const nameOf = async (name: string) => `assignment:${await (await secrets.make('names')).print(name)}`;
  const store = createClosedStore(area, secrets, nameOf);
  const name = 'assignment:production:group-555:header-ab12';
  await store.put(name, { day: '2026-03-03' });
  expect(await store.get(name)).toEqual({ day: '2026-03-03' });
  expect(text()).toMatch(/"closed:assignment:[0-9a-f]{32}"/);
  // Each mark has a sign that neither hex digits nor base64 have.
  expect(text()).not.toMatch(/group-555|header-ab12|2026-03/);
});
