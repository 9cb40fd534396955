import { historyRun, type HistoryRun } from '../../../lib/report/history';
import type { RunId, RunRecord } from '../../../lib/journal/entry';
import { NO_ENTRIES } from '../../../lib/journal/entry-counts';
import type { SessionState } from '../literal-session';
import { CONNECTION, NOW } from '../group';
import { runOf } from '../runs';
import type { GalleryState } from '../state';

const DAY_MS = 24 * 60 * 60 * 1000;
const SHA = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A run of the journal, as the history describes it. */
function runAt(
  id: string,
  daysAgo: number,
  more: Partial<RunRecord>,
  applied = 41,
  rejected = 0,
): HistoryRun {
  const { run } = runOf([], { kind: 'finished' }, []).progress;
  const record: RunRecord = {
    ...run,
    id: id as RunId,
    createdAt: NOW - daysAgo * DAY_MS,
    finishedAt: NOW - daysAgo * DAY_MS + 95_000,
    source: { kind: 'file', sha256: SHA },
    rest: { errors: 2, leftOut: 1, unchanged: 118 },
    entries: applied + rejected,
    creditsAtMost: 4,
    ...more,
  };
  const isForgotten = daysAgo > 30;
  const reported = historyRun(
    {
      record,
      counts: { ...NO_ENTRIES, applied, rejected },
      partly: 0,
      creditsSpent: 3,
      values: isForgotten ? { kind: 'deleted', at: NOW - (daysAgo - 30) * DAY_MS } : { kind: 'kept' },
      isEndSeen: false,
    },
    30,
  );
  if (reported === null) throw new Error('a run that has not begun has no history');
  return reported;
}

const OTHER_GROUP = { id: '8', name: 'Certified Inspector, spring 2023' };
const RUNS: readonly HistoryRun[] = [
  runAt(
    'run-6',
    0,
    { source: { kind: 'undo', runs: ['run-5' as RunId] }, fileName: 'Undo of grades.xlsx' },
    12,
  ),
  runAt('run-5', 1, { fileName: 'grades.xlsx', sheetName: 'Corrections' }, 12),
  runAt('run-4', 3, { source: { kind: 'retry', runs: ['run-3' as RunId] } }, 2),
  runAt('run-3', 3, {}, 41, 2),
  runAt(
    'run-2',
    12,
    { source: { kind: 'pasted', sha256: SHA }, fileName: 'Pasted cells', group: OTHER_GROUP },
    3,
  ),
  runAt('run-1', 64, {
    fileName: 'a list of everybody who was certified in the years from 2019 to 2024.xlsx',
  }),
];

type Open = Extract<SessionState['history'], { kind: 'open' }>;
const open = (more: Partial<Open> = {}) => ({
  history: { kind: 'open', runs: RUNS, keptDays: 30, unreadable: 0, said: null, ...more } as const,
});

/** The history (docs/product.md 2.6), over the present step. */
export const HISTORY: readonly GalleryState[] = [
  ['history-reading', () => ({ history: { kind: 'reading' } })],
  ['history-empty', () => open({ runs: [] })],
  ['history-list', () => open()],
  ['history-run-open', () => open(), ['Undo of grades.xlsx']],
  ['history-run-with-failures-open', () => open(), ['41 updated · 2 not updated']],
  ['history-run-of-deleted-values-open', () => open(), ['a list of everybody']],
  ['history-delete-values-asked', () => open(), ['41 updated · 2 not updated', 'Delete values now']],
  ['history-delete-everything-asked', () => open(), ['Delete everything stored on this computer']],
  ['history-unreadable', () => open({ unreadable: 2 })],
  ['history-kept-days-saved', () => open({ keptDays: 7, said: { kind: 'kept-days', days: 7 } })],
  ['history-kept-days-wrong', () => open(), [['Days after which values are deleted', '9999'], 'Save']],
  ['history-everything-deleted', () => open({ runs: [], said: { kind: 'everything-deleted' } })],
  [
    'history-refused',
    () =>
      open({
        said: { kind: 'refused', problem: { code: 'runs-not-over', groups: [CONNECTION.group.name] } },
      }),
  ],
  [
    'history-failed',
    () => ({
      history: {
        kind: 'failed',
        problem: { code: 'journal-unavailable', detail: 'InvalidStateError' },
        said: null,
      },
    }),
  ],
];
