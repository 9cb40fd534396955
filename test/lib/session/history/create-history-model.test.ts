import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { RunId } from '../../../../lib/journal/entry';
import { failed, ok } from '../../../../lib/result';
import { newRun } from '../../../../lib/journal/journal';
import type { CommandHandlers } from '../../../../lib/rpc/contract/background-contract';
import { calm, deferred } from '../../../fakes/deferred';
import { RESULT_WORDS } from '../../../fakes/result-words';
import { changeTo, entryOf, progressOf, RUN } from '../../../fakes/run';
import { CONNECTION, MEMBERS, sessionWith, SHEET } from '../../../fakes/session';
import { reviewedSession } from '../../../fakes/session-run';

const OTHER = 'run-2' as RunId;

function stored(run: RunId = RUN) {
  const { run: record, counts } = progressOf('finished', { applied: 1 }, run);
  return newRun(record, counts);
}

async function opened(handlers: Partial<CommandHandlers> = {}) {
  const world = await sessionWith({
    'list-history': () => Promise.resolve(ok({ runs: [stored()], keptDays: 30, unreadable: 0 })),
    ...handlers,
  });
  await world.session.history.open();
  const phase = () => world.session.history.phase.peek();
  const run = () => {
    const open = phase();
    const [first] = open.kind === 'open' ? open.runs : [];
    if (first === undefined) throw new Error('no run is shown');
    return first;
  };
  return { ...world, phase, run };
}

describe('the history', () => {
  test('is shown when it is asked for, and read again each time', async () => {
    let runs = [stored()];
    const { session, phase } = await opened({
      'list-history': () => Promise.resolve(ok({ runs, keptDays: 7, unreadable: 0 })),
    });
    expect(phase()).toMatchObject({ kind: 'open', runs: [{ id: RUN }], keptDays: 7, said: null });
    session.history.close();
    expect(phase()).toEqual({ kind: 'closed' });
    runs = [stored(OTHER), stored()];
    await session.history.open();
    expect(phase()).toMatchObject({ runs: [{ id: OTHER }, { id: RUN }] });
  });

  test('closed before it was read stays closed', async () => {
    const reading = deferred<Awaited<ReturnType<CommandHandlers['list-history']>>>();
    const { session } = await sessionWith({ 'list-history': () => reading.promise });
    const opening = session.history.open();
    expect(session.history.phase.peek()).toEqual({ kind: 'reading' });
    session.history.close();
    reading.resolve(ok({ runs: [], keptDays: 30, unreadable: 0 }));
    await opening;
    expect(session.history.phase.peek()).toEqual({ kind: 'closed' });
  });

  test('that cannot be read says why', async () => {
    const problem = { code: 'journal-unavailable', detail: 'UnknownError' } as const;
    const { phase } = await opened({ 'list-history': () => Promise.resolve(failed(problem)) });
    expect(phase()).toEqual({ kind: 'failed', problem, said: null });
  });

  test('that cannot be read says too that nothing was deleted', async () => {
    const refused = { code: 'not-deleted', detail: 'QuotaExceededError' } as const;
    const problem = { code: 'journal-unavailable', detail: 'QuotaExceededError' } as const;
    const { session, phase } = await opened({
      'list-history': () => Promise.resolve(failed(problem)),
      'delete-everything': () => Promise.resolve(failed(refused)),
    });
    await session.history.deleteEverything();
    expect(phase()).toEqual({ kind: 'failed', problem, said: { kind: 'refused', problem: refused } });
  });

  test('deletes values, sets the days, and says what came of it', async () => {
    const { session, phase, said } = await opened({
      'forget-values': () => Promise.resolve(ok(null)),
      'keep-values': () => Promise.resolve(ok(null)),
    });
    await session.history.deleteValues(RUN);
    expect(phase()).toMatchObject({ said: { kind: 'values-deleted', run: RUN } });
    await session.history.keepValues(3);
    expect(phase()).toMatchObject({ said: { kind: 'kept-days', days: 3 } });
    expect(said.slice(-4)).toEqual([
      { kind: 'forget-values', run: RUN },
      { kind: 'list-history' },
      { kind: 'keep-values', days: 3 },
      { kind: 'list-history' },
    ]);
  });

  test('says why nothing was deleted, and still shows what there is', async () => {
    const problem = { code: 'runs-not-over', groups: ['Welding'] } as const;
    const { session, phase, kinds } = await opened({
      'delete-everything': () => Promise.resolve(failed(problem)),
    });
    const connects = kinds().filter((kind) => kind === 'connect').length;
    await session.history.deleteEverything();
    expect(phase()).toMatchObject({ kind: 'open', runs: [{ id: RUN }], said: { kind: 'refused', problem } });
    expect(kinds().filter((kind) => kind === 'connect')).toHaveLength(connects);
  });

  test.each([
    ['the session is still taken', ok(CONNECTION), 'connected'],
    [
      'the key was all that let us in',
      failed({ code: 'signed-out', triedKey: false } as const),
      'key-needed',
    ],
    ['nobody answers just now', failed({ code: 'unreachable' } as const), 'connected'],
  ])('after everything was deleted, %s', async (_, answer, expected) => {
    let isDeleted = false;
    const { session, open, phase } = await opened({
      connect: () => Promise.resolve(isDeleted ? answer : ok(CONNECTION)),
      'delete-everything': () => {
        isDeleted = true;
        return Promise.resolve(ok(null));
      },
      'list-history': () =>
        Promise.resolve(ok({ runs: isDeleted ? [] : [stored()], keptDays: 30, unreadable: 0 })),
    });
    await open(SHEET);
    await session.history.deleteEverything();
    await calm();
    expect(phase()).toMatchObject({ kind: 'open', runs: [], said: { kind: 'everything-deleted' } });
    expect(session.connection.phase.peek().kind).toBe(expected);
    // The sheet in hand was not stored: it is still here.
    expect(session.file.phase.peek()).toMatchObject({ kind: 'open', name: 'fixes.csv' });
  });
});

