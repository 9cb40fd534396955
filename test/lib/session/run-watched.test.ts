import { beforeEach, describe, expect, test } from 'vitest';
import type { RunId, RunProgress } from '../../../lib/journal/entry';
import { failed, ok } from '../../../lib/result';
import type { CommandHandlers, RunProblem } from '../../../lib/rpc/contract/background-contract';
import { unreadableOf } from '../../../lib/run/afterwards/retry';
import { createRunModel } from '../../../lib/session/run/create-run-model';
import { PLAN, reviewedWork } from '../../fakes/work';
import { fakeBackground } from '../../fakes/background-client';
import { PAGE } from '../../fakes/background-world';
import { calm, deferred, type Deferred } from '../../fakes/deferred';
import { changeTo, entryOf, progressOf, RUN } from '../../fakes/run';
import { heldSheet } from '../../fakes/sheet-client';

type Watched = Awaited<ReturnType<CommandHandlers['watch-run']>>;
const PROBLEM: RunProblem = { code: 'journal-unavailable', detail: 'UnknownError' };

let overs = 0;
beforeEach(() => {
  overs = 0;
});

/** A model that has found a run under way, which the test goes on with. */
async function watching(handlers: Partial<CommandHandlers> = {}, total = 2) {
  const watches: { answer: Deferred<Watched>; tell: (progress: RunProgress) => void; signal: AbortSignal }[] =
    [];
  const background = fakeBackground({
    'find-run': () => Promise.resolve(ok(progressOf('running', { planned: total }))),
    'watch-run': (_, { part, signal }) => {
      const answer = deferred<Watched>();
      watches.push({ answer, tell: part, signal });
      return answer.promise;
    },
    'list-entries': ({ from, count }) =>
      Promise.resolve(
        ok(
          Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, at) =>
            entryOf(changeTo(String(from + at), [['grade', 'A', 'B']]), undefined, from + at),
          ),
        ),
      ),
    ...handlers,
  });
  const model = createRunModel(
    PAGE,
    background.background,
    heldSheet().client,
    reviewedWork(),
    () => (overs += 1),
  );
  const found = await model.find();
  return { model, found, watches, ...background };
}

