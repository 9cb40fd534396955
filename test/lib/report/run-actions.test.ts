import { describe, expect, test } from 'vitest';
import { groupId } from '../../../lib/credential/ids';
import type { RunId, RunRecord, RunSource } from '../../../lib/journal/entry';
import type { EntryCounts } from '../../../lib/journal/entry-counts';
import { newRun, type JournalRun } from '../../../lib/journal/journal';
import { historyRun, type HistoryRun } from '../../../lib/report/history';
import {
  followers,
  undoneOf,
  whyNot,
  type Here,
  type RunAction,
  type Unavailable,
} from '../../../lib/report/run-actions';
import { progressOf } from '../../fakes/run';

function reported(
  counts: Partial<EntryCounts>,
  record: Partial<RunRecord> = {},
  more: Partial<JournalRun> = {},
): HistoryRun {
  const { run, counts: all } = progressOf('finished', counts);
  const found = historyRun({ ...newRun({ ...run, finishedAt: 5, ...record }, all), ...more }, 30);
  if (found === null) throw new Error('it is not reported');
  return found;
}

const HERE: Here = {
  page: { environment: 'production', groupId: groupId('7') },
  account: '9',
  isBusy: false,
};
const MIXED = { applied: 3, rejected: 1 };

describe('why an action on a run of the history is not possible', () => {
  test.each<[string, HistoryRun, Partial<Here>, Partial<Record<RunAction, Unavailable>>]>([
    ['all are', reported(MIXED), {}, {}],
    [
      'a cancelled run is over',
      reported({ applied: 1, cancelled: 2 }, { state: { kind: 'cancelled' } }),
      {},
      {},
    ],
    [
      'it is not over',
      reported(MIXED, { state: { kind: 'paused', reason: { kind: 'asked' } }, finishedAt: null }),
      {},
      { undo: 'not-over', retry: 'not-over', 'failed-rows': 'not-over' },
    ],
    [
      'nothing failed',
      reported({ applied: 3 }),
      {},
      { retry: 'nothing-failed', 'failed-rows': 'nothing-failed' },
    ],
    [
      'only conflicts, of which a part may be written',
      reported({ conflict: 2 }),
      {},
      { retry: 'nothing-to-retry' },
    ],
    ['only what the platform left out', reported({ 'not-applied': 2 }), {}, { retry: 'nothing-to-retry' }],
    ['nothing was written', reported({ rejected: 2, cancelled: 1 }), {}, { undo: 'nothing-written' }],
    [
      'another group',
      reported(MIXED, { group: { id: '8', name: 'Nursing' } }),
      {},
      { undo: 'other-group', retry: 'other-group' },
    ],
    [
      'another environment',
      reported(MIXED, { environment: 'sandbox' }),
      {},
      { undo: 'other-group', retry: 'other-group' },
    ],
    [
      'another group, and nothing failed: gone there it would be no other',
      reported({ applied: 1 }, { group: { id: '8', name: 'Nursing' } }),
      {},
      { undo: 'other-group', retry: 'nothing-failed', 'failed-rows': 'nothing-failed' },
    ],
    ['not connected', reported(MIXED), { account: null }, { undo: 'not-connected', retry: 'not-connected' }],
    [
      'another account',
      reported(MIXED),
      { account: '10' },
      { undo: 'other-account', retry: 'other-account' },
    ],
    ['an update is under way', reported(MIXED), { isBusy: true }, { undo: 'under-way', retry: 'under-way' }],
  ])('%s', (_name, run, here, expected) => {
    const actions: readonly RunAction[] = ['undo', 'retry', 'failed-rows'];
    const found = actions.map((action) => [action, whyNot(action, run, { ...HERE, ...here })]);
    expect(Object.fromEntries(found.filter(([, reason]) => reason !== null))).toEqual(expected);
  });
});

const id = (name: string) => name as RunId;
const at = (name: string, startedAt: number, counts: Partial<EntryCounts>, source?: RunSource) =>
  reported(counts, { id: id(name), createdAt: startedAt, ...(source && { source }) });
