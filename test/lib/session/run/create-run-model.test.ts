import { beforeEach, describe, expect, test } from 'vitest';
import type { RunProgress } from '../../../../lib/journal/entry';
import { failed, ok } from '../../../../lib/result';
import type { CommandHandlers, RunProblem } from '../../../../lib/rpc/contract/background-contract';
import { SheetWorkerEnded } from '../../../../lib/rpc/client/sheet-client';
import type { PlanId } from '../../../../lib/rpc/contract/held';
import type { PlanFacts } from '../../../../lib/rpc/contract/sheet-contract';
import { createRunModel } from '../../../../lib/session/run/create-run-model';
import { fakeBackground } from '../../../fakes/background-client';
import { PAGE } from '../../../fakes/background-world';
import { calm, deferred } from '../../../fakes/deferred';
import { changeTo, entryOf, progressOf, RUN } from '../../../fakes/run';
import { PLAN, reviewedWork } from '../../../fakes/work';
import { heldSheet } from '../../../fakes/sheet-client';

const HEADER = {
  environment: 'production',
  account: { id: '9', name: 'Northfield' },
  group: { id: '7', name: 'Welding' },
  fileName: 'fixes.csv',
  sheetName: 'Sheet1',
} as const;
const PROBLEM: RunProblem = { code: 'journal-unavailable', detail: 'QuotaExceededError' };

let overs = 0;
beforeEach(() => {
  overs = 0;
});

/**
 * A model whose plan has `total` changes; the sheet gives them, the background does what `handlers`
 * say.
 */
function made(handlers: Partial<CommandHandlers> = {}, total = 2) {
  const sheet = heldSheet();
  const changes = Array.from({ length: total }, (_, index) => changeTo(String(index), [['grade', 'A', 'B']]));
  const facts: PlanFacts = {
    earlierExpiries: 0,
    plan: PLAN,
    changes: total,
    creditsAtMost: 3,
    fields: [],
    confirmedWarnings: [{ code: 'renewal', count: 3 }],
    rest: { errors: 1, leftOut: 2, unchanged: 3 },
  };
  const answers = {
    makePlan: () => ok(ok(facts)),
    changes: (_: PlanId, from: number, count: number) => ok(changes.slice(from, from + count)),
  };
  const call = sheet.client.call.bind(sheet.client);
  const answering: typeof sheet.client = {
    ...sheet.client,
    call: (method, ...args) => {
      const called = call(method, ...args);
      const { answer } = sheet.last(method);
      if (method === 'makePlan') answer(answers.makePlan());
      if (method === 'changes') answer(answers.changes(...(args as [PlanId, number, number])));
      return called;
    },
  };
  const watch = deferred<Awaited<ReturnType<CommandHandlers['watch-run']>>>();
  let tell: (progress: RunProgress) => void = () => undefined;
  const background = fakeBackground({
    'prepare-run': () => Promise.resolve(ok(RUN)),
    'add-changes': () => Promise.resolve(ok(null)),
    'begin-run': () => Promise.resolve(ok(progressOf('running', { planned: total }))),
    'watch-run': (_, { part }) => {
      tell = part;
      return watch.promise;
    },
    'list-entries': ({ from, count }) =>
      Promise.resolve(
        ok(changes.slice(from, from + count).map((change, at) => entryOf(change, undefined, from + at))),
      ),
    ...handlers,
  });
  const model = createRunModel(PAGE, background.background, answering, reviewedWork(), () => (overs += 1));
  return { model, sheet, watch, tell: (progress: RunProgress) => tell(progress), ...background };
}

