import { expect, test } from 'vitest';
import type { RunId } from '../../../../lib/journal/entry';
import { newRun, type JournalRun } from '../../../../lib/journal/journal';
import { ok } from '../../../../lib/result';
import type { CommandHandlers } from '../../../../lib/rpc/contract/background-contract';
import { calm, deferred } from '../../../fakes/deferred';
import { progressOf, RUN } from '../../../fakes/run';
import { sessionWith } from '../../../fakes/session';

const OTHER = 'run-2' as RunId;

function stored(run: RunId = RUN): JournalRun {
  const { run: record, counts } = progressOf('finished', { applied: 1 }, run);
  return newRun(record, counts);
}

test('a list from before the last deletion does not come back over the one from after it', async () => {
  type Listed = Awaited<ReturnType<CommandHandlers['list-history']>>;
  const listed = (...runs: JournalRun[]): Listed => ok({ runs, keptDays: 30, unreadable: 0 });
  const slow = deferred<Listed>();
  const answers: Promise<Listed>[] = [
    Promise.resolve(listed(stored(), stored(OTHER))),
    slow.promise,
    Promise.resolve(listed(stored(OTHER))),
  ];
  const { session } = await sessionWith({
    'list-history': () => answers.shift() ?? Promise.resolve(listed()),
    'keep-values': () => Promise.resolve(ok(null)),
    'forget-values': () => Promise.resolve(ok(null)),
  });
  await session.history.open();
  const keeping = session.history.keepValues(3);
  await calm();
  await session.history.deleteValues(RUN);
  slow.resolve(listed(stored(), stored(OTHER)));
  await keeping;
  expect(session.history.phase.peek()).toMatchObject({
    runs: [{ id: OTHER }],
    said: { kind: 'values-deleted', run: RUN },
  });
});
