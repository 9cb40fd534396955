import { expect, test } from 'vitest';
import type { RunState } from '../../../lib/journal/entry';
import { NO_ENTRIES, type EntryCounts } from '../../../lib/journal/entry-counts';
import { newRun, type JournalRun } from '../../../lib/journal/journal';
import { isEnded, isUnsettled, mayForget, mayRemove, maySee } from '../../../lib/journal/transitions';
import { progressOf } from '../../fakes/run';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A run that ended at 1 ms, if it ended, with these entries besides an applied one. */
function runOf(state: RunState['kind'], open: Partial<EntryCounts> = {}, more: Partial<JournalRun> = {}) {
  const counts = { ...NO_ENTRIES, applied: 1, ...open };
  return { ...newRun(progressOf(state).run, counts), ...more };
}

/** Names of what is true of the run, a day and a millisecond after it ended. */
function truthsOf(run: JournalRun): readonly string[] {
  const truths = {
    ended: isEnded(run),
    unsettled: isUnsettled(run),
    'end may be shown': maySee(run),
    'values may be deleted': mayForget(run, DAY_MS + 2),
    'may be removed': mayRemove(run, DAY_MS + 2),
  };
  return Object.entries(truths)
    .filter(([, is]) => is)
    .map(([name]) => name);
}

const ENDED = ['ended', 'end may be shown', 'values may be deleted', 'may be removed'];
const DELETED = { kind: 'deleted', at: 5 } as const;

test.each<[string, JournalRun, readonly string[]]>([
  ['preparing: nothing is lost with it', runOf('preparing', { planned: 3 }), ['may be removed']],
  ['preparing, none added yet', runOf('preparing'), ['may be removed']],
  ['running', runOf('running', { planned: 3 }), []],
  ['running, its last entry just settled', runOf('running'), []],
  ['paused', runOf('paused', { planned: 3 }), []],
  ['paused after its last entry', runOf('paused'), []],
  ['finished', runOf('finished'), ENDED],
  ['finished, some rejected', runOf('finished', { rejected: 2, conflict: 1, 'not-known': 1 }), ENDED],
  ['cancelled, all settled', runOf('cancelled', { cancelled: 2 }), ENDED],
  [
    'cancelled, some still to be cancelled',
    runOf('cancelled', { planned: 2 }),
    ['unsettled', 'values may be deleted', 'may be removed'],
  ],
  [
    'cancelled, a request still under way',
    runOf('cancelled', { sent: 1 }),
    ['unsettled', 'end may be shown', 'values may be deleted', 'may be removed'],
  ],
  [
    'cancelled, one in doubt',
    runOf('cancelled', { 'in-doubt': 1 }),
    ['unsettled', 'end may be shown', 'values may be deleted', 'may be removed'],
  ],
  [
    'its end was shown',
    runOf('finished', {}, { isEndSeen: true }),
    ['ended', 'values may be deleted', 'may be removed'],
  ],
  [
    'cancelled, and its end was shown with one in doubt',
    runOf('cancelled', { 'in-doubt': 1 }, { isEndSeen: true }),
    ['unsettled', 'values may be deleted', 'may be removed'],
  ],
  [
    'its values were deleted',
    runOf('finished', {}, { values: DELETED }),
    ['ended', 'end may be shown', 'may be removed'],
  ],
])('a run that is %s', (_name, run, expected) => {
  expect(truthsOf(run)).toEqual(expected);
});

test.each([
  ['at once', 1, false],
  ['after a day', 1 + DAY_MS, false],
  ['after more than a day', 2 + DAY_MS, true],
])('a cancelled run with an open entry may be removed %s: %s', (_name, at, expected) => {
  expect(mayRemove(runOf('cancelled', { sent: 1 }), at)).toBe(expected);
  expect(mayForget(runOf('cancelled', { sent: 1 }), at), 'and its values deleted').toBe(expected);
});

test('a cancelled run of which nobody knows when it ended stays while an entry is open', () => {
  const run = runOf('cancelled', { sent: 1 });
  const undated = { ...run, record: { ...run.record, finishedAt: null } };
  expect(mayRemove(undated, 100 * DAY_MS)).toBe(false);
});

test('a finished run is never unsettled, whatever its counts say', () => {
  expect(isUnsettled(runOf('finished', { sent: 1 }))).toBe(false);
  expect(isEnded(runOf('finished', { sent: 1 }))).toBe(false);
  expect(mayRemove(runOf('finished', { sent: 1 }), 100 * DAY_MS)).toBe(false);
});
