import { describe, expect, test } from 'vitest';
import { withHistoryCopies } from '../../../lib/journal/copied-journal';
import type { EntryState, RunHeader, RunId } from '../../../lib/journal/entry';
import { createFileHistory } from '../../../lib/journal/file-history';
import type { HistoryCopies } from '../../../lib/journal/history-copies';
import { JournalFault, type Journal } from '../../../lib/journal/journal';
import { fakeDirectory, fakeFiles } from '../../fakes/directory';
import { createMemoryJournal } from '../../fakes/memory-journal';
import { headerOf } from '../../fakes/background-world';
import { PREPARED } from '../../fakes/prepared-run';
import { NOTHING_THERE } from '../../fakes/run';
import { memorySecrets } from '../../fakes/secrets';

/*
 * The browser has deleted the database. Runs that were over are in the history all the same, with
 * what can be undone, as long as their values are kept.
 */

const A = 'a' as RunId;

/**
 * One computer. Each journal that is opened belongs to another background, by default with a lost
 * one.
 */
async function computer() {
  const secrets = memorySecrets();
  await secrets.make(`run.${A}`);
  const kept = fakeFiles();
  const files = () => kept.directories.get('history')?.files ?? new Map<string, string>();
  const copies = createFileHistory(() => Promise.resolve(fakeDirectory(kept)), secrets);
  const faults: unknown[] = [];
  const open = async (journal: Journal = createMemoryJournal(), at: HistoryCopies = copies) => {
    const opened = await withHistoryCopies(journal, at, (error) => faults.push(error));
    await opened.journal.listRuns();
    await opened.settled();
    return opened;
  };
  return { secrets, files, copies, faults, open };
}

type Opened = Awaited<ReturnType<Awaited<ReturnType<typeof computer>>['open']>>;

const sent: EntryState = { kind: 'sent', attempt: 1, before: NOTHING_THERE };
const OUTCOMES: readonly EntryState[] = [
  { kind: 'applied', url: 'https://www.credential.net/e1' },
  { kind: 'applied' },
  { kind: 'not-applied', fields: ['expiry-date'] },
  { kind: 'rejected', status: 422, words: 'No' },
  { kind: 'applied' },
];

/** Carries out a run to its end, or to its cancelling with one outcome open. */
async function ran({ journal, settled }: Opened, more: Partial<RunHeader> = {}, end = 'finished') {
  const state = { kind: 'preparing' } as const;
  await journal.createRun({ ...headerOf(PREPARED), ...more, id: A, createdAt: 1, finishedAt: null, state });
  await journal.addChanges(A, 0, PREPARED);
  await journal.transitionRun(A, { kind: 'running' }, 2);
  const outcomes = end === 'finished' ? OUTCOMES : OUTCOMES.slice(1);
  for (const [at, outcome] of outcomes.entries()) {
    await journal.transitionEntry(A, at, sent);
    await journal.transitionEntry(A, at, outcome);
  }
  if (end !== 'finished') await journal.transitionEntry(A, 4, sent);
  await journal.transitionRun(A, { kind: end === 'finished' ? 'finished' : 'cancelled' }, 9);
  await settled();
  return { run: await journal.readRun(A), entries: await journal.listEntries(A, 0, 10) };
}

const found = async ({ journal }: Opened) => ({
  run: await journal.readRun(A),
  entries: await journal.listEntries(A, 0, 10),
});

/** How a run was restored; its end counts as seen. */
const seen = ({ run, entries }: Awaited<ReturnType<typeof found>>) => ({
  run: run && { ...run, isEndSeen: true },
  entries,
});

describe('a lost run that was over', () => {
  test('is restored with its outcomes, once and for all', async () => {
    const { open, faults } = await computer();
    const before = await ran(await open());
    const after = await open();
    expect(await found(after)).toEqual(seen(before));
    // The copy outlives the next loss too.
    expect(await found(await open())).toEqual(seen(before));
    expect(faults).toEqual([]);
  });

  test('holds nothing in the clear', async () => {
    const { open, files } = await computer();
    await ran(await open());
    const all = [...files().values()].join();
    for (const text of ['fixes.xlsx', '2028-01-01', 'credential.net', '"kind"'])
      expect(all).not.toContain(text);
    expect([...files().keys()].toSorted()).toEqual(['a.line', 'a.values']);
  });

  test('that kept nothing is a line alone', async () => {
    const { open, files } = await computer();
    await ran(await open(), { keepsNothing: true });
    expect([...files().keys()]).toEqual(['a.line']);
    expect(await found(await open())).toMatchObject({
      run: { record: { fileName: 'fixes.xlsx' }, counts: { applied: 3 }, values: { kind: 'deleted' } },
      entries: [],
    });
  });

  test('whose values were deleted is a line alone', async () => {
    const { open, files } = await computer();
    const first = await open();
    await ran(first);
    expect(await first.journal.forgetEntries(A, 20)).toBe(true);
    await first.settled();
    expect([...files().keys()]).toEqual(['a.line']);
    const { run, entries } = await found(await open());
    expect(run).toMatchObject({ counts: { applied: 3 }, values: { kind: 'deleted', at: 20 } });
    expect(entries).toEqual([]);
  });

  test('whose secret alone is gone is a line, and its values go', async () => {
    const { open, secrets, files } = await computer();
    await ran(await open());
    await secrets.remove(`run.${A}`);
    const { run, entries } = await found(await open());
    expect(run).toMatchObject({ counts: { applied: 3 }, values: { kind: 'deleted', at: null } });
    expect(entries).toEqual([]);
    expect([...files().keys()]).toEqual(['a.line']);
  });

  test('was cancelled, and its last outcome became known later', async () => {
    const { open, files } = await computer();
    const first = await open();
    await ran(first, {}, 'cancelled');
    expect([...files().keys()]).toEqual([]);
    await first.journal.transitionEntry(A, 4, { kind: 'applied' });
    await first.journal.listRuns();
    await first.settled();
    expect(await found(await open())).toEqual(seen(await found(first)));
  });

  test('is not copied again by a turn that comes after "Delete everything"', async () => {
    const { open, copies, files } = await computer();
    const done: string[] = [];
    const noted: HistoryCopies = {
      ...copies,
      save: (run, entries) => (done.push(`save ${run.record.id}`), copies.save(run, entries)),
      clear: () => (done.push('clear'), copies.clear()),
    };
    const { journal, settled } = await open(createMemoryJournal(), noted);
    await ran({ journal, settled });
    // Copies are asked for by a deletion of values, and by lists before and after the removal.
    const all = [
      journal.forgetEntries(A, 20),
      journal.listRuns(),
      journal.removeAll(30),
      journal.listRuns(),
    ] as const;
    await Promise.all(all);
    await settled();
    expect(done.slice(done.indexOf('clear'))).toEqual(['clear']);
    expect([...files().keys()]).toEqual([]);
  });

  test('does not come back after "Delete everything"', async () => {
    const { open, files } = await computer();
    const first = await open();
    await ran(first);
    expect(await first.journal.removeAll(30)).toEqual([]);
    expect([...files().keys()]).toEqual([]);
    expect(await (await open()).journal.listRuns()).toEqual([]);
  });
});

