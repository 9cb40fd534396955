import { expect, test } from 'vitest';
import { newRun, type JournalRun } from '../../../../lib/journal/journal';
import { forgetsAt, TAKEN_MS } from '../../../../lib/run/afterwards/kept-values';
import { progressOf } from '../../../fakes/run';

const DAY = 24 * 60 * 60 * 1000;

/** A run; one that is over has ended at 1. */
function run(
  state: 'running' | 'paused' | 'finished' | 'cancelled',
  counts: Parameters<typeof progressOf>[1] = { applied: 2 },
  more: Partial<JournalRun> = {},
): JournalRun {
  const { run: record, counts: all } = progressOf(state, counts);
  return { ...newRun(record, all), ...more };
}

function keepingNothing(journalRun: JournalRun): JournalRun {
  return { ...journalRun, record: { ...journalRun.record, keepsNothing: true } };
}

test.each<[string, JournalRun, number, number | null]>([
  ['over', run('finished'), 30, 1 + 30 * DAY],
  ['cancelled', run('cancelled'), 7, 1 + 7 * DAY],
  ['nothing is kept: once an open panel has read it', run('finished'), 0, 1 + TAKEN_MS],
  ['nothing is kept of this one', keepingNothing(run('finished')), 30, 1 + TAKEN_MS],
  ['nothing is kept of this one, which runs', keepingNothing(run('running')), 30, null],
  ['running', run('running'), 0, null],
  ['paused', run('paused'), 30, null],
  ['cancelled, with one in doubt', run('cancelled', { applied: 1, 'in-doubt': 1 }), 0, null],
  ['cancelled, with some not yet cancelled', run('cancelled', { planned: 1 }), 0, null],
  ['deleted already', run('finished', {}, { values: { kind: 'deleted', at: 5 } }), 30, null],
])('when the values of a run are deleted: %s', (_, journalRun, keptDays, expected) => {
  expect(forgetsAt(journalRun, keptDays)).toBe(expected);
});
