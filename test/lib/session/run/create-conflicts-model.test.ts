import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../../../lib/credential/value';
import type { Entry, RunId } from '../../../../lib/journal/entry';
import { failed, ok } from '../../../../lib/result';
import { createConflictsModel, type ReadRun } from '../../../../lib/session/run/create-conflicts-model';
import type { RunPhase } from '../../../../lib/session/run/run-model';
import { deferred } from '../../../fakes/deferred';
import { changeTo, entryOf, progressOf, RUN } from '../../../fakes/run';

/** A credential whose grade somebody else changed to `now`. */
function conflict(id: number, now: Value = 'X', attribute: 'grade' | 'group-id' = 'grade'): Entry {
  const fields = [{ attribute, before: 'A', now, wanted: 'D' }];
  return entryOf(changeTo(String(id), [['grade', 'A', 'D']]), { kind: 'conflict', fields }, id);
}
const many = (count: number) => Array.from({ length: count }, (_, at) => conflict(at + 1));
const over = (entries: readonly Entry[], run: RunId = RUN): RunPhase => ({
  kind: 'over',
  progress: progressOf('finished', { conflict: entries.length }, run),
  entries,
});
const underWay = (conflicts: number, kind: 'running' | 'paused' = 'running'): RunPhase => ({
  kind: 'watching',
  progress: progressOf(kind, { conflict: conflicts, planned: 5 }),
  problem: null,
});

function modelOf(phase: RunPhase, readRun: ReadRun = () => Promise.resolve(ok([]))) {
  const run = signal(phase);
  const model = createConflictsModel(run, readRun);
  const decided = () => model.decided.peek().map(({ credential, send }) => [Number(credential), send]);
  return { run, model, decided };
}

describe('one choice for all', () => {
  /**
   * [how many conflicts, how often more are shown, how many are decided then, how many the button
   * says]
   */
  test.each([
    [3, 0, 3, 3],
    [100, 0, 100, 100],
    [240, 0, 100, 100],
    [240, 1, 200, 200],
    [240, 2, 240, 240],
  ])('of %d, after %d times more: %d are decided', (count, times, expected, said) => {
    const { model, decided } = modelOf(over(many(count)));
    for (let more = 0; more < times; more += 1) model.showMore();
    expect(model.shown.peek()).toMatchObject({ decidable: said, hidden: count - expected });
    model.chooseAll('sheet');
    expect(decided()).toEqual(Array.from({ length: expected }, (_, at) => [at + 1, true]));
    expect(model.undecided.peek()).toBe(count - expected);
  });

  test('leaves out what cannot be decided, and does not count it', () => {
    const { model, decided } = modelOf(over([conflict(1), conflict(2, '9', 'group-id'), conflict(3)]));
    expect(model.shown.peek()).toMatchObject({ decidable: 2 });
    model.chooseAll('platform');
    expect(decided()).toEqual([
      [1, false],
      [3, false],
    ]);
  });

  test('of the next run begins with its first hundred again', () => {
    const { run, model } = modelOf(over(many(240)));
    model.showMore();
    run.value = over(many(240), 'next' as RunId);
    expect(model.shown.peek().hidden).toBe(140);
  });
});

describe('conflicts of a run that is not over', () => {
  const look = async (phase: RunPhase) => {
    const world = modelOf(phase, () =>
      Promise.resolve(ok([conflict(1), entryOf(changeTo('2', [['grade', 'A', 'D']]), undefined, 2)])),
    );
    await world.model.look();
    return world;
  };
  const FIELD = { attribute: 'grade', before: 'A', now: 'X', wanted: 'D' } as const;

  test.each(['running', 'paused'] as const)('%s: reported, and read when asked for', async (kind) => {
    const { model } = modelOf(underWay(2, kind));
    expect([model.unread.peek(), model.conflicts.peek()]).toEqual([2, []]);
    const looked = await look(underWay(2, kind));
    expect(looked.model.unread.peek()).toBe(1);
    expect(looked.model.conflicts.peek().map(({ fields }) => fields)).toEqual([[FIELD]]);
    expect(looked.model.canSend.peek()).toBe(false);
  });

  test('are decided, and the choice stands when the run is over and has more of them', async () => {
    const { run, model, decided } = await look(underWay(1));
    model.choose(conflict(1).credential, FIELD, 'sheet');
    run.value = underWay(2);
    expect([decided(), model.unread.peek()]).toEqual([[[1, true]], 1]);
    run.value = over([conflict(1), conflict(2)]);
    expect(decided()).toEqual([[1, true]]);
    expect([model.canSend.peek(), model.undecided.peek(), model.unread.peek()]).toEqual([true, 1, 0]);
  });

  test('a choice is about the value that was shown: with another one it is asked again', async () => {
    const { run, model, decided } = await look(underWay(1));
    model.choose(conflict(1).credential, FIELD, 'sheet');
    run.value = over([conflict(1, 'Y')]);
    expect([decided(), model.undecided.peek()]).toEqual([[], 1]);
  });

  test('a choice is between two values: a later run that wants another one asks again', async () => {
    const { run, model, decided } = await look(underWay(1));
    model.choose(conflict(1).credential, FIELD, 'sheet');
    const fields = [{ ...FIELD, wanted: 'E' }];
    const entry = entryOf(changeTo('1', [['grade', 'A', 'E']]), { kind: 'conflict', fields }, 1);
    run.value = over([entry], 'next' as RunId);
    expect([decided(), model.undecided.peek()]).toEqual([[], 1]);
    expect(model.choiceOf(entry.credential, { ...FIELD, wanted: 'E' })).toBeNull();
  });

  test('of another run are none of this one', async () => {
    const { run, model } = await look(underWay(1));
    run.value = {
      kind: 'watching',
      progress: progressOf('running', { planned: 1 }, 'next' as RunId),
      problem: null,
    };
    expect([model.conflicts.peek(), model.unread.peek()]).toEqual([[], 0]);
  });

  test('that cannot be read are reported as that', async () => {
    const problem = { code: 'journal-unavailable', detail: 'UnknownError' } as const;
    const { model } = modelOf(underWay(1), () => Promise.resolve(failed(problem)));
    await model.look();
    expect(model.notice.peek()).toEqual({ kind: 'problem', problem });
    expect([model.isReading.peek(), model.unread.peek()]).toEqual([false, 1]);
  });

  const NEXT = 'next' as RunId;
  const next: RunPhase = {
    kind: 'watching',
    progress: progressOf('running', { conflict: 1 }, NEXT),
    problem: null,
  };
  const PROBLEM = { code: 'journal-unavailable', detail: 'UnknownError' } as const;

  test('that could not be read of one run say nothing of the next run', async () => {
    const { run, model } = modelOf(underWay(1), () => Promise.resolve(failed(PROBLEM)));
    await model.look();
    run.value = next;
    expect(model.notice.peek()).toBeNull();
  });

  test.each<[string, RunPhase]>([
    ['another run is shown', next],
    ['the run is over', over([conflict(1)])],
  ])('are not said to be unread when %s by then', async (_name, later) => {
    const reading = deferred<Awaited<ReturnType<ReadRun>>>();
    const { run, model } = modelOf(underWay(1), () => reading.promise);
    const looking = model.look();
    run.value = later;
    reading.resolve(failed(PROBLEM));
    await looking;
    expect(model.notice.peek()).toBeNull();
  });
});
