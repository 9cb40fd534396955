import type { Change } from '../../../lib/credential/change';
import type { EntryState, PauseReason, RunId } from '../../../lib/journal/entry';
import type { KnownChecks } from '../../../lib/run/public-check/shown-sights';
import type { RunModelProblem } from '../../../lib/session/run/run-model';
import { runOf } from '../runs';
import { planned, type Shown } from '../sheets';
import type { GalleryState } from '../state';
import { CONFIRMED } from './review';
import { WARNINGS } from './review-sheets';

const APPLIED: EntryState = { kind: 'applied' };
const applied = (count: number) => Array.from({ length: count }, () => APPLIED);

/** Somebody changed the first field of it meanwhile. */
const conflictOf = ({ fields }: Change, now: string): EntryState => ({
  kind: 'conflict',
  fields: fields
    .slice(0, 1)
    .map(({ attribute, before, after }) => ({ attribute, before, now, wanted: after })),
});

/** The reviewed sheet, and the changes that were confirmed in it. */
async function confirmed(): Promise<{ readonly state: Shown; readonly changes: readonly Change[] }> {
  const { state, changes } = await planned(WARNINGS[0], { ...WARNINGS[1], decisions: CONFIRMED });
  return { state: { ...state, step: 'update' }, changes };
}

interface Watched {
  readonly settled?: (changes: readonly Change[]) => readonly EntryState[];
  readonly perMinute?: number;
  readonly fault?: string;
  readonly restoredAt?: number;
  readonly problem?: RunModelProblem;
  readonly also?: Shown;
}

type Kind = Parameters<typeof runOf>[1];

/** A run under way or paused. */
async function watching(kind: Kind, watched: Watched = {}): Promise<Shown> {
  const { settled = () => applied(3), perMinute = null, fault, restoredAt, problem, also = {} } = watched;
  const { state, changes } = await confirmed();
  const more = restoredAt === undefined ? {} : { restoredAt };
  const { progress, entries } = runOf(changes, kind, settled(changes), more);
  const seen = { ...progress, perMinute, ...(fault !== undefined && { fault }) };
  // While it watches, the session may only report a problem of the run; a worker's end comes
  // before.
  const shown = problem === undefined || problem.code === 'reader-ended' ? null : problem;
  return { ...state, run: { kind: 'watching', progress: seen, problem: shown }, entries, ...also };
}

const paused = (reason: PauseReason, watched: Watched = {}) => watching({ kind: 'paused', reason }, watched);

/** Three rows were tried, one of which the platform has not taken whole. */
async function afterTrial(): Promise<Shown> {
  const settled = () => [APPLIED, APPLIED, NOT_APPLIED];
  const state = await paused({ kind: 'trial' }, { settled });
  return { ...state, trial: { rows: null, tried: (state.entries ?? []).slice(0, 3) } };
}

/** The same, where nothing of it can be read. */
async function afterTrialUnread(): Promise<Shown> {
  const state = await afterTrial();
  return { ...state, trial: { rows: null, tried: null, unread: { code: 'no-such-run' } } };
}

interface Over extends Watched {
  readonly cancelled?: true;
  readonly forgotten?: true;
  readonly rest?: { readonly errors: number; readonly leftOut: number; readonly unchanged: number };
  /** Entries that are counted and cannot be read. */
  readonly unreadable?: number;
}

/** A run that is over. */
async function over(how: Over = {}): Promise<Shown> {
  const { state, changes } = await confirmed();
  const { settled = () => applied(changes.length), rest, restoredAt, unreadable = 0, also = {} } = how;
  const kind = { kind: how.cancelled === true ? 'cancelled' : 'finished' } as const;
  const { progress, entries } = runOf(changes, kind, settled(changes), {
    ...(rest !== undefined && { rest }),
    ...(restoredAt !== undefined && { restoredAt }),
  });
  const run = {
    kind: 'over' as const,
    progress,
    entries: how.forgotten === true ? [] : entries.slice(unreadable),
    ...(how.problem !== undefined && { problem: how.problem }),
    ...(how.forgotten === true && { isForgotten: true as const }),
  };
  return { ...state, run, ...also };
}

const REJECTED: EntryState = {
  kind: 'rejected',
  status: 422,
  words:
    'Recipient email has already been taken. Your group settings do not allow duplicates of this credential.',
};
const UNANSWERED: EntryState = { kind: 'rejected', status: 0, words: '' };
const FAULTY: EntryState = { kind: 'rejected', status: 500, words: 'Internal server error' };
const NOT_APPLIED: EntryState = { kind: 'not-applied', fields: ['grade'] };
const CANCELLED: EntryState = { kind: 'cancelled' };
const IN_DOUBT: EntryState = { kind: 'in-doubt', attempt: 1, before: { kind: 'read', there: [] } };

/** Two conflicts, and the outcomes of the others. */
const withConflicts = (changes: readonly Change[]): readonly EntryState[] =>
  changes.map((change, at) => (at < 2 ? conflictOf(change, 'Ada L. King-Noel') : APPLIED));

/** Public checks of the run of the gallery: after the last time, and before the second. */
const SEEN: KnownChecks = new Map([
  ['run-1' as RunId, { sights: 'soospxr', nextAt: null, askedAt: 1, isAsking: false }],
]);
const BEING_ASKED: KnownChecks = new Map([
  ['run-1' as RunId, { sights: 'sso----', nextAt: 1_800_000_000_000, askedAt: 1, isAsking: false }],
]);

