import { describe, expect, test } from 'vitest';
import type { EntryState } from '../../../../lib/journal/entry';
import { changeOf } from '../../../fakes/background-world';
import { stepOf, type Fate, type WrittenStep } from '../../../fakes/one-step';
import { NOTHING_THERE } from '../../../fakes/run';

/* Steps of entries of which nobody knows whether a write arrived. Only reading settles them. */

const SETTLED = { kind: 'settled', fault: null };
const LEFT = { kind: 'left' };
const WRITE = 'write {"grade":"B"}';
const lost: Fate = { code: 'unreachable' };
const fault = (status: number) => ({ code: 'server-fault', status, words: 'oops' }) as const;
const sent = (attempt: number): EntryState => ({ kind: 'sent', attempt, before: NOTHING_THERE });
const inDoubt = (attempt: number): EntryState => ({ kind: 'in-doubt', attempt, before: NOTHING_THERE });

const LOST_1 = [WRITE, 'journal in-doubt 1', 'in flight at 0: in-doubt 1', 'wait 5000'];
const APPLIED = [WRITE, 'written 201', 'journal applied'];
const RENEWAL = changeOf(201, [['expiry-date', '2026-02-01', '2028-02-01']], { credits: 1, renews: true });
const RENEW = 'write {"expired_on":"2028-02-01"}';
const EXPIRED = { expired_on: '2026-02-01' };

type Case = readonly [string, WrittenStep, readonly string[], object];
const check = async (_name: string, written: WrittenStep, did: readonly string[], end: object) => {
  expect(await stepOf(written)).toEqual({ did, end });
};

describe('a write without an answer', () => {
  test.each<Case>([
    [
      'was carried out',
      { fates: ['ok', 'unanswered'] },
      ['batch', 'read', 'journal sent 1', ...LOST_1, 'read', 'journal applied'],
      SETTLED,
    ],
    [
      'was not: it is sent again when it cannot arrive any more',
      { fates: ['ok', lost] },
      ['batch', 'read', 'journal sent 1', ...LOST_1, 'read', 'journal sent 2', ...APPLIED],
      SETTLED,
    ],
    [
      'is left when the run is stopped before it is read',
      { fates: ['ok', lost], stopsAtWait: 1 },
      ['batch', 'read', 'journal sent 1', ...LOST_1],
      LEFT,
    ],
    [
      'of the gateway may still arrive for 5 s',
      { fates: ['ok', fault(502)] },
      [
        ...['batch', 'read', 'journal sent 1', WRITE, 'journal in-doubt 1', 'in flight at 0: in-doubt 1'],
        ...['wait 2000', 'read', 'wait 3000', 'read', 'journal sent 2', ...APPLIED],
      ],
      SETTLED,
    ],
    [
      'of the gateway, and the run is stopped while it may arrive',
      { fates: ['ok', fault(502)], stopsAtWait: 2 },
      [
        ...['batch', 'read', 'journal sent 1', WRITE, 'journal in-doubt 1', 'in flight at 0: in-doubt 1'],
        ...['wait 2000', 'read', 'wait 3000'],
      ],
      LEFT,
    ],
    [
      'of the platform itself has ended',
      { fates: ['ok', fault(500)] },
      [
        ...['batch', 'read', 'journal sent 1', WRITE, 'journal in-doubt 1', 'not in flight: in-doubt 1'],
        ...['wait 2000', 'read', 'journal sent 2', ...APPLIED],
      ],
      SETTLED,
    ],
    [
      'of a renewal may still arrive for 30 s: it costs',
      { change: RENEWAL, present: EXPIRED, fates: ['ok', lost] },
      [
        ...['batch', 'read', 'journal sent 1', RENEW, 'journal in-doubt 1', 'in flight at 0: in-doubt 1'],
        ...[
          'wait 5000',
          'read',
          'wait 25000',
          'read',
          'journal sent 2',
          RENEW,
          'written 201',
          'journal applied',
        ],
      ],
      SETTLED,
    ],
  ])('%s', check);
});

