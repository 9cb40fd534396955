import { expect, test } from 'vitest';
import type { EntryState } from '../../../../lib/journal/entry';
import type { PlatformProblem } from '../../../../lib/platform/platform-problem';
import { stepOf } from '../../../fakes/one-step';
import { NOTHING_THERE } from '../../../fakes/run';

/* The step of an entry whose credential cannot be read. */

const planned: EntryState = { kind: 'planned' };
const sent: EntryState = { kind: 'sent', attempt: 1, before: NOTHING_THERE };
const inDoubt: EntryState = { kind: 'in-doubt', attempt: 1, before: NOTHING_THERE };
const fault = (status: number) => ({ code: 'server-fault', status, words: 'oops' }) as const;

const settled = { kind: 'settled', fault: null };
const putOff = (problem: PlatformProblem) => ({ kind: 'put-off', problem });
const other = { kind: 'halt', reason: { kind: 'other-account' } };

test.each<[string, PlatformProblem, EntryState, readonly string[], object]>([
  [
    'nobody is signed in',
    { code: 'signed-out', triedKey: true },
    planned,
    [],
    { kind: 'halt', reason: { kind: 'signed-out' } },
  ],
  [
    'it is forbidden',
    { code: 'forbidden', words: 'no' },
    sent,
    [],
    { kind: 'halt', reason: { kind: 'forbidden', words: 'no' } },
  ],
  ['it is gone', { code: 'not-found', words: 'gone' }, planned, ['journal rejected 404 gone'], settled],
  [
    'it is gone after it was sent',
    { code: 'not-found', words: 'gone' },
    sent,
    ['journal rejected 404 gone'],
    settled,
  ],
  [
    'it is refused',
    { code: 'refused', status: 400, words: 'bad' },
    planned,
    ['journal rejected 400 bad'],
    settled,
  ],
  [
    'a fault of this credential',
    fault(500),
    planned,
    ['journal rejected 500 oops'],
    { kind: 'settled', fault: fault(500) },
  ],
  ['a fault, and it may be sent', fault(500), sent, [], putOff(fault(500))],
  ['a fault, and it is in doubt', fault(500), inDoubt, [], putOff(fault(500))],
  ['a fault of the platform', fault(502), planned, [], putOff(fault(502))],
  [
    'too many requests',
    { code: 'throttled', retryAfterMs: null },
    planned,
    [],
    putOff({ code: 'throttled', retryAfterMs: null }),
  ],
  ['no answer', { code: 'unreachable' }, planned, [], putOff({ code: 'unreachable' })],
  [
    'an answer that nobody knows',
    { code: 'unexpected-answer', where: 'x' },
    sent,
    [],
    putOff({ code: 'unexpected-answer', where: 'x' }),
  ],
])('%s', async (_name, problem, state, journal, end) => {
  const isPlanned = state.kind === 'planned';
  const step = await stepOf({ state, fates: [problem] });
  expect(step).toEqual({ did: [...(isPlanned ? ['batch'] : []), 'read', ...journal], end });
});

test.each<[string, PlatformProblem]>([
  ['gone', { code: 'not-found', words: 'gone' }],
  ['refused', { code: 'refused', status: 400, words: 'bad' }],
])('a credential that is %s for another account says nothing about its row', async (_name, problem) => {
  expect(await stepOf({ fates: [problem], isOtherAccount: true })).toEqual({
    did: ['batch', 'read'],
    end: other,
  });
});
