import { beforeEach, describe, expect, test } from 'vitest';
import { runText } from '../../../components/popup/run-text';
import type { PauseReason, RunProgress, RunRecord, RunState } from '../../../lib/journal/entry';
import { isWhole, speakEnglish } from '../../fakes/messages';
import { progressOf } from '../../fakes/run';

beforeEach(() => speakEnglish());

type More = Partial<Omit<RunProgress, 'run' | 'counts'>> & { readonly run?: Partial<RunRecord> };

function textOf(state: RunState, counts: Partial<RunProgress['counts']>, more: More = {}) {
  const progress = progressOf(state.kind, counts);
  return runText({ ...progress, ...more, run: { ...progress.run, state, ...more.run } });
}

const paused = (reason: PauseReason): RunState => ({ kind: 'paused', reason });
const RUNNING: RunState = { kind: 'running' };
const FINISHED: RunState = { kind: 'finished' };
const CANCELLED: RunState = { kind: 'cancelled' };
const SOME = { applied: 3, rejected: 1, planned: 6 };

/** The popup says each state in words (docs/product.md 1). */
describe('a run in words', () => {
  test.each<[string, () => ReturnType<typeof textOf>, string, RegExp]>([
    [
      'prepared',
      () => textOf({ kind: 'preparing' }, { planned: 4 }),
      'being prepared',
      /Nothing has been sent yet/,
    ],
    ['running', () => textOf(RUNNING, SOME), '3 of 10 updated', /^In progress/],
    [
      'running, the disk is full',
      () => textOf(RUNNING, SOME, { fault: 'QuotaExceededError' }),
      '3 of 10 updated',
      /disk of this computer is full/,
    ],
    [
      'running, the journal is refused',
      () => textOf(RUNNING, SOME, { fault: 'UnknownError' }),
      '3 of 10 updated',
      /does not let the extension save/,
    ],
    ['asked to wait', () => textOf(RUNNING, SOME, { heldUntil: 0 }), '3 of 10', /asked to wait until/],
    [
      'restored',
      () => textOf(RUNNING, SOME, { run: { restoredAt: 5 } }),
      '3 of 10',
      /restored from a second copy/,
    ],
    [
      'restored, and waits for the admin',
      () => textOf(paused({ kind: 'restored' }), SOME, { run: { restoredAt: 5 } }),
      'paused at 4 of 10',
      /restored from a second copy.*Nothing is sent until you resume/,
    ],
    [
      'paused by the admin',
      () => textOf(paused({ kind: 'asked' }), SOME),
      'paused at 4 of 10',
      /^Paused by you/,
    ],
    [
      'signed out',
      () => textOf(paused({ kind: 'signed-out' }), SOME),
      'paused at 4 of 10',
      /^You are signed out/,
    ],
    ['forbidden', () => textOf(paused({ kind: 'forbidden', words: 'No' }), SOME), 'paused at 4', /“No”/],
    [
      'failures',
      () => textOf(paused({ kind: 'failures', count: 5, words: 'Oops' }), SOME),
      'paused at 4',
      /5 times in a row.*“Oops”/,
    ],
    [
      'without answers',
      () => textOf(paused({ kind: 'failures', count: 5, words: '' }), SOME),
      'paused at 4',
      /no usable answer/,
    ],
    [
      'another account',
      () => textOf(paused({ kind: 'other-account' }), SOME),
      'paused at 4',
      /as Northfield again/,
    ],
    ['finished, all', () => textOf(FINISHED, { applied: 4 }), 'has ended, 4 of 4', /^All of its changes/],
    [
      'finished, one failed',
      () => textOf(FINISHED, { applied: 3, rejected: 1 }),
      '3 of 4',
      /^1 credential was not/,
    ],
    [
      'finished, several failed',
      () => textOf(FINISHED, { applied: 1, rejected: 1, conflict: 2 }),
      '1 of 4',
      /^3 credentials were not updated/,
    ],
    [
      'cancelled',
      () => textOf(CANCELLED, { applied: 1, cancelled: 3 }),
      '1 of 4',
      /cancelled: 3 credentials/,
    ],
    ['cancelled with nothing left', () => textOf(CANCELLED, { applied: 4 }), '4 of 4', /^All of its changes/],
    [
      'cancelled, not settled',
      () => textOf(CANCELLED, { applied: 1, sent: 1 }),
      '1 of 2',
      /not known yet whether/,
    ],
    [
      'ended because its secret is lost',
      () => textOf(CANCELLED, { applied: 1, 'not-known': 3 }, { run: { valuesLostAt: 7 } }),
      '1 of 4',
      /is gone from this computer/,
    ],
    [
      'restored, then finished',
      () => textOf(FINISHED, { applied: 4 }, { run: { restoredAt: 5 } }),
      '4 of 4',
      /What had been updated before was found.* All of its changes/,
    ],
  ])('%s', (_name, said, how, why) => {
    const { title, sentences } = said();
    expect(title).toMatch(/^Welding: /);
    expect(title).toContain(how);
    expect(sentences.join(' ')).toMatch(why);
    for (const text of [title, ...sentences]) expect(isWhole(text)).toBe(true);
  });

  test('only what has ended has a result to be seen', () => {
    expect(textOf(FINISHED, { applied: 1 }).isOver).toBe(true);
    expect(textOf(CANCELLED, { sent: 1 }).isOver).toBe(true);
    expect(textOf(RUNNING, SOME).isOver).toBe(false);
    expect(textOf(paused({ kind: 'asked' }), SOME).isOver).toBe(false);
  });
});
