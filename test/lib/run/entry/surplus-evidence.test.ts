import { describe, expect, test } from 'vitest';
import type { EntryState } from '../../../../lib/journal/entry';
import { changeOf } from '../../../fakes/background-world';
import { stepOf, type WrittenStep } from '../../../fakes/one-step';
import { NOTHING_THERE } from '../../../fakes/run';

/*
 * Evidence that is there more than once by our own requests is taken away again, but for one, and
 * nothing else is (docs/product.md 2.5).
 */

const SETTLED = { kind: 'settled', fault: null };
const WRITE = 'write {"grade":"B"}';
const WRITTEN = 'written 201';
const refused = () => ({ code: 'refused', status: 422, words: 'no' }) as const;

type Case = readonly [string, WrittenStep, readonly string[], object];
const check = async (_name: string, written: WrittenStep, did: readonly string[], end: object) => {
  expect(await stepOf(written)).toEqual({ did, end });
};

describe('evidence', () => {
  const url = 'https://a.test/new';
  const items = (...ids: readonly number[]) => ({
    evidence_items: ids.map((id) => ({ id, description: url, type: 'url', link_url: url, position: id })),
  });
  const twice = items(5, 6);
  /** Sent once, when this evidence was there before. */
  const sentAfter = (...before: readonly string[]): EntryState => ({
    kind: 'sent',
    attempt: 1,
    before: NOTHING_THERE,
    evidence: { before },
  });
  const add = changeOf(201, [['evidence-url-1', null, url]]);
  const addAndGrade = changeOf(201, [
    ['grade', 'A', 'B'],
    ['evidence-url-1', null, url],
  ]);
  const post = `write {"description":"${url}","category":"url","url":"${url}"}`;
  const other = { id: 4, description: 'Thesis', type: 'url', link_url: 'https://a.test/other', position: 1 };
  const start = ['batch', 'read', 'journal sent 1', post];
  /** Ids that the platform gives. */
  const [SECOND, THIRD] = ['1002', '1003'];
  const done = (times: number, removed: number) => `journal applied (evidence-url-1 ${times} - ${removed})`;
  test.each<Case>([
    [
      'is there twice, because the browser sent it twice: one is taken away',
      { change: add, fates: ['ok', { times: 2 }] },
      [
        ...start,
        ...['read', WRITTEN, `journal sent 1 to delete ${SECOND}`],
        ...[`delete ${SECOND}`, 'read', done(2, 1)],
      ],
      SETTLED,
    ],
    [
      'is there three times: two are taken away',
      { change: add, fates: ['ok', { times: 3 }] },
      [
        ...[...start, 'read', WRITTEN, `journal sent 1 to delete ${SECOND},${THIRD}`],
        ...[`delete ${SECOND}`, `delete ${THIRD}`, 'read', done(3, 2)],
      ],
      SETTLED,
    ],
    [
      'is there once: nothing is taken away',
      { change: add },
      [...start, 'read', WRITTEN, 'journal applied'],
      SETTLED,
    ],
    [
      'beside other evidence, which stays',
      { change: add, present: { evidence_items: [other] }, fates: ['ok', { times: 2 }] },
      [
        ...[...start, 'read', WRITTEN, `journal sent 1 to delete ${SECOND}`],
        ...[`delete ${SECOND}`, 'read', done(2, 1)],
      ],
      SETTLED,
    ],
    [
      'was there before our request, and is there once more: both stay',
      { change: add, state: sentAfter('5'), present: twice },
      ['read', 'journal applied'],
      SETTLED,
    ],
    [
      'was there twice before our request: both stay',
      { change: add, state: sentAfter('5', '6'), present: twice },
      ['read', 'journal applied'],
      SETTLED,
    ],
    [
      'is there with the words of somebody else: both stay',
      {
        change: add,
        state: sentAfter(),
        present: {
          evidence_items: [...items(5).evidence_items, { ...other, id: 6, link_url: url }],
        },
      },
      ['read', 'journal applied'],
      SETTLED,
    ],
    [
      'has other words than we sent: nothing proves which are ours, and it is said',
      {
        change: add,
        state: sentAfter(),
        present: { evidence_items: [5, 6].map((id) => ({ ...other, id, link_url: url })) },
      },
      ['read', done(2, 0)],
      SETTLED,
    ],
    [
      'was to be deleted when the background was stopped, and is still there',
      {
        change: add,
        state: {
          kind: 'sent',
          attempt: 1,
          before: NOTHING_THERE,
          evidence: { before: [], surplus: [{ attribute: 'evidence-url-1', ids: ['6'] }] },
        },
        present: twice,
      },
      ['read', 'journal sent 1 to delete 6', 'delete 6', 'read', done(2, 1)],
      SETTLED,
    ],
    [
      'was deleted when the background was stopped: it is said all the same',
      {
        change: add,
        state: {
          kind: 'sent',
          attempt: 1,
          before: NOTHING_THERE,
          evidence: { before: [], surplus: [{ attribute: 'evidence-url-1', ids: ['6', '7'] }] },
        },
        present: items(5),
      },
      ['read', done(3, 2)],
      SETTLED,
    ],
    [
      'cannot be deleted: it is to do',
      {
        change: add,
        state: sentAfter(),
        present: twice,
        fates: ['ok', refused(), 'ok', refused(), 'ok', refused()],
      },
      [
        'read',
        ...Array.from({ length: 3 }, () => ['journal sent 1 to delete 6', 'delete 6', 'read']).flat(),
        done(2, 0),
      ],
      SETTLED,
    ],
    [
      'is deleted without an answer: reading shows it',
      { change: add, state: sentAfter(), present: twice, fates: ['ok', 'unanswered'] },
      ['read', 'journal sent 1 to delete 6', 'delete 6', 'read', done(2, 1)],
      SETTLED,
    ],
    [
      'is held back for longer than a reading counts: it is read again first',
      { change: add, state: sentAfter(), present: twice, fates: ['ok', { heldBackMs: 11_000 }] },
      [
        ...['read', 'journal sent 1 to delete 6', 'too late', 'read'],
        ...['journal sent 1 to delete 6', 'delete 6', 'read', done(2, 1)],
      ],
      SETTLED,
    ],
    [
      'stays in a run that is cancelled: it is to do',
      { change: add, state: sentAfter(), present: twice, isCancelled: true },
      ['read', done(2, 0)],
      SETTLED,
    ],
    [
      'stays when the run is stopped: a later step goes on',
      { change: add, state: sentAfter(), present: twice, stopsAtRead: 1 },
      ['read'],
      { kind: 'left' },
    ],
    [
      'stays while nobody is signed in: a later step goes on',
      {
        change: add,
        state: sentAfter(),
        present: twice,
        fates: ['ok', { code: 'signed-out', triedKey: false }],
      },
      ['read', 'journal sent 1 to delete 6', 'delete 6'],
      { kind: 'halt', reason: { kind: 'signed-out' } },
    ],
    [
      'is there three times beside a field that is ignored',
      {
        change: addAndGrade,
        state: sentAfter(),
        present: { ...items(5, 6, 7), name: 'New' },
        switches: { grade: 'ignored' },
      },
      [
        ...['read', 'journal sent 2', WRITE, 'journal sent 2 to delete 6,7', 'delete 6', 'delete 7'],
        ...['read', 'journal not-applied grade (evidence-url-1 3 - 2)'],
      ],
      SETTLED,
    ],
  ])('%s', check);

  const tooLate = Array.from({ length: 3 }, () => [{ heldBackMs: 11_000 }, 'ok'] as const).flat();
  /** [what becomes of it, fates of the requests, what is learned of the account] */
  test.each<[string, WrittenStep, readonly string[]]>([
    ['deleted at once', { present: twice }, ['surplus removed']],
    ['not there twice', { present: items(5) }, []],
    [
      'refused each time',
      {
        present: twice,
        fates: ['ok', refused(), 'ok', refused(), 'ok', refused(), 'ok'],
      },
      ['surplus stays'],
    ],
    ['refused, then deleted', { present: twice, fates: ['ok', refused(), 'ok', 'ok'] }, ['surplus removed']],
    ['never deleted: its turn comes too late', { present: twice, fates: ['ok', ...tooLate] }, []],
    ['deleted but for one that is late', { present: items(5, 6, 7), fates: ['ok', 'ok', ...tooLate] }, []],
    ['not deleted, because the run is cancelled', { present: twice, isCancelled: true }, []],
  ])('that is %s', async (_name, written, learned) => {
    const seen: string[] = [];
    await stepOf({ change: add, state: sentAfter(), ...written, learned: seen });
    expect(seen).toEqual(learned);
  });
});
