import { describe, expect, test } from 'vitest';
import type { Change } from '../../../lib/credential/change';
import type { RunId, RunRecord, RunState } from '../../../lib/journal/entry';
import { headerOf } from '../../fakes/background-world';
import { PREPARED } from '../../fakes/prepared-run';
import { memoryBackups } from '../../fakes/run-backups';
import { memorySecrets } from '../../fakes/secrets';

const A = 'a' as RunId;
const RUNNING: RunState = { kind: 'running' };

const recordOf = (id: RunId): RunRecord => ({
  ...headerOf(PREPARED),
  id,
  createdAt: 1,
  finishedAt: null,
  state: { kind: 'preparing' },
});

const standing = (id: RunId, state: RunState, finishedAt: number | null = null): RunRecord => ({
  ...recordOf(id),
  state,
  finishedAt,
});

async function* inParts(...parts: readonly (readonly Change[])[]) {
  await Promise.resolve();
  yield* parts;
}

test('a saved run is read back in its last state', async () => {
  const { copies } = memoryBackups();
  expect(await copies.list()).toEqual([]);
  await copies.save(recordOf(A), inParts(PREPARED.slice(0, 2), [], PREPARED.slice(2)));
  await copies.saveState(standing(A, RUNNING));
  await copies.saveState(
    standing(A, { kind: 'paused', reason: { kind: 'forbidden', words: 'Not\nyours "1"' } }, 7),
  );
  expect(await copies.list()).toEqual([{ run: A, hasState: true }]);
  expect(await copies.read(A)).toEqual({
    record: {
      ...recordOf(A),
      state: { kind: 'paused', reason: { kind: 'forbidden', words: 'Not\nyours "1"' } },
      finishedAt: 7,
    },
    changes: PREPARED,
  });
});

test('a run without a state had not begun, and one that was not saved is not there', async () => {
  const { copies } = memoryBackups();
  await copies.save(recordOf(A), inParts(PREPARED));
  expect(await copies.list()).toEqual([{ run: A, hasState: false }]);
  expect(await copies.read(A)).toBeNull();
  await copies.saveState(standing('b' as RunId, RUNNING));
  expect(await copies.list()).toContainEqual({ run: 'b', hasState: false });
  expect(await copies.read('b' as RunId)).toBeNull();
});

test('a backup that cannot be finished leaves the earlier one', async () => {
  const { copies } = memoryBackups();
  await copies.save(recordOf(A), inParts(PREPARED));
  await copies.saveState(standing(A, RUNNING));
  const broken = (async function* () {
    yield await Promise.resolve(PREPARED.slice(0, 1));
    throw new DOMException('full', 'QuotaExceededError');
  })();
  await expect(copies.save(recordOf(A), broken)).rejects.toMatchObject({
    name: 'JournalFault',
    detail: 'QuotaExceededError',
  });
  expect((await copies.read(A))?.changes).toEqual(PREPARED);
});

test('removed one by one or all at once, nothing is left', async () => {
  const { copies, directory } = memoryBackups();
  for (const run of [A, 'b' as RunId]) {
    await copies.save(recordOf(run), inParts(PREPARED));
    await copies.saveState(standing(run, RUNNING));
  }
  await copies.remove(A);
  await copies.remove(A);
  expect(await copies.list()).toEqual([{ run: 'b', hasState: true }]);
  await copies.clear();
  for await (const name of directory.keys()) expect.fail(`${name} is left`);
  await copies.clear();
  expect(await copies.list()).toEqual([]);
});

test('what a killed write has left hides no backup, and is removed', async () => {
  const { copies, directory } = memoryBackups();
  await copies.save(recordOf(A), inParts(PREPARED));
  await copies.saveState(standing(A, RUNNING));
  const runs = await directory.getDirectoryHandle('runs');
  await runs.getFileHandle('a.state.crswap', { create: true });
  await runs.getFileHandle('b.changes.crswap', { create: true });
  expect(await copies.list()).toEqual([{ run: A, hasState: true }]);
  await copies.removeLeftovers();
  const names: string[] = [];
  for await (const name of runs.keys()) names.push(name);
  expect(names).toEqual(['a.changes', 'a.state']);
});

