import { describe, expect, test } from 'vitest';
import type { RunProgress } from '../../../lib/journal/entry';
import { failed, ok } from '../../../lib/result';
import { calm, deferred, type Deferred } from '../../fakes/deferred';
import { changeOf } from '../../fakes/background-world';
import { entryOf, progressOf } from '../../fakes/run';
import { sessionWith, SHEET } from '../../fakes/session';
import type { CommandHandlers } from '../../../lib/rpc/contract/background-contract';

type Found = Awaited<ReturnType<CommandHandlers['find-run']>>;
const ENTRY = entryOf(changeOf(1, [['grade', 'A', 'D']]), { kind: 'applied' }, 0);

/** A panel that opens while this run is there to be shown. */
async function opened(progress: RunProgress, handlers: Partial<CommandHandlers> = {}) {
  const watch: Deferred<Awaited<ReturnType<CommandHandlers['watch-run']>>> = deferred();
  const world = await sessionWith({
    'find-run': () => Promise.resolve(ok(progress)),
    'watch-run': () => watch.promise,
    'list-entries': () => Promise.resolve(ok([ENTRY])),
    'see-run': () => Promise.resolve(ok(null)),
    ...handlers,
  });
  await calm();
  return { ...world, watch };
}

describe('a panel that opens finds', () => {
  test('an end that nobody saw: it is shown with its entries, for the account that is connected', async () => {
    const { session, said } = await opened(progressOf('finished', { applied: 1 }));
    expect(said).toContainEqual(expect.objectContaining({ kind: 'find-run', account: '9' }));
    expect(said.map(({ kind }) => kind)).not.toContain('watch-run');
    expect(session.run.phase.peek()).toMatchObject({ kind: 'over', entries: [ENTRY] });
    expect(session.step.peek()).toBe('update');
  });

  test('an end whose values are lost: its counts, and nothing that rests on them', async () => {
    const progress = progressOf('cancelled', { applied: 1, cancelled: 2 });
    const { session, said } = await opened({ ...progress, run: { ...progress.run, valuesLostAt: 5 } });
    expect(said.map(({ kind }) => kind)).not.toContain('list-entries');
    expect(session.run.phase.peek()).toMatchObject({ kind: 'over', entries: [], isForgotten: true });
  });

  test('an end, which is said to be seen once', async () => {
    const { session, said } = await opened(progressOf('finished', { applied: 1 }));
    await session.run.see();
    await session.run.see();
    expect(said.filter(({ kind }) => kind === 'see-run')).toEqual([{ kind: 'see-run', run: 'run-1' }]);
  });

  test('an end of which nobody could note that it was seen: it is said again', async () => {
    const answers = [failed({ code: 'journal-unavailable', detail: 'UnknownError' } as const), ok(null)];
    const { session, said } = await opened(progressOf('finished', { applied: 1 }), {
      'see-run': () => Promise.resolve(answers.shift() ?? ok(null)),
    });
    for (let look = 0; look < 3; look += 1) await session.run.see();
    expect(said.filter(({ kind }) => kind === 'see-run')).toHaveLength(2);
  });

  test('one that is being written down elsewhere: how far it is', async () => {
    const { session } = await opened(progressOf('preparing', { planned: 3 }));
    expect(session.run.phase.peek()).toEqual({
      kind: 'preparing',
      written: 3,
      total: 3,
      fileName: 'fixes.csv',
    });
    expect(session.step.peek()).toBe('update');
  });

  test('one under way, too late: an admin who opened a sheet meanwhile stays with it', async () => {
    const finding: Deferred<Found> = deferred();
    const answers: Promise<Found>[] = [Promise.resolve(ok(null)), finding.promise];
    const { session, open } = await opened(progressOf('running', { planned: 1 }), {
      'find-run': () => answers.shift() ?? Promise.resolve(ok(null)),
    });
    const looking = session.lookAround();
    await open(SHEET);
    finding.resolve(ok(progressOf('running', { planned: 1 })));
    await looking;
    expect([session.run.phase.peek().kind, session.step.peek()]).toEqual(['watching', 'assign']);
  });

  test('an end too late: who opened a sheet meanwhile keeps it in hand', async () => {
    const finding: Deferred<Found> = deferred();
    const { session, open } = await opened(progressOf('finished', { applied: 1 }), {
      'find-run': () => finding.promise,
    });
    await open(SHEET);
    finding.resolve(ok(progressOf('finished', { applied: 1 })));
    await calm();
    expect([session.run.phase.peek().kind, session.step.peek()]).toEqual(['none', 'assign']);
  });
});