describe('the last word', () => {
  test('is asked for with what the plan says', async () => {
    const { model } = made();
    expect(await model.confirm()).toEqual([]);
    expect(model.phase.peek()).toMatchObject({ kind: 'confirming', facts: { changes: 2, creditsAtMost: 3 } });
    model.dismiss();
    expect(model.phase.peek()).toEqual({ kind: 'none' });
  });

  test('is not asked for while something is in the way', async () => {
    const { client, last } = heldSheet();
    const model = createRunModel(
      PAGE,
      fakeBackground({}).background,
      client,
      reviewedWork(),
      () => undefined,
    );
    const asking = model.confirm();
    last('makePlan').answer(ok(failed([{ code: 'nothing-to-update' }])));
    expect(await asking).toEqual([{ code: 'nothing-to-update' }]);
    expect(model.phase.peek()).toEqual({ kind: 'none' });
  });

  test('begins the plan once, however often the button is pressed', async () => {
    const { model, kinds, watch } = made();
    await model.confirm();
    const begun = [model.begin(HEADER), model.begin(HEADER)];
    await calm();
    await model.begin(HEADER);
    expect(kinds()).toEqual(['prepare-run', 'add-changes', 'begin-run', 'watch-run']);
    watch.resolve(ok(progressOf('finished', { applied: 2 })));
    await Promise.all(begun);
  });

  test('without a plan, or after "not yet", begins nothing', async () => {
    const { model, said } = made();
    await model.begin(HEADER);
    await model.confirm();
    model.dismiss();
    await model.begin(HEADER);
    expect(said).toEqual([]);
  });

  test('about another plan waits until this one is written down: its parts come from the plan made last', async () => {
    const adding = deferred<Awaited<ReturnType<CommandHandlers['add-changes']>>>();
    const { model, sheet } = made({ 'add-changes': () => adding.promise }, 600);
    await model.confirm();
    void model.begin(HEADER);
    await calm();
    expect(await model.confirm()).toEqual([]);
    expect(model.phase.peek().kind).toBe('preparing');
    adding.resolve(ok(null));
    await calm();
    expect(await model.confirm()).toEqual([]);
    expect(model.phase.peek().kind).toBe('watching');
    expect(sheet.calls.filter(({ method }) => method === 'makePlan')).toHaveLength(1);
  });
});

describe('writing it down', () => {
  test('says what it is, and each part with its place', async () => {
    const { model, said, watch } = made({}, 1100);
    await model.confirm();
    const beginning = model.begin(HEADER);
    watch.resolve(ok(progressOf('finished', { applied: 1100 })));
    await beginning;
    expect(said[0]).toEqual({
      kind: 'prepare-run',
      page: PAGE,
      writer: expect.any(String) as string,
      header: {
        ...HEADER,
        entries: 1100,
        rest: { errors: 1, leftOut: 2, unchanged: 3 },
        creditsAtMost: 3,
        confirmedWarnings: [{ code: 'renewal', count: 3 }],
      },
    });
    const parts = said.flatMap((command) =>
      command.kind === 'add-changes'
        ? [[command.run, command.from, command.changes.length, command.changes[0]?.credential]]
        : [],
    );
    expect(parts).toEqual([
      [RUN, 0, 500, '0'],
      [RUN, 500, 500, '500'],
      [RUN, 1000, 100, '1000'],
    ]);
  });

  test.each<[string, Partial<CommandHandlers>, readonly string[]]>([
    ['to prepare', { 'prepare-run': () => Promise.resolve(failed(PROBLEM)) }, ['prepare-run']],
    ['a part', { 'add-changes': () => Promise.resolve(failed(PROBLEM)) }, ['prepare-run', 'add-changes']],
    [
      'to begin',
      { 'begin-run': () => Promise.resolve(failed(PROBLEM)) },
      ['prepare-run', 'add-changes', 'begin-run'],
    ],
  ])('refused %s: it is said, and nothing is begun', async (_name, handlers, kinds) => {
    const run = made(handlers);
    await run.model.confirm();
    await run.model.begin(HEADER);
    expect(run.model.phase.peek()).toEqual({ kind: 'not-begun', problem: PROBLEM });
    expect(run.kinds()).toEqual(kinds);
    // And can be tried again.
    await run.model.confirm();
    expect(run.model.phase.peek().kind).toBe('confirming');
  });

  test('ends when the worker ends: nothing is begun', async () => {
    const sheet = heldSheet();
    const { background, kinds } = fakeBackground({ 'prepare-run': () => Promise.resolve(ok(RUN)) });
    const model = createRunModel(PAGE, background, sheet.client, reviewedWork(), () => undefined);
    const asking = model.confirm();
    sheet
      .last('makePlan')
      .answer(ok(ok({ plan: PLAN, changes: 1, confirmedWarnings: [], creditsAtMost: 0 })));
    await asking;
    const beginning = model.begin(HEADER);
    await calm();
    sheet.last('changes').fail(new SheetWorkerEnded('failed'));
    await beginning;
    expect(model.phase.peek()).toEqual({ kind: 'not-begun', problem: { code: 'reader-ended' } });
    expect(kinds()).toEqual(['prepare-run']);
  });
});
