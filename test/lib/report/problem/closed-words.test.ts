import { expect, test } from 'vitest';
import { PROBLEM_CODES } from '../../../../lib/report/problem/closed-words';
import type { RunProblem } from '../../../../lib/rpc/contract/run-problem';

/** Codes of the answers about a run: a new one does not compile before it stands here. */
const OF_RUNS: Readonly<Record<RunProblem['code'], true>> = {
  ...{ 'signed-out': true, forbidden: true, 'not-found': true, refused: true, throttled: true },
  ...{ 'server-fault': true, unreachable: true, 'not-allowed': true, 'unexpected-answer': true },
  ...{ 'no-such-run': true, 'run-incomplete': true, 'run-in-progress': true, 'other-account': true },
  ...{ 'not-as-accepted': true, 'not-as-promised': true, 'values-deleted': true },
  'journal-unavailable': true,
};

test('a report of a problem names each problem of a run', () => {
  expect(PROBLEM_CODES).toEqual(expect.arrayContaining(Object.keys(OF_RUNS)));
});