describe('an entry that was sent in an earlier step', () => {
  test.each<Case>([
    [
      'is sent again where it was not taken',
      { state: sent(1) },
      ['read', 'journal sent 2', ...APPLIED],
      SETTLED,
    ],
    ['is there', { state: sent(1), present: { grade: 'B' } }, ['read', 'journal applied'], SETTLED],
    ['was changed', { state: inDoubt(1), present: { grade: 'C' } }, ['read', 'journal conflict'], SETTLED],
    ['of a cancelled run', { state: inDoubt(1), isCancelled: true }, ['read', 'journal cancelled'], SETTLED],
    [
      'and may still arrive',
      { state: inDoubt(1), inFlightAt: 1_000, at: 3_500 },
      ['read', 'wait 2500', 'read', 'journal sent 2', ...APPLIED],
      SETTLED,
    ],
    [
      'and may still arrive, is there',
      { state: inDoubt(1), inFlightAt: 1_000, at: 3_500, present: { grade: 'B' } },
      ['read', 'journal applied'],
      SETTLED,
    ],
    [
      'and may still arrive, is another value now: that may be changed too',
      { state: inDoubt(1), inFlightAt: 1_000, at: 3_500, present: { grade: 'C' } },
      ['read', 'wait 2500', 'read', 'journal conflict'],
      SETTLED,
    ],
    [
      'and cannot arrive any more',
      { state: inDoubt(1), inFlightAt: 1_000, at: 6_000 },
      ['read', 'journal sent 2', ...APPLIED],
      SETTLED,
    ],
    [
      'and could arrive until the reading was answered: one reading more',
      { state: inDoubt(1), inFlightAt: 1_000, at: 5_999, fates: [{ heldBackMs: 50 }] },
      ['read', 'wait 1', 'read', 'journal sent 2', ...APPLIED],
      SETTLED,
    ],
  ])('%s', check);
});

describe('an entry that is never taken', () => {
  const attempt = (n: number, wait: number, noted: string) => [
    ...['read', `journal sent ${n}`, WRITE, `journal in-doubt ${n}`, `${noted}: in-doubt ${n}`],
    `wait ${wait}`,
  ];
  const threeTimes = (problem: Fate) => ['ok', problem, 'ok', problem, 'ok', problem] as const;
  test.each<Case>([
    [
      'is put off after three attempts without an answer',
      { fates: threeTimes(lost) },
      [
        'batch',
        ...attempt(1, 5_000, 'in flight at 0'),
        ...attempt(2, 5_000, 'in flight at 5000'),
        ...attempt(3, 5_000, 'in flight at 10000'),
        'read',
      ],
      { kind: 'put-off', problem: { code: 'unreachable' } },
    ],
    [
      'is put off after three faults of the gateway',
      { fates: [fault(502), fault(502), fault(502)].flatMap((fate) => ['ok', fate, 'ok'] as const) },
      [
        'batch',
        ...[1, 2, 3].flatMap((n) => [
          ...attempt(n, 2_000, `in flight at ${(n - 1) * 5_000}`),
          ...['read', 'wait 3000'],
        ]),
        'read',
      ],
      { kind: 'put-off', problem: fault(502) },
    ],
    [
      'is rejected after three faults of its own',
      { fates: threeTimes(fault(500)) },
      [
        'batch',
        ...[1, 2, 3].flatMap((n) => attempt(n, 2_000, 'not in flight')),
        'read',
        'journal rejected 500 oops',
      ],
      { kind: 'settled', fault: fault(500) },
    ],
    [
      'is put off again after six attempts',
      { state: sent(5), fates: ['ok', lost], stopsAtWait: 1 },
      attempt(6, 5_000, 'in flight at 0'),
      LEFT,
    ],
    [
      'is given up after the tenth attempt',
      { state: sent(9), fates: ['ok', lost] },
      [...attempt(10, 5_000, 'in flight at 0'), 'read', 'journal rejected 0'],
      { kind: 'settled', fault: { code: 'unreachable' } },
    ],
    [
      'is given up after the tenth attempt, with the words of the gateway',
      { state: sent(9), fates: ['ok', fault(502), 'ok'] },
      [
        ...attempt(10, 2_000, 'in flight at 0'),
        ...['read', 'wait 3000', 'read', 'journal rejected 502 oops'],
      ],
      { kind: 'settled', fault: fault(502) },
    ],
    [
      'was sent ten times in earlier steps',
      { state: inDoubt(10) },
      ['read', 'journal rejected 0'],
      { kind: 'settled', fault: { code: 'unreachable' } },
    ],
  ])('%s', check);
});
