import { describe, expect, test } from 'vitest';
import { credentialId } from '../../../../lib/credential/ids';
import { failed, ok } from '../../../../lib/result';
import type { AnswerOf, CommandHandlers, PartOf } from '../../../../lib/rpc/contract/background-contract';
import { SheetWorkerEnded } from '../../../../lib/rpc/client/sheet-client';
import { createCredentialsModel, type NextNeed } from '../../../../lib/session/group/credentials-model';
import { fakeBackground } from '../../../fakes/background-client';
import { PAGE } from '../../../fakes/background-world';
import { credentialOf } from '../../../fakes/credential';
import { calm, deferred, type Deferred } from '../../../fakes/deferred';
import { heldSheet, type HeldCall } from '../../../fakes/sheet-client';

type Answer = AnswerOf<'load-credentials'>;

/**
 * A model whose loads the test answers: `loads` has one for each time that the background was
 * asked.
 */
function made() {
  const loads: {
    answer: Deferred<Answer>;
    part(part: PartOf<'load-credentials'>): void;
    signal: AbortSignal;
  }[] = [];
  const load: CommandHandlers['load-credentials'] = (_command, { part, signal }) => {
    const answer = deferred<Answer>();
    loads.push({ answer, part, signal });
    return answer.promise;
  };
  const sheet = heldSheet();
  const model = createCredentialsModel(
    PAGE,
    fakeBackground({ 'load-credentials': load }).background,
    sheet.client,
  );
  return { model, loads, sheet };
}

/** As the reading for a sheet of which nothing is to be looked up. */
const load = (model: { load: (next: NextNeed) => Promise<boolean> }) =>
  model.load(() => Promise.resolve({ kind: 'nothing' }));

/** A part with this one credential. */
const part = (id: number, total = 9) => ({
  credentials: [credentialOf({ id: String(id) })],
  loaded: id,
  total,
});
/** Argument of a call to the worker: "first", or the id; or what it says of them. */
const handed = ({ method, args: [credentials, first] }: HeldCall) => {
  if (method !== 'addCredentials' && method !== 'addDetails') return method;
  return first === true ? 'first' : (credentials as readonly { id: string }[]).map(({ id }) => id).join();
};

async function answerAll(calls: readonly HeldCall[]): Promise<void> {
  for (let at = 0; at < calls.length; at += 1) {
    calls[at]?.answer(undefined);
    await calm();
  }
}

describe('reading the group', () => {
  test('hands its parts to the worker in order, and says loaded when it has them all', async () => {
    const { model, loads, sheet } = made();
    const loading = load(model);
    expect(model.phase.peek()).toEqual({ kind: 'loading', loaded: 0, total: 0 });
    loads[0]?.part(part(1));
    loads[0]?.part(part(2));
    loads[0]?.answer.resolve(ok({ kind: 'whole' as const, count: 2, requests: 1 }));
    await calm();
    expect(sheet.calls.map(handed)).toEqual(['first', 'inPart']);
    expect(model.phase.peek()).toEqual({ kind: 'loading', loaded: 2, total: 9 });
    await answerAll(sheet.calls);
    expect(sheet.calls.map(handed)).toEqual(['first', 'inPart', '1', '2', 'whole']);
    expect(await loading).toBe(true);
    expect(model.phase.peek()).toEqual({ kind: 'loaded', count: 2, requests: 1 });
  });

  test('happens once, however many ask', async () => {
    const { model, loads, sheet } = made();
    const all = [load(model), load(model)];
    loads[0]?.answer.resolve(ok({ kind: 'whole' as const, count: 0, requests: 1 }));
    await answerAll(sheet.calls);
    expect(await Promise.all([...all, load(model)])).toEqual([true, true, true]);
    expect(loads).toHaveLength(1);
  });

  test('that failed is tried again by the next who asks', async () => {
    const { model, loads, sheet } = made();
    const first = load(model);
    loads[0]?.answer.resolve(failed({ code: 'unreachable' }));
    await answerAll(sheet.calls);
    expect(await first).toBe(false);
    expect(model.phase.peek()).toEqual({ kind: 'failed', problem: { code: 'unreachable' } });
    const second = load(model);
    await calm();
    loads[1]?.answer.resolve(ok({ kind: 'whole' as const, count: 0, requests: 1 }));
    await calm();
    await answerAll(sheet.calls);
    expect(await second).toBe(true);
  });

  test('with a bug in the background rejects', async () => {
    const { model, loads } = made();
    const loading = load(model);
    loads[0]?.answer.reject(new Error('the background failed'));
    await expect(loading).rejects.toThrow('the background failed');
  });
});

