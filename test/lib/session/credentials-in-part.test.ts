import { describe, expect, test } from 'vitest';
import type { PlatformProblem } from '../../../lib/platform/platform-problem';
import { failed, ok } from '../../../lib/result';
import type { BackgroundCommand, CommandHandlers } from '../../../lib/rpc/contract/background-contract';
import type { SheetClient } from '../../../lib/rpc/client/sheet-client';
import type { LookUpNeed } from '../../../lib/rpc/contract/sheet-contract';
import { createCredentialsModel } from '../../../lib/session/group/credentials-model';
import { fakeBackground } from '../../fakes/background-client';
import { PAGE } from '../../fakes/background-world';
import { calm, deferred } from '../../fakes/deferred';

const emails = (count: number, first = 0): LookUpNeed => ({
  kind: 'look-up',
  lookUp: {
    key: 'recipient-email',
    values: Array.from({ length: count }, (_, at) => `p${first + at}@x.org`),
    control: null,
  },
});

/**
 * A group of 5,000 credentials, 50 pages; `lookUps` answers what is looked up, one after the other.
 */
function large(
  needs: readonly LookUpNeed[],
  lookUps: readonly Awaited<ReturnType<CommandHandlers['look-up']>>[] = [],
) {
  const answers = [...lookUps];
  const left = [...needs];
  const toWorker: string[] = [];
  const sheet: SheetClient = {
    call: (method, ...args) => {
      toWorker.push(method === 'addCredentials' ? `${method} ${args[1] === true}` : method);
      return Promise.resolve(undefined as never);
    },
    stop: () => undefined,
  };
  const { background, said } = fakeBackground({
    'load-credentials': ({ most }) =>
      Promise.resolve(
        ok(
          most === undefined
            ? { kind: 'whole', count: 5_000, requests: 50 }
            : { kind: 'large', count: 5_000, pages: 50, requests: 1 },
        ),
      ),
    'look-up': () => Promise.resolve(answers.shift() ?? ok({ requests: 1 })),
  });
  const model = createCredentialsModel(PAGE, background, sheet);
  const next = () => Promise.resolve(left.shift() ?? ({ kind: 'nothing' } as const));
  return { model, next, said, toWorker, asked: () => said.map(shortly) };
}

function shortly(command: BackgroundCommand): string {
  if (command.kind === 'look-up') return `look up ${command.lookUp.values.length}`;
  return command.kind === 'load-credentials' && command.most === undefined ? 'all' : 'first page';
}

describe('the way that takes fewer requests', () => {
  const refused: PlatformProblem = { code: 'refused', status: 400, words: 'invalid_search_query' };
  const strange: PlatformProblem = { code: 'unexpected-answer', where: 'POST' };
  /**
   * [case, what is needed one after the other, what looking up answers, what is asked, where that
   * ends]
   */
  test.each<[string, readonly LookUpNeed[], readonly PlatformProblem[], readonly string[], object]>([
    ['nothing is needed', [], [], ['first page'], { kind: 'in-part', lookedUp: 0, requests: 1, pages: 50 }],
    [
      'as long as it is half of the pages',
      [emails(1_250)],
      [],
      ['first page', 'look up 1250'],
      { kind: 'in-part', lookedUp: 1_250, requests: 2 },
    ],
    [
      'beyond that all',
      [emails(1_251)],
      [],
      ['first page', 'all'],
      { kind: 'loaded', count: 5_000, requests: 50 },
    ],
    [
      'several keys',
      [emails(10), emails(20)],
      [],
      ['first page', 'look up 10', 'look up 20'],
      { kind: 'in-part', lookedUp: 30, requests: 3 },
    ],
    ['what cannot be looked up', [{ kind: 'whole' }], [], ['first page', 'all'], { kind: 'loaded' }],
    [
      'a list that is refused',
      [emails(10)],
      [refused],
      ['first page', 'look up 10', 'all'],
      { kind: 'loaded' },
    ],
    [
      'a list over which the platform fails',
      [emails(10)],
      [{ code: 'server-fault', status: 500, words: 'Internal server error' }],
      ['first page', 'look up 10', 'all'],
      { kind: 'loaded' },
    ],
    [
      'a list that is not looked at',
      [emails(10)],
      [strange],
      ['first page', 'look up 10', 'all'],
      { kind: 'loaded' },
    ],
  ])('%s', async (_name, needs, problems, asked, phase) => {
    const world = large(
      needs,
      problems.map((problem) => failed(problem)),
    );
    expect(await world.model.load(world.next)).toBe(true);
    expect(world.asked()).toEqual(asked);
    expect(world.model.phase.peek()).toMatchObject(phase);
  });

  test('the worker is reported that it has a part, and what was looked up; the whole group begins again', async () => {
    const { model, next, toWorker } = large([emails(10), { kind: 'whole' }]);
    await model.load(next);
    expect(toWorker).toEqual([
      'addCredentials true',
      'inPart',
      'lookedUp',
      'addCredentials true',
      'inPart',
      'whole',
    ]);
  });
});

describe('without an answer', () => {
  test('it fails, and the next who asks goes on with what is left', async () => {
    const { model, next, asked } = large(
      [emails(10), emails(20), emails(20)],
      [ok({ requests: 1 }), failed({ code: 'signed-out', triedKey: false })],
    );
    expect(await model.load(next)).toBe(false);
    expect(model.phase.peek()).toMatchObject({ kind: 'failed', problem: { code: 'signed-out' } });
    expect(await model.load(next)).toBe(true);
    expect(asked()).toEqual(['first page', 'look up 10', 'look up 20', 'look up 20']);
    expect(model.phase.peek()).toMatchObject({ kind: 'in-part', lookedUp: 30, requests: 3 });
  });
});

describe('who asks while it is read comes after it', () => {
  test('each with its own need, and nothing is read twice', async () => {
    const { model, asked } = large([]);
    const first = deferred<LookUpNeed>();
    const once = (need: LookUpNeed) => {
      const left = [need];
      return () => Promise.resolve(left.shift() ?? ({ kind: 'nothing' } as const));
    };
    const [one, two] = [model.load(() => first.promise), model.load(once(emails(20)))];
    await calm();
    expect(asked()).toEqual(['first page']);
    first.resolve({ kind: 'nothing' });
    expect(await Promise.all([one, two])).toEqual([true, true]);
    expect(asked()).toEqual(['first page', 'look up 20']);
  });

  test('all of it on request, once', async () => {
    const { model, next, asked } = large([emails(10)]);
    await model.load(next);
    expect(await Promise.all([model.loadWhole(), model.loadWhole()])).toEqual([true, true]);
    expect(asked()).toEqual(['first page', 'look up 10', 'all']);
    expect(model.phase.peek()).toEqual({ kind: 'loaded', count: 5_000, requests: 50 });
  });

  test('out of date under it: what was looked up is gone as well', async () => {
    const { model, next, asked } = large([emails(10), { kind: 'nothing' }, emails(10)]);
    await model.load(next);
    model.outdate();
    expect(model.phase.peek()).toEqual({ kind: 'idle' });
    await model.load(next);
    expect(asked()).toEqual(['first page', 'look up 10', 'first page', 'look up 10']);
  });
});
