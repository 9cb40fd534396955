import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { SheetWorkerEnded } from '../../../../lib/rpc/client/sheet-client';
import type { ReviewId } from '../../../../lib/rpc/contract/held';
import { createChangeSetModel } from '../../../../lib/session/checking/create-change-set-model';

/** A model over a review, whose worker gives this answer about its rows. */
function reviewed(answer: () => Promise<unknown>, kind: 'ready' | 'none' = 'ready') {
  const deps = {
    sheet: { call: answer },
    review: { phase: signal({ kind, state: { review: 1 as ReviewId } }) },
    file: { phase: signal({ kind: 'none' }) },
  };
  // The other sources are not touched by a question about rows.
  return createChangeSetModel(deps as never);
}
const ROWS = [
  { row: 4, who: { name: 'Ada', email: 'ada@example.org' } },
  { row: 9, who: { name: null, email: 'bo@example.org' } },
];
const held = () => Promise.resolve({ ok: true, value: { rows: ROWS } });

test('rows that the second person has left out are named, by e-mail where there is no name', async () => {
  expect(await reviewed(held).refusedRows()).toEqual([
    { row: 4, who: 'Ada' },
    { row: 9, who: 'bo@example.org' },
  ]);
});

test.each([
  ['the worker ends over the question', () => Promise.reject(new SheetWorkerEnded('ended')), 'ready'],
  [
    'the worker holds another review',
    () => Promise.resolve({ ok: false, problem: { code: 'not-held' } }),
    'ready',
  ],
  ['no review is there', held, 'none'],
] as const)('there are none where %s', async (_name, answer, kind) => {
  expect(await reviewed(answer, kind).refusedRows()).toEqual([]);
});

test('a fault of the worker is not hidden', async () => {
  await expect(reviewed(() => Promise.reject(new TypeError('x'))).refusedRows()).rejects.toThrow(TypeError);
});