describe('out of date', () => {
  test('the reading under way is given up, and the next one starts again', async () => {
    const { model, loads, sheet } = made();
    const first = load(model);
    loads[0]?.part(part(1));
    model.outdate();
    expect(loads[0]?.signal.aborted).toBe(true);
    expect(model.phase.peek()).toEqual({ kind: 'idle' });
    expect(await first).toBe(false);
    const second = load(model);
    loads[1]?.part(part(2));
    loads[1]?.answer.resolve(ok({ kind: 'whole' as const, count: 1, requests: 1 }));
    await answerAll(sheet.calls);
    expect(await second).toBe(true);
    // The rest of the first one does not overwrite the second one.
    expect(sheet.calls.map(handed)).toEqual(['first', 'inPart', 'first', 'inPart', '2', 'whole']);
  });

  test('who waited for the one given up gets the end of the new one', async () => {
    const { model, loads, sheet } = made();
    const first = load(model);
    model.outdate();
    const second = load(model);
    loads[1]?.answer.resolve(ok({ kind: 'whole' as const, count: 0, requests: 1 }));
    await answerAll(sheet.calls);
    expect(await Promise.all([first, second])).toEqual([true, true]);
  });

  test('late parts of the one given up are not shown', async () => {
    const { model, loads, sheet } = made();
    const first = load(model);
    model.outdate();
    loads[0]?.part(part(5));
    await answerAll(sheet.calls);
    await first;
    expect(model.phase.peek()).toEqual({ kind: 'idle' });
  });
});

describe('the worker ends', () => {
  test('under a reading: it rejects, and the next one starts again', async () => {
    const { model, loads, sheet } = made();
    const loading = load(model);
    loads[0]?.part(part(1));
    loads[0]?.answer.resolve(ok({ kind: 'whole' as const, count: 1, requests: 1 }));
    sheet.calls[0]?.fail(new SheetWorkerEnded('failed'));
    await expect(loading).rejects.toBeInstanceOf(SheetWorkerEnded);
    expect(model.phase.peek()).toEqual({ kind: 'idle' });
    void load(model);
    expect(loads).toHaveLength(2);
  });

  test('and is stopped for another file: nothing is left unheard', async () => {
    const { model, loads, sheet } = made();
    const loading = load(model);
    loads[0]?.part(part(1));
    loads[0]?.part(part(2));
    sheet.client.stop();
    model.outdate();
    expect(await loading).toBe(false);
    await calm();
    expect(sheet.calls.map(handed)).toEqual(['first', 'inPart']);
  });
});

describe('details', () => {
  const load = async (answer: AnswerOf<'load-details'>, end?: Error) => {
    const sheet = heldSheet();
    const { background, said } = fakeBackground({
      'load-details': (_command, context) => {
        context.part({ ...part(1, 2), gone: [] });
        context.part({ ...part(2, 2), gone: [] });
        return Promise.resolve(answer);
      },
    });
    const progress: string[] = [];
    const model = createCredentialsModel(PAGE, background, sheet.client);
    const loading = model.loadDetails([credentialId(1), credentialId(2)], (loaded, total) =>
      progress.push(`${loaded}/${total}`),
    );
    if (end === undefined) void calm().then(() => answerAll(sheet.calls));
    else void calm().then(() => sheet.calls[0]?.fail(end));
    return { problem: await loading, progress, handedOn: sheet.calls.map(handed), said };
  };

  test('reach the worker in order and are counted', async () => {
    expect(await load(ok({ count: 2 }))).toEqual({
      problem: null,
      progress: ['1/2', '2/2'],
      handedOn: ['1', '2'],
      said: [{ kind: 'load-details', page: PAGE, credentials: ['1', '2'] }],
    });
  });
  test('that cannot be read are a problem', async () => {
    expect((await load(failed({ code: 'signed-out', triedKey: false }))).problem).toEqual({
      code: 'signed-out',
      triedKey: false,
    });
  });
  test('of a worker that ended reject', async () => {
    await expect(load(ok({ count: 2 }), new SheetWorkerEnded('failed'))).rejects.toBeInstanceOf(
      SheetWorkerEnded,
    );
  });
});