test.each([
  ['a line is cut off', 'a.changes', (text: string) => text.slice(0, -40)],
  ['a letter is another one', 'a.changes', (text: string) => swapped(text, 60)],
  ['two lines are exchanged', 'a.changes', (text: string) => text.split('\n').toReversed().join('\n')],
  ['a change is missing', 'a.changes', (text: string) => text.replace(/\n[^\n]*\n$/, '\n')],
  ['the record is gone', 'a.changes', (text: string) => text.slice(text.indexOf('\n') + 1)],
  ['there is nothing in it', 'a.changes', () => ''],
  ['the state is of another version', 'a.state', () => '{"kind":"sleeping"}\n'],
  ['the state is none', 'a.state', (text: string) => swapped(text, 30)],
])('damaged: %s', async (_, name, damage) => {
  const secrets = memorySecrets();
  await secrets.make('run.a');
  const { copies, directory } = memoryBackups(secrets);
  await copies.save(recordOf(A), inParts(PREPARED.slice(0, 2), PREPARED.slice(2)));
  await copies.saveState(standing(A, RUNNING));
  const file = await (await directory.getDirectoryHandle('runs')).getFileHandle(name);
  const text = await (await file.getFile()).text();
  const writable = await file.createWritable();
  await writable.write(damage(text));
  await writable.close();
  await expect(copies.read(A)).rejects.toMatchObject({ name: 'JournalFault', detail: 'damaged' });
});

function swapped(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

describe('a backup that a version before 0.3 has left in the clear', () => {
  const lines = [recordOf(A), ...PREPARED].map((one) => `${JSON.stringify(one)}\n`).join('');
  const state = `${JSON.stringify({ state: RUNNING, finishedAt: null })}\n`;
  const older = async (files: Readonly<Record<string, string>>) => {
    const made = memoryBackups(memorySecrets());
    const runs = await made.directory.getDirectoryHandle('runs', { create: true });
    for (const [name, text] of Object.entries(files)) {
      const writable = await (await runs.getFileHandle(name, { create: true })).createWritable();
      await writable.write(text);
      await writable.close();
    }
    const left = async () => {
      const texts: string[] = [];
      for await (const name of runs.keys())
        texts.push(await (await (await runs.getFileHandle(name)).getFile()).text());
      return texts.join('');
    };
    return { ...made, left };
  };

  test('is closed, and read as it was', async () => {
    const { copies, left } = await older({ 'a.changes': lines, 'a.state': state });
    await copies.removeLeftovers();
    expect(await left()).not.toMatch(/fixes\.xlsx|expiry-date|running/);
    expect(await copies.read(A)).toEqual({ record: { ...recordOf(A), state: RUNNING }, changes: PREPARED });
    await copies.removeLeftovers();
    expect((await copies.read(A))?.changes, 'a second time').toEqual(PREPARED);
  });

  test('is closed where a kill came in between', async () => {
    const { copies, directory, left } = await older({ 'a.changes': lines, 'a.state': state });
    await copies.removeLeftovers();
    const runs = await directory.getDirectoryHandle('runs');
    const writable = await (await runs.getFileHandle('a.state')).createWritable();
    await writable.write(state);
    await writable.close();
    await copies.removeLeftovers();
    expect(await left()).not.toContain('running');
    expect((await copies.read(A))?.record.state).toEqual(RUNNING);
  });

  test('is removed where it cannot be read: it has names and values in it', async () => {
    const { copies, left } = await older({ 'a.changes': lines.slice(0, -30), 'a.state': state });
    await copies.removeLeftovers();
    expect(await left()).not.toContain('fixes.xlsx');
    expect(await copies.list()).toEqual([{ run: A, hasState: false }]);
  });
});
