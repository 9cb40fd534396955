import { describe, expect, test } from 'vitest';
import { groupId } from '../../../../lib/credential/ids';
import type { RunId, RunState } from '../../../../lib/journal/entry';
import { NO_ENTRIES } from '../../../../lib/journal/entry-counts';
import { newRun, type JournalRun } from '../../../../lib/journal/journal';
import { badgeOf, badgeText } from '../../../../lib/run/badge/badge';
import { runToShow } from '../../../../lib/run/badge/run-to-show';
import { headerOf, PAGE } from '../../../fakes/background-world';

const FINISHED: RunState = { kind: 'finished' };
const CANCELLED: RunState = { kind: 'cancelled' };
const RUNNING: RunState = { kind: 'running' };
const PREPARING: RunState = { kind: 'preparing' };
const PAUSED: RunState = { kind: 'paused', reason: { kind: 'asked' } };

/**
 * A run of account 9 in group 1 of production with two applied entries, unless `more` changes that.
 */
function run(
  id: string,
  state: RunState,
  more: Partial<JournalRun> & { readonly account?: string; readonly group?: string; readonly eu?: true } = {},
): JournalRun {
  const { account = '9', group = '1', eu, ...rest } = more;
  return {
    ...newRun(
      {
        ...headerOf([]),
        account: { id: account, name: '' },
        group: { id: group, name: '' },
        ...(eu && { environment: 'eu' }),
        entries: 2,
        id: id as RunId,
        createdAt: 0,
        finishedAt: null,
        state,
      },
      { ...NO_ENTRIES, applied: 2 },
    ),
    ...rest,
  };
}
const ONE_OPEN = { counts: { ...NO_ENTRIES, applied: 1, 'in-doubt': 1 } };
const ONE_REFUSED = { counts: { ...NO_ENTRIES, applied: 1, rejected: 1 } };

/** [what, the runs from the latest on, the one that is shown, the badge] */
const CASES: readonly [string, readonly JournalRun[], string | null, string][] = [
  ['none', [], null, ''],
  ['one under way', [run('a', RUNNING, ONE_OPEN)], 'a', '1'],
  ['a paused one', [run('a', PAUSED, ONE_OPEN)], 'a', '1'],
  ['one that ended, unseen', [run('a', FINISHED)], 'a', '✓'],
  ['one that ended with failures, unseen', [run('a', FINISHED, ONE_REFUSED)], 'a', '!'],
  ['one that was cancelled, unseen', [run('a', CANCELLED)], 'a', '✓'],
  ['one that ended and was seen', [run('a', FINISHED, { isEndSeen: true })], null, ''],
  [
    'one whose entries are forgotten',
    [run('a', FINISHED, { values: { kind: 'deleted', at: null } })],
    null,
    '',
  ],
  [
    'the latest was seen: none before it',
    [run('b', FINISHED, { isEndSeen: true }), run('a', FINISHED)],
    null,
    '',
  ],
  ['the latest alone', [run('b', FINISHED), run('a', FINISHED)], 'b', '✓'],
  [
    'one that ended behind one that was left half written',
    [run('b', PREPARING), run('a', FINISHED)],
    'a',
    '✓',
  ],
  ['one under way before one that ended', [run('b', RUNNING, ONE_OPEN), run('a', FINISHED)], 'b', '1'],
  ['another group, ended', [run('a', FINISHED, { group: '2' })], null, '✓'],
  ['another group, under way', [run('a', RUNNING, { ...ONE_OPEN, group: '2' })], null, '1'],
  ['another environment', [run('a', FINISHED, { eu: true })], null, '✓'],
  ['another account, ended', [run('a', FINISHED, { account: '8' })], null, '✓'],
  // It shows why no other run can be begun, and can be cancelled here.
  ['another account, under way', [run('a', RUNNING, { ...ONE_OPEN, account: '8' })], 'a', '1'],
  [
    'another account, later: it does not hide ours',
    [run('b', FINISHED, { account: '8' }), run('a', FINISHED)],
    'a',
    '✓',
  ],
  ['a cancelled one that may never be settled', [run('a', CANCELLED, ONE_OPEN)], 'a', '1'],
  [
    'that, behind a later one',
    [run('b', FINISHED, { isEndSeen: true }), run('a', CANCELLED, ONE_OPEN)],
    'a',
    '1',
  ],
  ['that, seen by somebody', [run('a', CANCELLED, { ...ONE_OPEN, isEndSeen: true })], null, ''],
  ['that, of another account', [run('a', CANCELLED, { ...ONE_OPEN, account: '8' })], null, '1'],
  ['one that is being written down', [run('writing', PREPARING)], 'writing', ''],
  ['one that was left half written', [run('a', PREPARING)], null, ''],
];

describe('a panel that opens on a group shows', () => {
  test.each(CASES)('%s', (_what, runs, expected, badge) => {
    const isBeingWritten = ({ record }: JournalRun) => record.id === 'writing';
    const shown = runToShow(runs, { ...PAGE, groupId: groupId('1') }, '9', isBeingWritten, 0);
    expect(shown?.record.id ?? null).toBe(expected);
    expect(badgeText(badgeOf(runs))).toBe(badge);
  });

  test('in the popup, which acts for no account and no group, any run', () => {
    const elsewhere = run('a', FINISHED, { account: '8', group: '2', eu: true });
    expect(runToShow([elsewhere], null, undefined, () => false, 0)).toBe(elsewhere);
  });
});
