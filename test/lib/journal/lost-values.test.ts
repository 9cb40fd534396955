import { expect, test } from 'vitest';
import type { RunId, RunState } from '../../../lib/journal/entry';
import { openIdbJournal } from '../../../lib/journal/idb-journal';
import type { Journal } from '../../../lib/journal/journal';
import { isEnded } from '../../../lib/journal/transitions';
import type { Secrets } from '../../../lib/secrets/secrets';
import { fakeDirectory } from '../../fakes/directory';
import { useIndexedDB } from '../../fakes/indexed-db';
import { prepared } from '../../fakes/prepared-run';
import { NOTHING_THERE } from '../../fakes/run';
import { memorySecrets } from '../../fakes/secrets';

useIndexedDB();

/* The file of a run's secret is gone or damaged: nobody can read its values any more. */

const A = 'a' as RunId;
let names = 0;

function world() {
  const name = `lost-${(names += 1)}`;
  const directory = fakeDirectory();
  const open = async (secrets: Secrets = memorySecrets(directory)): Promise<Journal> => {
    const opened = await openIdbJournal({ secrets, now: () => 50 }, name);
    if (!opened.ok) throw new Error(opened.problem.detail);
    return opened.value;
  };
  const overwrite = async (text: string) => {
    const file = await (await directory.getDirectoryHandle('secrets')).getFileHandle('run.a.secret');
    const writable = await file.createWritable();
    await writable.write(text);
    await writable.close();
  };
  return { directory, open, overwrite, name };
}

/** Three planned, one sent, one applied. */
async function begun(journal: Journal): Promise<void> {
  await prepared(journal);
  await journal.transitionRun(A, { kind: 'running' }, 2);
  for (const position of [0, 1])
    await journal.transitionEntry(A, position, { kind: 'sent', attempt: 1, before: NOTHING_THERE });
  await journal.transitionEntry(A, 1, { kind: 'applied' });
}

const PAUSED: RunState = { kind: 'paused', reason: { kind: 'asked' } };

test.each<[string, RunState | null, (made: Awaited<ReturnType<typeof world>>) => Promise<void>]>([
  ['running, gone', null, ({ directory }) => memorySecrets(directory).remove('run.a')],
  ['paused, gone', PAUSED, ({ directory }) => memorySecrets(directory).remove('run.a')],
  ['running, cut off', null, ({ overwrite }) => overwrite('')],
  ['running, too short', null, ({ overwrite }) => overwrite(btoa('short'))],
  ['running, no base64', null, ({ overwrite }) => overwrite('%%%')],
])('a run that was not over cannot go on, and says so: %s', async (_, state, lose) => {
  const made = world();
  const before = await made.open();
  await begun(before);
  if (state !== null) await before.transitionRun(A, state, 3);
  await lose(made);
  const after = await made.open();
  const run = await after.readRun(A);
  expect(run).toMatchObject({
    record: { fileName: 'fixes.xlsx', state: { kind: 'cancelled' }, finishedAt: 50, valuesLostAt: 50 },
    // Planned ones were never sent; of those that were sent nobody knows.
    counts: { planned: 0, sent: 0, cancelled: 3, 'not-known': 1, applied: 1 },
    values: { kind: 'deleted', at: 50 },
  });
  expect(run && isEnded(run)).toBe(true);
  expect(await after.openEntries(A, -1, 9)).toEqual([]);
  expect(await after.listEntries(A, 0, 9)).toEqual([]);
  expect(await after.transitionRun(A, { kind: 'running' }, 60), 'for good').toBeNull();
  expect(await after.removeAll(60)).toEqual([]);
});

test('a run that was over keeps its end; its values are gone', async () => {
  const made = world();
  const before = await made.open();
  await begun(before);
  await before.cancelPlanned(A, 9);
  await before.transitionEntry(A, 0, { kind: 'applied' });
  await before.transitionRun(A, { kind: 'finished' }, 9);
  await memorySecrets(made.directory).remove('run.a');
  expect(await (await made.open()).readRun(A)).toMatchObject({
    record: { state: { kind: 'finished' }, finishedAt: 9, valuesLostAt: 50 },
    counts: { applied: 2, cancelled: 3, 'not-known': 0 },
    values: { kind: 'deleted', at: 50 },
  });
});

test('a run whose values were deleted before has lost nothing', async () => {
  const made = world();
  const before = await made.open();
  await begun(before);
  await before.transitionRun(A, { kind: 'cancelled' }, 3);
  await before.cancelPlanned(A, 9);
  await before.transitionEntry(A, 0, { kind: 'applied' });
  await before.forgetEntries(A, 8);
  const run = await (await made.open()).readRun(A);
  expect(run?.values).toEqual({ kind: 'deleted', at: 8 });
  expect(run?.record.valuesLostAt).toBeUndefined();
});

test.each(['TimeoutError', 'NotReadableError', 'UnknownError'])(
  'a secret that cannot be read just now is no loss: %s',
  async (name) => {
    const made = world();
    await begun(await made.open());
    const secrets = memorySecrets(made.directory);
    const refuse = () => Promise.reject(new DOMException('not now', name));
    const opened = await openIdbJournal({ secrets: { ...secrets, get: refuse }, now: () => 50 }, made.name);
    expect(opened).toEqual({ ok: false, problem: { code: 'journal-unavailable', detail: name } });
    expect(await (await made.open()).readRun(A)).toMatchObject({
      counts: { planned: 3, sent: 1, applied: 1 },
    });
  },
);

test('the secret of the history is lost: its runs are unreadable, and none goes on', async () => {
  const made = world();
  await begun(await made.open());
  await memorySecrets(made.directory).remove('history');
  const after = await made.open();
  expect(await after.listRuns()).toEqual([]);
  expect(await after.countUnreadable()).toBe(1);
  await expect(after.readRun(A)).rejects.toMatchObject({ detail: 'damaged' });
  await prepared(after, 'b');
  expect(
    (await after.listRuns()).map(({ record }) => record.id),
    'a new one is begun',
  ).toEqual(['b']);
});
