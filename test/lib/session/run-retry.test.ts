import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../../lib/result';
import type { CommandHandlers, RunProblem } from '../../../lib/rpc/contract/background-contract';
import { createRunModel } from '../../../lib/session/run/create-run-model';
import { PLAN, reviewedWork } from '../../fakes/work';
import { fakeBackground } from '../../fakes/background-client';
import { PAGE } from '../../fakes/background-world';
import { calm } from '../../fakes/deferred';
import { changeTo, entryOf, progressOf, RUN } from '../../fakes/run';
import { heldSheet } from '../../fakes/sheet-client';

const HEADER = {
  environment: 'production',
  account: { id: '9', name: 'Northfield' },
  group: { id: '7', name: 'Welding' },
  fileName: 'fixes.csv',
  sheetName: 'Sheet1',
} as const;
const PROBLEM: RunProblem = { code: 'journal-unavailable', detail: 'QuotaExceededError' };

describe('trying the failed ones again', () => {
  const REFUSED = { kind: 'rejected', status: 500, words: 'no' } as const;

  /**
   * A finished run of three, of which the second was refused; the next run is of one, which is
   * applied.
   */
  async function finished(handlers: Partial<CommandHandlers> = {}) {
    let runs = 0;
    const { background, said } = fakeBackground({
      'prepare-run': () => Promise.resolve(ok(RUN)),
      'add-changes': () => Promise.resolve(ok(null)),
      'begin-run': () => Promise.resolve(ok(progressOf('running', { planned: 1 }))),
      'watch-run': () => {
        runs += 1;
        const counts = runs === 1 ? { applied: 2, rejected: 1 } : { applied: 1 };
        return Promise.resolve(ok(progressOf('finished', counts)));
      },
      'list-entries': ({ from }) => {
        const changes = ['0', '1', '2'].map((id) => changeTo(id, [['grade', 'A', 'B']]));
        const [first, second, third] = changes;
        if (from > 0 || first === undefined || second === undefined || third === undefined)
          return Promise.resolve(ok([]));
        const all = [entryOf(first), entryOf(second, REFUSED, 1), entryOf(third, undefined, 2)];
        return Promise.resolve(ok(runs === 1 ? all : [entryOf(second)]));
      },
      ...handlers,
    });
    const sheet = heldSheet();
    const model = createRunModel(PAGE, background, sheet.client, reviewedWork(), () => undefined);
    const asking = model.confirm();
    sheet
      .last('makePlan')
      .answer(ok(ok({ plan: PLAN, changes: 3, confirmedWarnings: [], creditsAtMost: 0 })));
    await asking;
    const beginning = model.begin(HEADER);
    await calm();
    sheet.last('changes').answer(ok([]));
    await beginning;
    expect(model.phase.peek()).toMatchObject({ kind: 'over', progress: { counts: { rejected: 1 } } });
    return { model, said };
  }

  test('sends only those, as a new run of the same sheet, and tells both as one result', async () => {
    const { model, said } = await finished();
    const from = said.length;
    await model.retry();
    const [prepared, added] = said.slice(from);
    expect(prepared).toMatchObject({
      kind: 'prepare-run',
      header: { ...HEADER, source: { kind: 'retry', runs: [RUN] }, entries: 1, creditsAtMost: 0 },
    });
    expect(added).toMatchObject({ kind: 'add-changes', from: 0, changes: [{ credential: '1' }] });
    const over = model.phase.peek();
    expect(over).toMatchObject({ kind: 'over', progress: { counts: { applied: 3, rejected: 0 } } });
    expect(over.kind === 'over' && over.entries.map(({ state }) => state.kind)).toEqual(
      Array(3).fill('applied'),
    );
    // Nothing is left to try.
    const sent = said.length;
    await model.retry();
    expect(said).toHaveLength(sent);
  });

  test('refused: the result stays, with the reason', async () => {
    let times = 0;
    const { model } = await finished({
      'prepare-run': () => Promise.resolve((times += 1) === 1 ? ok(RUN) : failed(PROBLEM)),
    });
    await model.retry();
    expect(model.phase.peek()).toMatchObject({
      kind: 'over',
      problem: PROBLEM,
      progress: { counts: { applied: 2, rejected: 1 } },
    });
  });
});
