import { describe, expect, test } from 'vitest';
import type { EntryState } from '../../../../lib/journal/entry';
import { changeOf } from '../../../fakes/background-world';
import { stepOf, type WrittenStep } from '../../../fakes/one-step';
import { NOTHING_THERE } from '../../../fakes/run';

/* One step of an entry: what it reads, records, sends and waits for, in this order. */

const SETTLED = { kind: 'settled', fault: null };
const LEFT = { kind: 'left' };
const WRITE = 'write {"grade":"B"}';
const SENT: EntryState = { kind: 'sent', attempt: 1, before: NOTHING_THERE };

type Case = readonly [string, WrittenStep, readonly string[], object];
const check = async (_name: string, written: WrittenStep, did: readonly string[], end: object) => {
  expect(await stepOf(written)).toEqual({ did, end });
};

describe('a planned entry', () => {
  test.each<Case>([
    [
      'is read, recorded, written and read back',
      {},
      ['batch', 'read', 'journal sent 1', WRITE, 'written 201', 'journal applied'],
      SETTLED,
    ],
    [
      'is read once more when the answer of the write says nothing',
      { switches: { 'put-answer': 'empty' } },
      ['batch', 'read', 'journal sent 1', WRITE, 'read', 'written 201', 'journal applied'],
      SETTLED,
    ],
    ['is there already', { present: { grade: 'B' } }, ['batch', 'read', 'journal applied'], SETTLED],
    ['was changed since', { present: { grade: 'C' } }, ['batch', 'read', 'journal conflict'], SETTLED],
    ['was moved since', { present: { group_id: 2 } }, ['batch', 'read', 'journal conflict'], SETTLED],
    [
      'is ignored by the platform: nobody has written it',
      { switches: { grade: 'ignored' } },
      ['batch', 'read', 'journal sent 1', WRITE, 'journal not-applied grade'],
      SETTLED,
    ],
    [
      'is refused by the platform',
      { fates: ['ok', { code: 'refused', status: 422, words: 'no' }] },
      ['batch', 'read', 'journal sent 1', WRITE, 'journal rejected 422 no'],
      SETTLED,
    ],
    ['of a cancelled run is only read', { isCancelled: true }, ['read', 'journal cancelled'], SETTLED],
    [
      'of a cancelled run may be there already',
      { isCancelled: true, present: { grade: 'B' } },
      ['read', 'journal applied'],
      SETTLED,
    ],
    ['is left when the run was stopped while it was read', { stopsAtRead: 1 }, ['batch', 'read'], LEFT],
    [
      'is settled when the run was stopped while it was read',
      { stopsAtRead: 1, present: { grade: 'B' } },
      ['batch', 'read', 'journal applied'],
      SETTLED,
    ],
    [
      'halts the run when nobody is signed in any more',
      { fates: ['ok', { code: 'signed-out', triedKey: false }] },
      ['batch', 'read', 'journal sent 1', WRITE],
      { kind: 'halt', reason: { kind: 'signed-out' } },
    ],
    [
      'is put off when the platform asks to slow down',
      { fates: ['ok', { code: 'throttled', retryAfterMs: 7 }] },
      ['batch', 'read', 'journal sent 1', WRITE],
      { kind: 'put-off', problem: { code: 'throttled', retryAfterMs: 7 } },
    ],
  ])('%s', check);
});

describe('a batch read', () => {
  test.each<Case>([
    [
      'shows the entry as it was reviewed: it is not read by itself',
      { batch: {} },
      ['batch', 'journal sent 1', WRITE, 'written 201', 'journal applied'],
      SETTLED,
    ],
    [
      'shows another value: the entry is read by itself',
      { batch: { grade: 'C' }, present: { grade: 'C' } },
      ['batch', 'read', 'journal conflict'],
      SETTLED,
    ],
    [
      'shows the wanted value: the entry is read by itself',
      { batch: { grade: 'B' }, present: { grade: 'B' } },
      ['batch', 'read', 'journal applied'],
      SETTLED,
    ],
    [
      'shows one of two fields as it was',
      {
        change: changeOf(201, [
          ['credential-name', 'Course 1', 'Course One'],
          ['grade', 'X', 'B'],
        ]),
        batch: { credentialName: 'Course 1' },
      },
      ['batch', 'read', 'journal conflict'],
      SETTLED,
    ],
    [
      'shows another group: the entry is read by itself',
      { batch: { groupId: '2' }, present: { group_id: 2 } },
      ['batch', 'read', 'journal conflict'],
      SETTLED,
    ],
    ['shows it, and the run was stopped meanwhile', { batch: {}, stopsAtRead: 0 }, ['batch'], LEFT],
    [
      'is too old when the turn of the write comes',
      { batch: { isTooLate: true } },
      [
        'batch',
        'journal sent 1',
        'too late',
        'not in flight: sent 1',
        'read',
        'journal sent 2',
        WRITE,
        'written 201',
        'journal applied',
      ],
      SETTLED,
    ],
    [
      'is not asked for an entry that may be sent already',
      { batch: {}, state: SENT },
      ['read', 'journal sent 2', WRITE, 'written 201', 'journal applied'],
      SETTLED,
    ],
    [
      'shows it, and the write is in doubt',
      { batch: {}, fates: ['unanswered'] },
      [
        'batch',
        'journal sent 1',
        WRITE,
        'journal in-doubt 1',
        'in flight at 0: in-doubt 1',
        'wait 5000',
        'read',
        'journal applied',
      ],
      SETTLED,
    ],
    [
      'shows it, the write is in doubt, and the run is stopped',
      { batch: {}, fates: ['unanswered'], stopsAtWait: 1 },
      ['batch', 'journal sent 1', WRITE, 'journal in-doubt 1', 'in flight at 0: in-doubt 1', 'wait 5000'],
      LEFT,
    ],
  ])('%s', check);
});

describe('a write whose turn comes late', () => {
  const late = (times: number, heldBackMs: number) =>
    Array.from({ length: times }, () => ['ok', { heldBackMs }] as const).flat();
  test('leaves up to 10 s after the reading', async () => {
    const { did } = await stepOf({ fates: late(1, 10_000) });
    expect(did).toEqual(['batch', 'read', 'journal sent 1', WRITE, 'written 201', 'journal applied']);
  });
  test('is read again later, and may then come twice as late', async () => {
    const { did } = await stepOf({ fates: ['ok', { heldBackMs: 10_001 }, 'ok', { heldBackMs: 20_000 }] });
    expect(did).toEqual([
      ...['batch', 'read', 'journal sent 1', 'too late', 'not in flight: sent 1'],
      ...['read', 'journal sent 2', WRITE, 'written 201', 'journal applied'],
    ]);
  });
  test('does not count as an attempt', async () => {
    const fates = [1, 2, 4, 8, 16].flatMap((times) => ['ok', { heldBackMs: 10_001 * times }] as const);
    const { did, end } = await stepOf({ fates });
    expect(did.filter((line) => line === 'too late')).toHaveLength(5);
    expect(did.slice(-4)).toEqual(['journal sent 6', WRITE, 'written 201', 'journal applied']);
    expect(end).toEqual(SETTLED);
  });
});

test('a settled entry takes no step', async () => {
  await expect(stepOf({ state: { kind: 'applied' } })).rejects.toThrow('settled entry');
});
