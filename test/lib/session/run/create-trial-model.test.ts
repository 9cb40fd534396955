import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { Entry } from '../../../../lib/journal/entry';
import { failed, ok, type Result } from '../../../../lib/result';
import type { RunProblem } from '../../../../lib/rpc/contract/background-contract';
import { createTrialModel } from '../../../../lib/session/run/create-trial-model';
import type { RunPhase } from '../../../../lib/session/run/run-model';
import { changeTo, entryOf, progressOf } from '../../../fakes/run';
import { calm } from '../../../fakes/deferred';

const ENTRIES = [1, 2, 3].map((id) =>
  entryOf(changeTo(String(id), [['grade', 'A', 'D']]), undefined, id - 1),
);

/** A run that waits after a trial of two rows. */
function afterTrial(): RunPhase {
  const progress = progressOf('paused', { applied: 2, planned: 1 });
  const state = { kind: 'paused', reason: { kind: 'trial' } } as const;
  return {
    kind: 'watching',
    progress: { ...progress, run: { ...progress.run, state, trial: 2 } },
    problem: null,
  };
}

test('entries of a trial that cannot be read are said, and can be read again', async () => {
  const answers: Result<readonly Entry[], RunProblem>[] = [failed({ code: 'no-such-run' }), ok(ENTRIES)];
  const run = signal<RunPhase>({ kind: 'none' });
  const model = createTrialModel(run, {} as never, () => Promise.resolve(answers.shift() ?? ok([])));
  expect([model.tried.peek(), model.unread.peek()]).toEqual([null, null]);
  run.value = afterTrial();
  await calm();
  expect([model.tried.peek(), model.unread.peek()]).toEqual([null, { code: 'no-such-run' }]);
  await model.readAgain();
  expect(model.unread.peek()).toBeNull();
  expect(model.tried.peek()?.map(({ credential }) => credential)).toEqual(['1', '2']);
});

test('what was read of one run is not shown for another', async () => {
  const run = signal<RunPhase>(afterTrial());
  const model = createTrialModel(run, {} as never, () => Promise.resolve(failed({ code: 'no-such-run' })));
  await calm();
  expect(model.unread.peek()).toEqual({ code: 'no-such-run' });
  run.value = { kind: 'none' };
  expect(model.unread.peek()).toBeNull();
});