describe('a run of the group that is there', () => {
  test('is watched to its end, with all its entries', async () => {
    const { model, found, watches, said } = await watching({}, 2500);
    expect(found).toBe(true);
    expect(model.phase.peek()).toMatchObject({ kind: 'watching', problem: null });
    watches[0]?.tell(progressOf('running', { planned: 1, applied: 2499 }));
    expect(model.phase.peek()).toMatchObject({ progress: { counts: { applied: 2499 } } });
    watches[0]?.answer.resolve(ok(progressOf('finished', { applied: 2500 })));
    await calm();
    const over = model.phase.peek();
    if (over.kind !== 'over') throw new Error(over.kind);
    expect(over.entries.map(({ position }) => position)).toEqual(Array.from({ length: 2500 }, (_, at) => at));
    const asked = () => said.flatMap((command) => (command.kind === 'list-entries' ? [command.from] : []));
    expect(asked()).toEqual([0, 1000, 2000]);
    expect(overs).toBe(1);
  });

  test.each<[string, CommandHandlers['find-run']]>([
    ['is none', () => Promise.resolve(ok(null))],
    ['cannot be known', () => Promise.resolve(failed(PROBLEM))],
  ])('%s: nothing is watched', async (_name, find) => {
    const { model, found, kinds } = await watching({ 'find-run': find });
    expect([found, model.phase.peek(), kinds()]).toEqual([false, { kind: 'none' }, ['find-run']]);
  });

  test('is found again (after a new sign-in): it is watched once', async () => {
    const { model, watches } = await watching();
    await model.find();
    expect(watches.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    watches[0]?.tell(progressOf('running', { applied: 1, planned: 1 }, 'old' as RunId));
    expect(model.phase.peek()).toMatchObject({ progress: { run: { id: RUN } } });
  });

  test('whose watch fails stays to be seen with the problem: it was begun', async () => {
    const { model, watches } = await watching();
    watches[0]?.tell(progressOf('running', { applied: 1, planned: 1 }));
    watches[0]?.answer.resolve(failed(PROBLEM));
    await calm();
    expect(model.phase.peek()).toMatchObject({
      kind: 'watching',
      progress: { counts: { applied: 1 } },
      problem: PROBLEM,
    });
    expect(overs).toBe(0);
  });

  test('whose entries cannot be read is not shown as a run without any', async () => {
    const { model, watches } = await watching({ 'list-entries': () => Promise.resolve(failed(PROBLEM)) });
    watches[0]?.answer.resolve(ok(progressOf('finished', { applied: 2 })));
    await calm();
    expect(model.phase.peek()).toMatchObject({ kind: 'watching', problem: PROBLEM });
    // The group is another one than before all the same.
    expect(overs).toBe(1);
  });

  test('with a thousand in the middle that cannot be read: what is behind them is read all the same', async () => {
    const { model, watches } = await watching(
      {
        'list-entries': ({ from }) =>
          Promise.resolve(
            ok(
              from === 1000 ? [] : [entryOf(changeTo(String(from), [['grade', 'A', 'B']]), undefined, from)],
            ),
          ),
      },
      2500,
    );
    watches[0]?.answer.resolve(ok(progressOf('finished', { applied: 2500 })));
    await calm();
    const over = model.phase.peek();
    if (over.kind !== 'over') throw new Error(over.kind);
    expect(over.entries.map(({ position }) => position)).toEqual([0, 2000]);
    expect(unreadableOf(over)).toBe(2498);
  });

  test('is left: nothing of it is heard any more', async () => {
    const reading = deferred<Awaited<ReturnType<CommandHandlers['list-entries']>>>();
    const { model, watches } = await watching({ 'list-entries': () => reading.promise });
    watches[0]?.answer.resolve(ok(progressOf('finished', { applied: 2 })));
    await calm();
    model.leave();
    reading.resolve(ok([]));
    watches[0]?.tell(progressOf('running', { planned: 2 }));
    await calm();
    expect(model.phase.peek()).toEqual({ kind: 'none' });
  });

  test('a bug in watching it is no silence', async () => {
    const bug = new Error('the background failed at watch-run');
    const faults: unknown[] = [];
    const { background } = fakeBackground({
      'prepare-run': () => Promise.resolve(ok(RUN)),
      'begin-run': () => Promise.resolve(ok(progressOf('running'))),
      'watch-run': () => Promise.reject(bug),
    });
    const sheet = heldSheet();
    const model = createRunModel(PAGE, background, sheet.client, reviewedWork(), () => undefined);
    const asking = model.confirm();
    sheet
      .last('makePlan')
      .answer(ok(ok({ plan: PLAN, changes: 0, confirmedWarnings: [], creditsAtMost: 0 })));
    await asking;
    const header = progressOf('running').run;
    await model.begin(header).catch((error: unknown) => faults.push(error));
    expect(faults).toEqual([bug]);
  });
});

describe('steering', () => {
  const steers = [
    ['pause', 'pause-run'],
    ['resume', 'resume-run'],
    ['cancel', 'cancel-run'],
  ] as const;

  test.each(steers)('%s is reported to the background', async (action, kind) => {
    const { model, said } = await watching({ [kind]: () => Promise.resolve(ok(null)) });
    await model[action]();
    expect(said.at(-1)).toEqual({ kind, run: RUN });
    expect(model.phase.peek()).toMatchObject({ kind: 'watching', problem: null });
  });

  test.each(steers)('%s that is refused is shown until there is news', async (action, kind) => {
    const { model, watches } = await watching({ [kind]: () => Promise.resolve(failed(PROBLEM)) });
    await model[action]();
    expect(model.phase.peek()).toMatchObject({ kind: 'watching', problem: PROBLEM });
    watches[0]?.tell(progressOf('paused', { planned: 2 }));
    expect(model.phase.peek()).toMatchObject({ kind: 'watching', problem: null });
  });

  test.each(steers)('%s that is not answered yet is not said twice', async (action, kind) => {
    const answering = deferred<Awaited<ReturnType<CommandHandlers['pause-run']>>>();
    const { model, kinds } = await watching({ [kind]: () => answering.promise });
    const said = () => kinds().filter((one) => one === kind).length;
    const pressed = [model[action](), model[action]()];
    expect(said()).toBe(1);
    answering.resolve(ok(null));
    await Promise.all(pressed);
    await model[action]();
    expect(said()).toBe(2);
  });

  test('without a run is nothing; a refusal that comes after its end is not shown', async () => {
    const refusing = deferred<Awaited<ReturnType<CommandHandlers['pause-run']>>>();
    const { model, watches, kinds } = await watching({ 'pause-run': () => refusing.promise });
    const pausing = model.pause();
    watches[0]?.answer.resolve(ok(progressOf('finished', { applied: 2 })));
    await calm();
    refusing.resolve(failed({ code: 'no-such-run' }));
    await pausing;
    expect(model.phase.peek().kind).toBe('over');
    model.leave();
    const before = kinds().length;
    await model.cancel();
    expect(kinds()).toHaveLength(before);
  });
});
