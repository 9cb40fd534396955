import { describe, expect, test } from 'vitest';
import type { RunId } from '../../../lib/journal/entry';
import { failed, ok } from '../../../lib/result';
import { newRun } from '../../../lib/journal/journal';
import type { CommandHandlers } from '../../../lib/rpc/contract/background-contract';
import { calm, deferred } from '../../fakes/deferred';
import { changeTo, entryOf, progressOf, RUN } from '../../fakes/run';
import { MEMBERS, sessionWith, SHEET } from '../../fakes/session';

/*
 * docs/product.md 2.6: an earlier run can be undone and its failed ones tried again, as on the
 * page on which it ended.
 */

const REFUSED = { kind: 'rejected', status: 500, words: 'no' } as const;
const AGAIN = 'again' as RunId;

/**
 * A new panel with the history open, of a run that wrote credential 1 and failed with credential 2.
 */
async function opened(handlers: Partial<CommandHandlers> = {}) {
  const { run: record, counts } = progressOf('finished', { applied: 1, rejected: 1 });
  const after = MEMBERS.map((member) => (member.id === '1' ? { ...member, grade: 'D' } : member));
  const world = await sessionWith({
    'list-history': () =>
      Promise.resolve(ok({ runs: [newRun(record, counts)], keptDays: 30, unreadable: 0 })),
    'list-entries': ({ from, run }) => {
      if (from > 0) return Promise.resolve(ok([]));
      const first = entryOf(changeTo('1', [['grade', 'A', 'D']]));
      const second = changeTo('2', [['grade', 'B', 'E']]);
      return Promise.resolve(ok(run === AGAIN ? [entryOf(second)] : [first, entryOf(second, REFUSED, 1)]));
    },
    'load-credentials': (_, { part }) => {
      part({ credentials: after, loaded: 2, total: 2 });
      return Promise.resolve(ok({ kind: 'whole' as const, count: 2, requests: 1 }));
    },
    'prepare-run': () => Promise.resolve(ok(AGAIN)),
    'add-changes': () => Promise.resolve(ok(null)),
    'begin-run': () => Promise.resolve(ok(progressOf('running', { planned: 1 }, AGAIN))),
    'watch-run': () => Promise.resolve(ok(progressOf('finished', { applied: 1 }, AGAIN))),
    ...handlers,
  });
  await world.session.history.open();
  const phase = world.session.history.phase.peek();
  const [run] = phase.kind === 'open' ? phase.runs : [];
  if (run === undefined) throw new Error('no run is shown');
  return { ...world, run };
}

describe('a run of the history', () => {
  test('is undone through the review', async () => {
    const { session, run } = await opened();
    await session.actOn(run, { kind: 'undo', name: 'Undo of fixes.csv' });
    await calm();
    expect(session.history.phase.peek()).toEqual({ kind: 'closed' });
    expect(session.step.peek()).toBe('review');
    expect(session.file.phase.peek()).toMatchObject({
      kind: 'open',
      name: 'Undo of fixes.csv',
      undo: { runs: [RUN] },
    });
    expect(session.review.phase.peek()).toMatchObject({ kind: 'ready', state: { summary: { toUpdate: 1 } } });
  });

  test('that nobody can take back any more says so', async () => {
    const { session, run } = await opened({
      'load-credentials': (_, { part }) => {
        part({ credentials: MEMBERS, loaded: 2, total: 2 });
        return Promise.resolve(ok({ kind: 'whole' as const, count: 2, requests: 1 }));
      },
    });
    await session.actOn(run, { kind: 'undo', name: 'Undo of fixes.csv' });
    await calm();
    expect(session.file.phase.peek()).toMatchObject({ kind: 'failed', problem: { code: 'nothing-to-undo' } });
  });

  test('is tried again, and both are reported as one result', async () => {
    const { session, run, said } = await opened();
    await session.actOn(run, { kind: 'retry' });
    await calm();
    expect(session.step.peek()).toBe('update');
    expect(said.find(({ kind }) => kind === 'prepare-run')).toMatchObject({
      header: { source: { kind: 'retry', runs: [RUN] }, entries: 1 },
    });
    expect(said.filter(({ kind }) => kind === 'add-changes')).toMatchObject([
      { changes: [{ credential: '2', fields: [{ attribute: 'grade', before: 'B', after: 'E' }] }] },
    ]);
    expect(session.run.phase.peek()).toMatchObject({
      kind: 'over',
      progress: { counts: { applied: 2, rejected: 0 } },
    });
  });

  test('of which the values are gone meanwhile says so, and the sheet in hand stays', async () => {
    const problem = { code: 'values-deleted' } as const;
    const { session, run, open } = await opened({ 'list-entries': () => Promise.resolve(failed(problem)) });
    await open(SHEET);
    await session.actOn(run, { kind: 'undo', name: 'Undo of fixes.csv' });
    expect(session.history.phase.peek()).toMatchObject({ said: { kind: 'refused', problem } });
    expect(session.file.phase.peek()).toMatchObject({ kind: 'open', name: 'fixes.csv' });
    expect(session.run.phase.peek()).toEqual({ kind: 'none' });
  });

  test.each(['retry', 'undo'] as const)('nothing is done (%s) once the history was closed', async (kind) => {
    const reading = deferred<Awaited<ReturnType<CommandHandlers['list-entries']>>>();
    const { session, run, said } = await opened({ 'list-entries': () => reading.promise });
    const acting = session.actOn(run, { kind, name: 'Undo of fixes.csv' });
    session.history.close();
    reading.resolve(ok([entryOf(changeTo('2', [['grade', 'B', 'E']]), REFUSED)]));
    await acting;
    expect([session.run.phase.peek().kind, session.step.peek()]).toEqual(['none', 'upload']);
    expect(said.map(({ kind: of }) => of)).not.toContain('prepare-run');
  });

  test('waits for one that is under way', async () => {
    const { session, run, said } = await opened({
      'find-run': () => Promise.resolve(ok(progressOf('running', { planned: 1 }, AGAIN))),
      'watch-run': () => new Promise(() => undefined),
    });
    await calm();
    expect(session.run.isBusy.peek()).toBe(true);
    await session.actOn(run, { kind: 'retry' });
    expect(session.run.phase.peek().kind).toBe('watching');
    expect(said.map(({ kind }) => kind)).not.toContain('prepare-run');
  });
});
