import { describe, expect, test } from 'vitest';
import type { RunId, RunState } from '../../../lib/journal/entry';
import { JournalFault, type Journal } from '../../../lib/journal/journal';
import type { RunBackups } from '../../../lib/journal/run-backups';
import { begun, backedUpWorld, RESTORED_AT } from '../../fakes/backed-up-world';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { idsOf, prepared, PREPARED } from '../../fakes/prepared-run';
import { NOTHING_THERE } from '../../fakes/run';

/*
 * The browser has deleted the journal. Runs under way are restored from their backups, and no
 * others.
 */

const RUNNING: RunState = { kind: 'running' };
const PAUSED: RunState = { kind: 'paused', reason: { kind: 'asked' } };
const CANCELLED: RunState = { kind: 'cancelled' };

const refuses = () => Promise.reject(new JournalFault('UnknownError'));

describe('a run whose journal was lost', () => {
  const { open, copies } = backedUpWorld();

  test('is not restored when it had not begun', async () => {
    const { open, copies } = backedUpWorld();
    await prepared(await open());
    expect(await (await open()).listRuns()).toEqual([]);
    expect(await copies.list()).toEqual([]);
  });

  test('is not restored when it was killed before it had begun, and its backup is removed', async () => {
    const { open, copies } = backedUpWorld();
    const first = createMemoryJournal();
    const run = await prepared(first);
    const dying = await open({
      ...first,
      transitionRun: () => Promise.reject(new JournalFault('AbortError')),
    });
    await expect(dying.transitionRun(run, RUNNING, 2)).rejects.toThrow(JournalFault);
    expect(await copies.list()).toEqual([{ run, hasState: false }]);
    expect(await (await open()).listRuns()).toEqual([]);
    expect(await copies.list()).toEqual([]);
  });

  test.each<[string, Partial<Journal>, Partial<RunBackups>]>([
    ['the journal cannot be read', { readRun: refuses }, {}],
    ['the journal cannot be written', { restoreRun: refuses }, {}],
    ['the backups cannot be listed', {}, { list: refuses }],
    ['the backup cannot be read', {}, { read: refuses }],
  ])('is restored later when the disk refuses it at the opening: %s', async (_, broken, brokenCopies) => {
    const { open, copies, faults } = backedUpWorld();
    const run = await begun(await open());
    const inner = createMemoryJournal();
    const [failing, failingCopies] = [
      { ...inner, ...broken },
      { ...copies, ...brokenCopies },
    ];
    const after = await open(failing, failingCopies);
    expect(await after.listRuns()).toEqual([]);
    Object.assign(failing, inner);
    Object.assign(failingCopies, copies);
    expect(idsOf(await after.listRuns())).toEqual([run]);
    expect(faults).not.toEqual([]);
  });

  test('is restored when it was lost a second time', async () => {
    const { open } = backedUpWorld();
    const run = await begun(await open());
    await open();
    expect(idsOf(await (await open()).listRuns())).toEqual([run]);
  });

  test.each<[string, RunState, (journal: Journal, inner: Journal) => Promise<unknown>]>([
    ['finished', { kind: 'finished' }, () => Promise.resolve()],
    ['cancelled, with nothing under way', CANCELLED, (journal) => journal.listRuns()],
    ['cancelled, seen at the next start', CANCELLED, (_, inner) => open(inner)],
  ])('is not restored when it was over: %s', async (_, end, then) => {
    const inner = createMemoryJournal();
    const journal = await open(inner);
    const run = await begun(journal);
    for (const position of PREPARED.keys()) await journal.transitionEntry(run, position, { kind: 'applied' });
    await journal.transitionRun(run, end, 5);
    await then(journal, inner);
    expect(await copies.list()).toEqual([]);
    expect(await (await open()).listRuns()).toEqual([]);
  });
});

test('a cancelled run is restored with its end, or its values would never be deleted', async () => {
  const { open } = backedUpWorld();
  const journal = await open();
  const run = await begun(journal);
  await journal.transitionRun(run, CANCELLED, 7);
  expect((await (await open()).readRun(run))?.record).toMatchObject({ state: CANCELLED, finishedAt: 7 });
});

test('a lost run is restored as cancelled when a later one of its group was begun', async () => {
  const { open } = backedUpWorld();
  const run = await begun(await open(), 'a');
  const since = createMemoryJournal();
  await since.transitionRun(await prepared(since, 'b', 50), RUNNING, 51);
  expect((await (await open(since)).readRun(run))?.record).toMatchObject({
    state: CANCELLED,
    finishedAt: RESTORED_AT,
  });
});

