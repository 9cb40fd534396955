import { describe, expect, test } from 'vitest';
import { ok } from '../../../../lib/result';
import { NOT_HELD } from '../../../../lib/rpc/contract/held';
import { SheetWorkerEnded } from '../../../../lib/rpc/client/sheet-client';
import { createLatest, type Latest } from '../../../../lib/session/state/latest';
import { deferred } from '../../../fakes/deferred';

/**
 * Asks, does something, then gives the answer: what came of it, and whether the work went on behind
 * the answer.
 */
async function outcome(
  meanwhile: (latest: Latest) => unknown,
  settle: Promise<string>,
  begin: 'run' | 'join',
) {
  const latest = createLatest();
  const wentOn: string[] = [];
  const answer = deferred<string>();
  const working = latest[begin](async (turn) => {
    wentOn.push(await turn.answer(answer.promise));
    return 'done';
  });
  const ended = working.then(
    (value) => value,
    (reason: unknown) => String(reason),
  );
  meanwhile(latest);
  settle.then(answer.resolve, answer.reject);
  return { ended: await ended, wentOn };
}
const idle = () => Promise.resolve();
const BUG = new Error('bug');
const ENDED = new SheetWorkerEnded('stopped');

describe.each(['run', 'join'] as const)('an answer to what was begun by "%s"', (begin) => {
  test.each<[string, (latest: Latest) => unknown, () => Promise<string>, string | null, string[]]>([
    ['counts while nothing newer began', () => null, () => Promise.resolve('a'), 'done', ['a']],
    ['counts while work joins its turn', (l) => l.join(idle), () => Promise.resolve('a'), 'done', ['a']],
    ['is dropped when newer work began', (l) => l.run(idle), () => Promise.resolve('a'), null, []],
    ['is dropped when it was given up', (l) => l.outdate(), () => Promise.resolve('a'), null, []],
    ['is a fault', () => null, () => Promise.reject(BUG), 'Error: bug', []],
    [
      'is a fault, also when newer work began',
      (l) => l.run(idle),
      () => Promise.reject(BUG),
      'Error: bug',
      [],
    ],
    ['is the end of the worker', () => null, () => Promise.reject(ENDED), String(ENDED), []],
    ['is the end of the worker, for newer work', (l) => l.run(idle), () => Promise.reject(ENDED), null, []],
  ])('%s', async (_name, meanwhile, settle, ended, wentOn) => {
    expect(await outcome(meanwhile, settle(), begin)).toEqual({ ended, wentOn });
  });
});

test('newer work aborts the call of the older one, whose rejection is no fault', async () => {
  const latest = createLatest();
  const untilAborted = (signal: AbortSignal) =>
    new Promise<string>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  const older = latest.run(({ signal }) => untilAborted(signal));
  const newer = latest.run(() => Promise.resolve('newer'));
  expect(await Promise.all([older, newer])).toEqual([null, 'newer']);
});

test('work of two kinds does not outdate each other', async () => {
  const [windows, reports] = [createLatest(), createLatest()];
  const answer = deferred<string>();
  const first = windows.run((turn) => turn.answer(answer.promise));
  await reports.run(idle);
  answer.resolve('window');
  expect(await first).toBe('window');
});

test.each([
  ['gives what it says of what it holds', ok('rows'), 'rows'],
  ['leaves the work where it refuses the handle', NOT_HELD, null],
] as const)('the worker %s', async (_name, answer, expected) => {
  expect(await createLatest().run((turn) => turn.held<string>(Promise.resolve(answer)))).toBe(expected);
});