const undoOf = (...runs: readonly string[]): RunSource => ({ kind: 'undo', runs: runs.map(id) });
const retryOf = (...runs: readonly string[]): RunSource => ({ kind: 'retry', runs: runs.map(id) });

describe('whether a run was undone', () => {
  const first = at('first', 1, { applied: 3, rejected: 1 });

  test.each<[string, HistoryRun, HistoryRun, ReturnType<typeof undoneOf>]>([
    [
      'all that was written, where the platform ignored the others',
      at('run', 1, { applied: 3, 'not-applied': 2 }),
      at('u', 2, { applied: 3 }, undoOf('run')),
      'yes',
    ],
    [
      'not a conflict of which a part was written',
      { ...at('run', 1, { applied: 3, conflict: 1 }), partly: 1 },
      at('u', 2, { applied: 3, conflict: 1 }, undoOf('run')),
      'in-part',
    ],
    [
      'also what was written in part',
      { ...at('run', 1, { applied: 3, 'not-applied': 1 }), partly: 1 },
      at('u', 2, { applied: 4 }, undoOf('run')),
      'yes',
    ],
    [
      'a part of one change',
      at('run', 1, { applied: 1 }),
      { ...at('u', 2, { 'not-applied': 1 }, undoOf('run')), partly: 1 },
      'in-part',
    ],
    [
      'nothing, as the platform ignored it',
      at('run', 1, { applied: 1 }),
      at('u', 2, { 'not-applied': 1 }, undoOf('run')),
      'no',
    ],
  ])('an undo undid %s', (_name, run, undo, expected) => {
    expect(undoneOf(run, [undo, run])).toBe(expected);
  });

  test.each<[string, readonly HistoryRun[], ReturnType<typeof undoneOf>]>([
    ['by none', [first], 'no'],
    ['by an undo of it', [at('u', 2, { applied: 3 }, undoOf('first')), first], 'yes'],
    [
      'by an undo of it and of its repetition',
      [at('u', 3, { applied: 4 }, undoOf('first', 'second')), first],
      'yes',
    ],
    [
      'by an undo that left some',
      [at('u', 2, { applied: 2, conflict: 1 }, undoOf('first')), first],
      'in-part',
    ],
    [
      'by an undo of it and of its repetition that left some: of which of them nobody knows',
      [
        at('u', 3, { applied: 3, conflict: 1 }, undoOf('first', 'second')),
        at('second', 2, { applied: 1 }),
        first,
      ],
      'in-part',
    ],
    [
      'by two undos, each of a part',
      [at('v', 3, { applied: 1 }, undoOf('first')), at('u', 2, { applied: 2 }, undoOf('first')), first],
      'yes',
    ],
    ['by an undo that changed nothing', [at('u', 2, { cancelled: 3 }, undoOf('first')), first], 'no'],
    ['by an undo of another', [at('u', 2, { applied: 3 }, undoOf('other')), first], 'no'],
    [
      'by an undo that was undone',
      [at('v', 3, { applied: 3 }, undoOf('u')), at('u', 2, { applied: 3 }, undoOf('first')), first],
      'no',
    ],
    ['by its repetition', [at('r', 2, { applied: 1 }, retryOf('first')), first], 'no'],
    ['by a damaged one that is of before it', [at('u', 0, { applied: 3 }, undoOf('first')), first], 'no'],
  ])('%s', (_name, runs, expected) => {
    expect(undoneOf(first, runs)).toBe(expected);
  });

  test('runs that send it again are listed by themselves', () => {
    const again = at('r', 2, { applied: 1 }, retryOf('first'));
    const undo = at('u', 3, { applied: 4 }, undoOf('first', 'r'));
    expect(followers(first, [undo, again, first], 'retry')).toEqual([again]);
    expect(followers(first, [undo, again, first], 'undo')).toEqual([undo]);
    expect(followers(again, [undo, again, first], 'undo')).toEqual([undo]);
  });
});