describe('the results of an earlier run', () => {
  const change = changeTo('1', [
    ['grade', 'A', 'B'],
    ['custom:Ward', 'x', 'y'],
  ]);
  test('are made from the journal, with attributes that this account does not have', async () => {
    const { session, run } = await opened({
      'list-entries': () => Promise.resolve(ok([entryOf(change)])),
    });
    const bytes = await session.history.resultFile(
      run(),
      (entries, keys) => {
        expect(keys).toEqual([{ name: 'Ward', kind: 'text' }]);
        return entries.map(({ credential }) => ({
          credential,
          failed: false,
          status: 'updated',
          message: 'Grade',
          link: '',
          fields: [],
        }));
      },
      RESULT_WORDS,
      'all',
      'xlsx',
    );
    await session.file.open({
      name: 'results.xlsx',
      size: 1,
      arrayBuffer: () => Promise.resolve(bytes ?? new ArrayBuffer(0)),
    });
    expect(session.file.phase.peek()).toMatchObject({
      table: {
        value: {
          preview: [
            { cells: ['Credential ID', 'Grade', 'Ward', 'Status', 'Message', 'Link'] },
            { cells: ['1', 'B', 'y', 'updated', 'Grade', ''] },
          ],
        },
      },
    });
  });

  test('are made without what cannot be read any more, and say so', async () => {
    const { session, run, phase } = await opened({ 'list-entries': () => Promise.resolve(ok([])) });
    expect(await session.history.resultFile(run(), () => [], RESULT_WORDS, 'all', 'xlsx')).not.toBeNull();
    expect(phase()).toMatchObject({ kind: 'open', said: { kind: 'unreadable', entries: 1 } });
  });

  test('of which the values are deleted are refused', async () => {
    const problem = { code: 'values-deleted' } as const;
    const { session, run, phase } = await opened({ 'list-entries': () => Promise.resolve(failed(problem)) });
    expect(await session.history.resultFile(run(), () => [], RESULT_WORDS, 'all', 'xlsx')).toBeNull();
    expect(phase()).toMatchObject({ said: { kind: 'refused', problem } });
  });

  test('are refused when the worker ends over them', async () => {
    const { session, run, phase, sheet } = await opened({
      'list-entries': () => Promise.resolve(ok([entryOf(change)])),
    });
    sheet.hold('workbook');
    const making = session.history.resultFile(run(), () => [], RESULT_WORDS, 'all', 'xlsx');
    await calm();
    sheet.die();
    expect(await making).toBeNull();
    expect(phase()).toMatchObject({ said: { kind: 'refused', problem: { code: 'reader-ended' } } });
  });
});

describe('where a run comes from is announced with it', () => {
  const sha256 = createHash('sha256').update(SHEET).digest('hex');
  const begun = async (prepare: (world: Awaited<ReturnType<typeof reviewedSession>>) => Promise<void>) => {
    const world = await reviewedSession();
    await prepare(world);
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    await calm();
    const command = world.said.findLast(({ kind }) => kind === 'prepare-run');
    return command?.kind === 'prepare-run' ? command.header.source : undefined;
  };

  test('pasted cells', async () => {
    expect(await begun(() => Promise.resolve())).toEqual({ kind: 'pasted', sha256 });
  });

  test('a file, whatever it is read as', async () => {
    const source = await begun(async ({ session, goTo }) => {
      const bytes = new TextEncoder().encode(SHEET);
      await session.file.open({
        name: 'fixes.csv',
        size: bytes.length,
        arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
      });
      await session.file.readAs({ encoding: 'windows-1252' });
      await calm();
      await goTo('review');
    });
    expect(source).toEqual({ kind: 'file', sha256 });
  });

  test('an undo', async () => {
    const world = await reviewedSession();
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    await calm();
    const after = MEMBERS.map((member) => (member.id === '1' ? { ...member, grade: 'D' } : member));
    await world.finish({ kind: 'applied' }, after);
    await world.session.undo('Undo');
    await calm();
    expect(world.session.file.phase.peek()).toMatchObject({ kind: 'open', undo: { runs: [RUN] } });
    await world.session.confirm();
    void world.session.updateNow();
    await calm();
    const command = world.said.findLast(({ kind }) => kind === 'prepare-run');
    expect(command).toMatchObject({ header: { source: { kind: 'undo', runs: [RUN] } } });
  });
});
