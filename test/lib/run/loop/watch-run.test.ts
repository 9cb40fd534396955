import { expect, test } from 'vitest';
import type { RunId, RunProgress } from '../../../../lib/journal/entry';
import type { JournalRun } from '../../../../lib/journal/journal';
import { createRunUpdates } from '../../../../lib/run/loop/run-updates';
import { watchRun } from '../../../../lib/run/loop/watch-run';
import { createWriters, WRITER_SILENT_MS } from '../../../../lib/run/loop/writers';
import { changeOf, headerOf } from '../../../fakes/background-world';
import { calm } from '../../../fakes/deferred';
import { createMemoryJournal } from '../../../fakes/memory-journal';

const RUN = 'run-1' as RunId;
const changes = [1, 2].map((id) => changeOf(id, [['grade', null, 'A']]));

/** A run that a panel has begun to fill, and a watcher of it. Time passes when the test says so. */
async function watched() {
  const journal = createMemoryJournal();
  const updates = createRunUpdates();
  let now = 0;
  let wake = () => {};
  const writers = createWriters(() => now);
  const reported: string[] = [];
  const state = { kind: 'preparing' } as const;
  await journal.createRun({ ...headerOf(changes), id: RUN, createdAt: 0, finishedAt: null, state });
  writers.note(RUN, 'a');
  const end = watchRun(
    RUN,
    ({ run, counts }) => reported.push(`${run.state.kind} ${counts.planned}`),
    new AbortController().signal,
    {
      journal,
      updates,
      writers,
      sleep: (ms) => (ms < WRITER_SILENT_MS ? Promise.resolve() : new Promise((resolve) => (wake = resolve))),
      progressOf: ({ record, counts, partly, creditsSpent }: JournalRun): RunProgress => ({
        run: record,
        counts,
        partly,
        creditsSpent,
        perMinute: null,
      }),
      isWorking: () => false,
    },
  );
  await calm();
  return {
    journal,
    end,
    reported,
    tell: async () => {
      writers.note(RUN);
      updates.notify(RUN);
      await calm();
    },
    silence: () => {
      now += WRITER_SILENT_MS;
      wake();
    },
  };
}

test('a run that is being filled is watched part by part, and until its end', async () => {
  const { journal, end, reported, tell } = await watched();
  await journal.addChanges(RUN, 0, changes);
  await tell();
  await journal.transitionRun(RUN, { kind: 'running' }, 1);
  await tell();
  await journal.transitionRun(RUN, { kind: 'cancelled' }, 2);
  await journal.cancelPlanned(RUN, 9);
  await tell();
  expect(await end).toMatchObject({ ok: true, value: { counts: { cancelled: 2 } } });
  expect(reported).toEqual(['preparing 0', 'preparing 2', 'running 2', 'cancelled 0']);
});

test('a run whose panel falls silent is no run', async () => {
  const { end, silence } = await watched();
  silence();
  expect(await end).toEqual({ ok: false, problem: { code: 'no-such-run' } });
});
