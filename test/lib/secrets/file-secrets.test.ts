import { describe, expect, test } from 'vitest';
import { createFileSecrets } from '../../../lib/secrets/file-secrets';
import { sealOf, SECRET_BYTES } from '../../../lib/secrets/seal';
import { withSecretTimeouts } from '../../../lib/secrets/timed-secrets';
import { fakeDirectory } from '../../fakes/directory';
import { memorySecrets } from '../../fakes/secrets';

const seal = (fill: number) => sealOf(new Uint8Array(SECRET_BYTES).fill(fill));
const A = 'change of a 1';

describe('a text that was closed', () => {
  test.each([
    ['a name', 'Zoë Ångström'],
    ['nothing', ''],
    ['signs of every kind', 'ÿ\u0000\n"😀 \u2028'],
    ['a megabyte', 'x'.repeat(1_000_000)],
  ])('opens as it was: %s', async (_, text) => {
    const one = await seal(1);
    const closed = await one.close(text, A);
    expect(await one.open(closed, A)).toBe(text);
    // Ten signs: five are found by chance in a megabyte of base64 once in a thousand times.
    if (text.length > 9) expect(closed).not.toContain(text.slice(0, 10));
  });

  test('is another one each time', async () => {
    const one = await seal(1);
    const all = await Promise.all(Array.from({ length: 50 }, () => one.close('same', A)));
    expect(new Set(all).size).toBe(50);
  });

  test.each<[string, (closed: string) => string]>([
    ['cut off', (closed) => closed.slice(0, -8)],
    ['a letter changed', (closed) => (closed.startsWith('A') ? 'B' : 'A') + closed.slice(1)],
    ['longer', (closed) => `${closed}AAAA`],
    ['nothing', () => ''],
    ['too short', () => btoa('short')],
    ['no base64', () => '%%%'],
  ])('does not open when it is damaged: %s', async (_, damage) => {
    const one = await seal(1);
    expect(await one.open(damage(await one.close('text', A)), A)).toBeNull();
  });

  test('opens neither for another thing nor with another secret', async () => {
    const closed = await (await seal(1)).close('text', A);
    expect(await (await seal(1)).open(closed, 'change of a 2')).toBeNull();
    expect(await (await seal(2)).open(closed, A)).toBeNull();
  });

  test('has a fingerprint by its secret alone', async () => {
    const [one, again, other] = [await seal(1), await seal(1), await seal(2)];
    expect(await one.print('7001')).toMatch(/^[0-9a-f]{32}$/);
    expect(await again.print('7001')).toBe(await one.print('7001'));
    expect(await other.print('7001')).not.toBe(await one.print('7001'));
    expect(await one.print('7002')).not.toBe(await one.print('7001'));
  });
});

describe('secrets in files', () => {
  test('are made once, and read by the next background', async () => {
    const directory = fakeDirectory();
    const first = memorySecrets(directory);
    expect(await first.get('run.a')).toBeNull();
    const closed = await (await first.make('run.a')).close('text', A);
    expect(await (await first.make('run.a')).open(closed, A)).toBe('text');
    const next = memorySecrets(directory);
    expect(await (await next.make('run.a')).open(closed, A)).toBe('text');
    expect(await next.names()).toEqual(['run.a']);
    expect(await (await next.make('run.b')).open(closed, A), 'each its own').toBeNull();
  });

  test('are the same for two that make one at the same moment, also after a restart', async () => {
    const directory = fakeDirectory();
    const secrets = memorySecrets(directory);
    const [one, other] = await Promise.all([secrets.make('history'), secrets.make('history')]);
    for (const closed of [await one.close('text', A), await other.close('text', A)])
      for (const seal of [one, other, await memorySecrets(directory).make('history')])
        expect(await seal.open(closed, A)).toBe('text');
  });

  test('are those of the disk where one is removed while another call makes it', async () => {
    for (let turns = 0; turns < 40; turns += 1) {
      const directory = fakeDirectory();
      const secrets = memorySecrets(directory);
      const first = secrets.make('item');
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await Promise.all([first, secrets.remove('item')]);
      const closed = await (await secrets.make('item')).close('text', A);
      const next = await memorySecrets(directory).make('item');
      expect(await next.open(closed, A), `removed after ${turns} turns`).toBe('text');
    }
  });

  test.each(['remove', 'clear'] as const)('that are gone open nothing: %s', async (how) => {
    const directory = fakeDirectory();
    const secrets = memorySecrets(directory);
    const closed = await (await secrets.make('run.a')).close('text', A);
    await secrets[how]('run.a');
    expect(await secrets.get('run.a')).toBeNull();
    expect(await memorySecrets(directory).names()).toEqual([]);
    await secrets[how]('run.a');
    expect(await (await secrets.make('run.a')).open(closed, A), 'a new one').toBeNull();
  });

  test('a disk that takes a file and does not keep it is found out', async () => {
    const directory = fakeDirectory();
    const kept = await directory.getDirectoryHandle('secrets', { create: true });
    const forgetful = {
      keys: () => kept.keys(),
      getFileHandle: () => ({
        getFile: () => Promise.resolve({ text: () => Promise.resolve('') }),
        createWritable: () => Promise.resolve({ write: () => {}, close: () => {} }),
      }),
    };
    const root = { getDirectoryHandle: () => Promise.resolve(forgetful) };
    const secrets = createFileSecrets(() => Promise.resolve(root as unknown as FileSystemDirectoryHandle));
    await expect(secrets.make('run.a')).rejects.toMatchObject({ name: 'DataError' });
  });

  test('a file system that denies or never answers rejects by its name', async () => {
    const denied = createFileSecrets(() => Promise.reject(new DOMException('no', 'SecurityError')));
    for (const call of [
      denied.make('a'),
      denied.get('a'),
      denied.names(),
      denied.remove('a'),
      denied.clear(),
    ])
      await expect(call).rejects.toMatchObject({ name: 'SecurityError' });
    const silent = withSecretTimeouts(
      createFileSecrets(() => new Promise(() => {})),
      () => Promise.resolve(),
    );
    for (const call of [
      silent.make('a'),
      silent.get('a'),
      silent.names(),
      silent.remove('a'),
      silent.clear(),
    ])
      await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
