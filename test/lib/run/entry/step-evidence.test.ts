import { describe, expect, test } from 'vitest';
import type { EntryState } from '../../../../lib/journal/entry';
import { changeOf } from '../../../fakes/background-world';
import { stepOf, type WrittenStep } from '../../../fakes/one-step';
import { NOTHING_THERE } from '../../../fakes/run';

/* Steps of entries that add evidence, which a browser can add twice. */

const SETTLED = { kind: 'settled', fault: null };
const WRITE = 'write {"grade":"B"}';
const fault = (status: number) => ({ code: 'server-fault', status, words: 'oops' }) as const;
const inDoubt = (attempt: number): EntryState => ({ kind: 'in-doubt', attempt, before: NOTHING_THERE });

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
  const add = changeOf(201, [['evidence-url-1', null, url]]);
  const addAndGrade = changeOf(201, [
    ['grade', 'A', 'B'],
    ['evidence-url-1', null, url],
  ]);
  const post = `write {"description":"${url}","category":"url","url":"${url}"}`;
  const again = [
    post,
    'journal in-doubt 2',
    'not in flight: in-doubt 2',
    'wait 2000',
    'read',
    'journal sent 3',
  ];
  test.each<Case>([
    [
      'is there twice after our request, and nobody knows what was there before: it is said',
      { change: add, state: inDoubt(1), present: twice },
      ['read', 'journal applied (evidence-url-1 2 - 0)'],
      SETTLED,
    ],
    [
      'was there twice before any request of ours',
      { change: add, present: twice },
      ['batch', 'read', 'journal applied'],
      SETTLED,
    ],
    [
      'is there twice beside a field that is ignored',
      {
        change: addAndGrade,
        state: inDoubt(1),
        present: { ...twice, name: 'New' },
        isCancelled: true,
      },
      ['read', 'journal not-applied grade (evidence-url-1 2 - 0)'],
      SETTLED,
    ],
    [
      'is there twice beside a conflict: the conflict says what is there',
      { change: addAndGrade, state: inDoubt(1), present: { ...twice, grade: 'C' } },
      ['read', 'journal conflict'],
      SETTLED,
    ],
    [
      'is there twice beside one that is given up',
      {
        change: changeOf(201, [
          ['evidence-url-1', null, url],
          ['evidence-url-2', null, 'https://a.test/other'],
        ]),
        state: inDoubt(10),
        present: twice,
      },
      ['read', 'journal not-applied evidence-url-2 (evidence-url-1 2 - 0)'],
      { kind: 'settled', fault: { code: 'unreachable' } },
    ],
    [
      'fails each time while the rest is taken: a part is left out',
      { change: addAndGrade, fates: ['ok', 'ok', fault(500), 'ok', fault(500), 'ok', fault(500)] },
      [
        ...['batch', 'read', 'journal sent 1', WRITE, post],
        ...['journal in-doubt 1', 'not in flight: in-doubt 1', 'wait 2000', 'read', 'journal sent 2'],
        ...again,
        ...[post, 'journal in-doubt 3', 'not in flight: in-doubt 3', 'wait 2000', 'read'],
        'journal not-applied evidence-url-1',
      ],
      { kind: 'settled', fault: fault(500) },
    ],
  ])('%s', check);
});