test('a run that is cancelled during its backup leaves none', async () => {
  const { open, copies } = backedUpWorld();
  const inner = createMemoryJournal();
  const run = await prepared(inner);
  const journal = await open(inner, {
    ...copies,
    async save(...kept) {
      await journal.removeRun(run);
      await copies.save(...kept);
    },
  });
  expect(await journal.transitionRun(run, RUNNING, 2)).toBeNull();
  expect(await copies.list()).toEqual([]);
});

test('an unfinished backup counts as none', async () => {
  const { open, copies, directory } = backedUpWorld();
  const inner = createMemoryJournal();
  const journal = await open(inner, {
    ...copies,
    async save({ id }) {
      const runs = await directory.getDirectoryHandle('runs', { create: true });
      await runs.getFileHandle(`${id}.changes`, { create: true });
      throw new JournalFault('QuotaExceededError');
    },
  });
  await begun(journal);
  await open(inner);
  expect(await copies.list()).toEqual([]);
});

test('a journal that was not lost stays as it is', async () => {
  const { open } = backedUpWorld();
  const inner = createMemoryJournal();
  const before = await open(inner);
  const run = await begun(before);
  await before.transitionEntry(run, 0, { kind: 'sent', attempt: 1, before: NOTHING_THERE });
  const after = await open(inner);
  expect(await after.readRun(run)).toMatchObject({ counts: { planned: 4, sent: 1 } });
  expect((await after.readRun(run))?.record).not.toHaveProperty('restoredAt');
});

test('a state that was not saved is saved at the next start', async () => {
  const { open, copies } = backedUpWorld();
  const inner = createMemoryJournal();
  const dying = await open(inner, {
    ...copies,
    saveState: () => Promise.reject(new JournalFault('AbortError')),
  });
  const run = await begun(dying);
  expect(await copies.list()).toEqual([{ run, hasState: false }]);
  await open(inner);
  expect(idsOf(await (await open()).listRuns())).toEqual([run]);
});

test.each([
  ['removed before it begins', (journal: Journal, run: RunId) => journal.removeRun(run)],
  ['with everything', (journal: Journal) => journal.removeAll(9)],
])('what is deleted is deleted from the backups too: %s', async (_, remove) => {
  const { open, copies } = backedUpWorld();
  const inner = createMemoryJournal();
  const run = await prepared(inner);
  const journal = await open({
    ...inner,
    transitionRun: (id, to, at) =>
      to.kind === 'running' ? Promise.resolve(null) : inner.transitionRun(id, to, at),
  });
  await journal.transitionRun(run, RUNNING, 2);
  expect(await copies.list()).toHaveLength(1);
  await remove(journal, run);
  expect(await copies.list()).toEqual([]);
});

test('nothing is deleted while a run is not over', async () => {
  const { open, copies } = backedUpWorld();
  const journal = await open();
  const run = await begun(journal);
  expect(idsOf(await journal.removeAll(3))).toEqual([run]);
  expect(await copies.list()).toHaveLength(1);
});

test('a run begins and continues without a backup, and the fault is reported', async () => {
  const { open, faults } = backedUpWorld();
  const refuse = () => Promise.reject(new JournalFault('SecurityError'));
  const denied: RunBackups = {
    save: refuse,
    saveState: refuse,
    list: refuse,
    removeLeftovers: refuse,
    read: refuse,
    remove: refuse,
    clear: refuse,
  };
  const journal = await open(createMemoryJournal(), denied);
  const run = await begun(journal);
  await journal.transitionRun(run, PAUSED, 3);
  expect(await journal.readRun(run)).toMatchObject({ record: { state: PAUSED } });
  expect(faults.length).toBeGreaterThanOrEqual(2);
  for (const fault of faults) expect(fault).toEqual(new JournalFault('SecurityError'));
});

test('a damaged backup is reported and deleted, and the others are restored', async () => {
  const { open, copies, faults } = backedUpWorld();
  const journal = await open();
  await begun(journal, 'a');
  await begun(journal, 'b');
  const damaged: RunBackups = {
    ...copies,
    read: (run) => (run === 'a' ? Promise.reject(new JournalFault('damaged')) : copies.read(run)),
  };
  expect(idsOf(await (await open(createMemoryJournal(), damaged)).listRuns())).toEqual(['b']);
  expect(faults).toEqual([new JournalFault('damaged')]);
  expect(await copies.list()).toEqual([{ run: 'b', hasState: true }]);
});
