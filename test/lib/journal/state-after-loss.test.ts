import { expect, test } from 'vitest';
import type { RunState } from '../../../lib/journal/entry';
import { begun, backedUpWorld, RESTORED_AT } from '../../fakes/backed-up-world';
import { PREPARED } from '../../fakes/prepared-run';
import { NOTHING_THERE } from '../../fakes/run';

const RUNNING: RunState = { kind: 'running' };
const PAUSED: RunState = { kind: 'paused', reason: { kind: 'asked' } };
const CANCELLED: RunState = { kind: 'cancelled' };
const AFTER_LOSS: RunState = { kind: 'paused', reason: { kind: 'restored' } };
const SIGNED_OUT: RunState = { kind: 'paused', reason: { kind: 'signed-out' } };
const FAILED: RunState = { kind: 'paused', reason: { kind: 'failures', count: 5, words: '' } };
const AFTER_TRIAL: RunState = { kind: 'paused', reason: { kind: 'trial' } };
const OTHER_ACCOUNT: RunState = { kind: 'paused', reason: { kind: 'other-account' } };
const FORBIDDEN: RunState = { kind: 'paused', reason: { kind: 'forbidden', words: 'No' } };

test.each<[string, readonly RunState[], RunState]>([
  ['running', [], AFTER_LOSS],
  ['paused', [PAUSED], PAUSED],
  ['resumed', [PAUSED, RUNNING], AFTER_LOSS],
  ['lost before, and resumed', [AFTER_LOSS, RUNNING], AFTER_LOSS],
  ['lost before, and not resumed', [AFTER_LOSS], AFTER_LOSS],
  ['cancelled with something under way', [CANCELLED], CANCELLED],
  ['paused until somebody signs in', [SIGNED_OUT], AFTER_LOSS],
  ['paused by failures', [FAILED], FAILED],
  ['paused after its trial', [AFTER_TRIAL], AFTER_TRIAL],
  ['paused for another account', [OTHER_ACCOUNT], OTHER_ACCOUNT],
  ['forbidden', [FORBIDDEN], FORBIDDEN],
])(
  'a run whose journal was lost is restored, and sends nothing by itself: %s',
  async (_, transitions, state) => {
    const { open, faults } = backedUpWorld();
    const before = await open();
    const run = await begun(before);
    await before.transitionEntry(run, 0, { kind: 'sent', attempt: 1, before: NOTHING_THERE });
    await before.transitionEntry(run, 0, { kind: 'applied' });
    for (const to of transitions) await before.transitionRun(run, to, 3);
    const after = await open();
    expect(await after.readRun(run)).toMatchObject({
      record: { id: run, fileName: 'fixes.xlsx', state, restoredAt: RESTORED_AT },
      counts: { planned: 0, sent: PREPARED.length, applied: 0 },
      creditsSpent: 0,
    });
    const entries = await after.openEntries(run, -1, 10);
    expect(entries.map(({ change }) => change)).toEqual(PREPARED);
    expect(entries.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
    expect(entries.every(({ state: is }) => is.kind === 'sent' && is.attempt === 1)).toBe(true);
    expect(faults).toEqual([]);
  },
);