/** The fourth step: the run on its way, and how it ended (docs/product.md 2.5, 2.6). */
export const UPDATE: readonly GalleryState[] = [
  [
    'update-preparing',
    async () => ({
      ...(await confirmed()).state,
      run: { kind: 'preparing', written: 1_500, total: 12_000, fileName: 'corrections of the autumn.csv' },
    }),
  ],
  ['update-not-begun-journal', () => notBegun({ code: 'journal-unavailable', detail: 'QuotaExceededError' })],
  ['update-not-begun-other-run', () => notBegun({ code: 'run-in-progress', run: 'run-0' as RunId })],
  ['update-not-begun-other-account', () => notBegun({ code: 'other-account' })],
  ['update-not-begun-reader-ended', () => notBegun({ code: 'reader-ended' })],
  ['update-running', () => watching({ kind: 'running' }, { perMinute: 312 })],
  ['update-running-first-seconds', () => watching({ kind: 'running' }, { settled: () => [] })],
  [
    'update-running-with-conflicts',
    () =>
      watching(
        { kind: 'running' },
        { perMinute: 280, settled: (changes) => withConflicts(changes).slice(0, 4) },
      ),
  ],
  [
    'update-running-conflicts-looked-at',
    () =>
      watching(
        { kind: 'running' },
        { perMinute: 280, settled: (changes) => withConflicts(changes).slice(0, 4) },
      ),
    ['Look at them now (2)'],
  ],
  [
    'update-running-restored',
    () => watching({ kind: 'running' }, { restoredAt: 1, settled: () => [IN_DOUBT] }),
  ],
  [
    'update-running-other-sheet-open',
    () => watching({ kind: 'running' }, { perMinute: 300, also: { isOfSheet: false } }),
  ],
  ['update-disk-full', () => watching({ kind: 'running' }, { fault: 'QuotaExceededError' })],
  ['update-journal-refused', () => watching({ kind: 'running' }, { fault: 'UnknownError' })],
  ['update-paused-asked', () => paused({ kind: 'asked' })],
  [
    'update-paused-restored',
    () => watching({ kind: 'paused', reason: { kind: 'restored' } }, { restoredAt: 1 }),
  ],
  ['update-paused-after-trial', () => afterTrial()],
  ['update-paused-after-trial-unread', () => afterTrialUnread()],
  ['update-paused-signed-out', () => paused({ kind: 'signed-out' })],
  [
    'update-paused-forbidden',
    () => paused({ kind: 'forbidden', words: 'Not authorized for this department' }),
  ],
  [
    'update-paused-failures',
    () =>
      paused(
        { kind: 'failures', count: 5, words: 'Internal server error' },
        { settled: () => [APPLIED, FAULTY, FAULTY, FAULTY, FAULTY, FAULTY] },
      ),
  ],
  ['update-paused-unanswered', () => paused({ kind: 'failures', count: 5, words: '' })],
  ['update-paused-other-account', () => paused({ kind: 'other-account' })],
  ['update-not-resumed', () => paused({ kind: 'asked' }, { problem: { code: 'unreachable' } })],
  [
    'update-cancelling',
    () =>
      watching(
        { kind: 'cancelled' },
        { settled: (all) => all.map((_, at) => (at < 3 ? APPLIED : at === 3 ? IN_DOUBT : CANCELLED)) },
      ),
  ],
  ['finished-all', () => over()],
  ['finished-all-listed', () => over(), ['Review updated credentials']],
  [
    'finished-partly',
    () =>
      over({
        settled: (all) => [REJECTED, NOT_APPLIED, UNANSWERED, FAULTY, ...applied(all.length - 4)],
        rest: { errors: 3, leftOut: 2, unchanged: 118 },
      }),
  ],
  [
    'finished-cancelled',
    () => over({ cancelled: true, settled: (all) => all.map((_, at) => (at < 3 ? APPLIED : CANCELLED)) }),
  ],
  ['finished-conflicts', () => over({ settled: withConflicts })],
  ['finished-conflicts-decided', () => over({ settled: withConflicts }), ['for all 2']],
  [
    'finished-conflict-in-another-group',
    () =>
      over({
        settled: (all) => [
          { kind: 'conflict', fields: [{ attribute: 'group-id', before: '7', now: '8', wanted: '7' }] },
          ...applied(all.length - 1),
        ],
      }),
  ],
  ['finished-in-doubt', () => over({ settled: (all) => [IN_DOUBT, ...applied(all.length - 1)] })],
  ['finished-unreadable', () => over({ unreadable: 2 })],
  ['finished-restored', () => over({ restoredAt: 1 })],
  [
    'finished-not-tried-again',
    () =>
      over({
        settled: (all) => [REJECTED, ...applied(all.length - 1)],
        problem: { code: 'run-in-progress', run: 'run-0' as RunId },
      }),
  ],
  ['finished-public', () => over({ also: { publicChecks: SEEN } })],
  ['finished-public-open', () => over({ also: { publicChecks: BEING_ASKED } })],
  ['finished-forgotten', () => over({ forgotten: true })],
  ['finished-changed-since', () => over({ also: { isAskedAgain: true } })],
  ['finished-undo-asked', () => over({ also: { isOfSheet: false } }), ['Undo this run']],
];

async function notBegun(problem: RunModelProblem): Promise<Shown> {
  return { ...(await confirmed()).state, run: { kind: 'not-begun', problem } };
}