describe('a run that has no copy', () => {
  test('is not over', async () => {
    const { open, files } = await computer();
    const { journal } = await open();
    const state = { kind: 'preparing' } as const;
    await journal.createRun({ ...headerOf(PREPARED), id: A, createdAt: 1, finishedAt: null, state });
    await journal.addChanges(A, 0, PREPARED);
    await journal.transitionRun(A, { kind: 'running' }, 2);
    await journal.transitionRun(A, { kind: 'paused', reason: { kind: 'asked' } }, 3);
    await open(journal);
    expect([...files().keys()]).toEqual([]);
  });

  test('is of an older version, or was killed at its end: it gets one at the next start', async () => {
    const { open, files } = await computer();
    const journal = createMemoryJournal();
    const before = await ran({ journal, settled: () => Promise.resolve() });
    await open(journal);
    expect([...files().keys()].toSorted()).toEqual(['a.line', 'a.values']);
    expect(await found(await open())).toEqual(seen(before));
  });

  test.each(['.line', '.values'])('has an empty %s, created before a kill: it gets one', async (file) => {
    const { open, files } = await computer();
    const first = await open();
    const before = await ran(first);
    files().set(A + file, '');
    await open(first.journal);
    expect(await found(await open())).toEqual(seen(before));
  });

  test('whose disk refuses it ends all the same, and is tried once in a life', async () => {
    const { open, copies, faults } = await computer();
    let tries = 0;
    const full: HistoryCopies = {
      ...copies,
      save: () => Promise.reject(new JournalFault(`QuotaExceededError ${(tries += 1)}`)),
    };
    const journal = createMemoryJournal();
    const first = await open(journal, full);
    expect((await ran(first)).run).toMatchObject({ record: { state: { kind: 'finished' } } });
    await first.journal.listRuns();
    await first.settled();
    expect([tries, faults.length]).toEqual([1, 1]);
    const before = await found(await open(journal));
    expect(await found(await open())).toEqual(seen(before));
  });
});

describe('a copy that cannot be trusted', () => {
  /** [what became of the file, the change of its text, what is restored] */
  test.each<[string, (text: string) => string, string, 'nothing' | 'a line']>([
    ['a line of other bytes', (text) => text.replace(/.{4}$/, 'AAAA'), '.line', 'nothing'],
    ['an empty line', () => '', '.line', 'nothing'],
    ['values of other bytes', (text) => `AAAA${text.slice(4)}`, '.values', 'a line'],
    ['values that were cut', (text) => text.slice(0, text.indexOf('\n') + 1), '.values', 'a line'],
    ['values without their first part', (text) => text.slice(text.indexOf('\n') + 1), '.values', 'a line'],
    ['empty values', () => '', '.values', 'a line'],
  ])('%s', async (_name, change, file, restored) => {
    const { open, files } = await computer();
    await ran(await open());
    files().set(A + file, change(files().get(A + file) ?? ''));
    const { run, entries } = await found(await open());
    expect(entries).toEqual([]);
    if (restored === 'nothing') expect(run).toBeNull();
    else expect(run).toMatchObject({ counts: { applied: 3 }, values: { kind: 'deleted' } });
  });

  test('of another run, under its name', async () => {
    const { open, files } = await computer();
    await ran(await open());
    files().set('b.line', files().get('a.line') ?? '');
    const { journal } = await open();
    expect(await journal.readRun('b' as RunId)).toBeNull();
    expect(await journal.readRun(A)).not.toBeNull();
  });

  test('leftovers of a killed write are removed, and nothing else', async () => {
    const { open, files, copies } = await computer();
    await ran(await open());
    files().set('a.values.crswap', 'half');
    expect(await copies.list()).toEqual([{ run: A, hasValues: true }]);
    expect([...files().keys()].toSorted()).toEqual(['a.line', 'a.values']);
  });
});
