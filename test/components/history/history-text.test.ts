import { beforeEach, expect, test } from 'vitest';
import {
  endText,
  kindText,
  newsText,
  resultText,
  valuesText,
} from '../../../components/history/history-text';
import type { RunRecord } from '../../../lib/journal/entry';
import { newRun, type JournalRun } from '../../../lib/journal/journal';
import { historyRun, type HistoryRun } from '../../../lib/report/history';
import type { HistoryNews } from '../../../lib/session/history/history-model';
import { isWhole, speakEnglish } from '../../fakes/messages';
import { progressOf, RUN } from '../../fakes/run';

beforeEach(() => speakEnglish());

function reported(record: Partial<RunRecord>, more: Partial<JournalRun> = {}): HistoryRun {
  const { run, counts } = progressOf('finished', { applied: 3, rejected: 1 });
  const found = historyRun({ ...newRun({ ...run, ...record }, counts), ...more }, 30);
  if (found === null) throw new Error('it is not reported');
  return found;
}

test.each([
  ['a warning of one row', { code: 'name-change', rows: 1 }, 'Recipient names change: 1 row'],
  ['an alarm of many', { code: 'people-swapped', rows: 1200 }, 'People swapped: 1,200 rows'],
  ['a kind of another version, by its code', { code: 'later-kind', rows: 2 }, 'later-kind: 2 rows'],
])('%s', (_, kind, expected) => {
  expect(kindText(kind)).toBe(expected);
});

test('how many were updated and how many not', () => {
  expect(resultText(reported({}))).toBe('3 updated · 1 not updated');
});

test.each<[string, Partial<RunRecord>, RegExp]>([
  ['finished', { finishedAt: Date.UTC(2026, 2, 3, 12) }, /^Mar [23], 2026, [^(]*$/],
  ['cancelled', { finishedAt: 5, state: { kind: 'cancelled' } }, / \(cancelled\)$/],
  ['running', { finishedAt: null, state: { kind: 'running' } }, /^not yet: running$/],
  ['paused', { finishedAt: null, state: { kind: 'paused', reason: { kind: 'asked' } } }, /^not yet: paused$/],
])('the end of a run that is %s', (_, record, expected) => {
  expect(endText(reported(record))).toMatch(expected);
});

test.each<[string, HistoryRun, RegExp]>([
  ['kept', reported({ finishedAt: 0 }), /^kept on this computer until Jan /],
  [
    'of a run that is not over',
    reported({ finishedAt: null, state: { kind: 'running' } }),
    /the run is not over$/,
  ],
  ['deleted', reported({}, { values: { kind: 'deleted', at: 5 } }), /^deleted from this computer on /],
  [
    'deleted, nobody noted when',
    reported({}, { values: { kind: 'deleted', at: null } }),
    /^deleted from this computer$/,
  ],
])('values, %s', (_, run, expected) => {
  expect(valuesText(run)).toMatch(expected);
});

test.each<HistoryNews>([
  { kind: 'values-deleted', run: RUN },
  { kind: 'kept-days', days: 0 },
  { kind: 'kept-days', days: 1 },
  { kind: 'kept-days', days: 30 },
  { kind: 'everything-deleted' },
  { kind: 'refused', problem: { code: 'runs-not-over', groups: ['Welding', 'Nursing'] } },
  { kind: 'refused', problem: { code: 'not-deleted', detail: 'QuotaExceededError' } },
  { kind: 'refused', problem: { code: 'reader-ended' } },
  { kind: 'refused', problem: { code: 'values-deleted' } },
  { kind: 'refused', problem: { code: 'journal-unavailable', detail: 'UnknownError' } },
])('what came of something is a whole sentence: %j', (news) => {
  expect(isWhole(newsText(news))).toBe(true);
});
