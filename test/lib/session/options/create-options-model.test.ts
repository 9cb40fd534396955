import { beforeEach, describe, expect, test } from 'vitest';
import { optionsNewsText } from '../../../../components/options/news-line';
import type { BackgroundCommand } from '../../../../lib/rpc/contract/background-contract';
import { createOptionsModel } from '../../../../lib/session/options/create-options-model';
import { createWorld, type WorldOptions } from '../../../fakes/background-world';
import { calm, deferred } from '../../../fakes/deferred';
import { isWhole, speakEnglish } from '../../../fakes/messages';
import { progressOf } from '../../../fakes/run';

beforeEach(() => speakEnglish());

async function opened(more: WorldOptions = {}) {
  const world = await createWorld(more);
  const saved: [string, string][] = [];
  const options = createOptionsModel({
    background: { call: (command) => world.say(command) as never },
    save: (bytes, name) => saved.push([name, new TextDecoder().decode(bytes)]),
  });
  await options.refresh();
  const said = () => {
    const news = options.said.peek();
    const text = news === null ? '' : optionsNewsText(news);
    expect(isWhole(text)).toBe(true);
    return text;
  };
  return { ...world, options, saved, said };
}

const NOT_OPENED = { ok: false, problem: { code: 'journal-unavailable', detail: 'UnknownError' } } as const;

describe('the options', () => {
  test('show what is set and stored', async () => {
    const { options } = await opened({ policy: { mostRows: 5 } });
    expect(options.phase.peek()).toMatchObject({
      kind: 'open',
      policy: { mostRows: 5 },
      history: { runs: 0, keptDays: 30 },
      keys: { production: 'nowhere', eu: 'nowhere', sandbox: 'nowhere' },
      remembered: [],
    });
  });

  test('keep values for as many days as are set, and no longer than the organisation allows', async () => {
    const { options, said } = await opened({ policy: { daysOfHistory: 10 } });
    await options.keepValues(7);
    expect(said()).toContain('7 days');
    expect(options.phase.peek()).toMatchObject({ history: { keptDays: 7 } });
    await options.keepValues(11);
    expect(said()).toContain('Your organisation does not allow');
    expect(options.phase.peek()).toMatchObject({ history: { keptDays: 7 } });
  });

  test('delete everything, but not under a run that is not over', async () => {
    const world = await opened();
    const { run } = progressOf('paused');
    await world.journal.createRun(run);
    await world.options.deleteEverything();
    expect(world.said()).toContain('Nothing was deleted: a run of Welding');
    expect(world.options.phase.peek()).toMatchObject({ history: { runs: 1 } });
    await world.journal.transitionRun(run.id, { kind: 'cancelled' }, 5);
    await world.options.deleteEverything();
    expect(world.said()).toContain('has been deleted');
    expect(world.options.phase.peek()).toMatchObject({ history: { runs: 0 } });
  });

  test('are there without a journal, which can still be deleted', async () => {
    const { options } = await opened({ openJournal: () => NOT_OPENED });
    expect(options.phase.peek()).toMatchObject({ kind: 'open', history: null });
  });

  test('say that the background does not answer', async () => {
    const options = createOptionsModel({
      background: { call: () => Promise.reject(new Error('no answer')) },
      save: () => undefined,
    });
    await options.refresh();
    expect(options.phase.peek()).toEqual({ kind: 'failed' });
  });

  test('save and load what is remembered', async () => {
    const { options, saved, said } = await opened();
    await options.saveRemembered();
    const [[name, text] = ['', '']] = saved;
    expect(name).toBe('update-credentials-remembered.json');
    await options.loadRemembered(new Blob([text]));
    expect(said()).toContain('0 kinds');
  });

  test.each<[string, Pick<Blob, 'size' | 'text'>, RegExp]>([
    ['of another kind', new Blob(['{}']), /^Nothing was loaded/],
    ['a video', { size: 5_000_000, text: () => Promise.resolve('') }, /^Nothing was loaded/],
    [
      'that has gone',
      { size: 5, text: () => Promise.reject(new Error('NotReadableError')) },
      /^The browser cannot read this file/,
    ],
  ])('refuse a file %s', async (_name, file, expected) => {
    const { options, said } = await opened();
    await options.loadRemembered(file);
    expect(said()).toMatch(expected);
  });

  test('read late do not come back over what was read after the last thing', async () => {
    const world = await createWorld({ key: 'a-secret' });
    const late = deferred<null>();
    let lists = 0;
    const say = (command: BackgroundCommand) => world.say(command) as Promise<never>;
    const options = createOptionsModel({
      background: {
        call: async (command) => {
          const answer = await say(command);
          if (command.kind === 'list-stored') lists += 1;
          if (command.kind === 'list-stored' && lists === 1) await late.promise;
          return answer;
        },
      },
      save: () => undefined,
    });
    const before = options.refresh();
    await calm();
    await options.forgetKey('production');
    late.resolve(null);
    await before;
    expect(options.phase.peek()).toMatchObject({ keys: { production: 'nowhere' } });
  });

  test('forget a key', async () => {
    const { options, keys, said } = await opened({ key: 'a-secret' });
    expect(options.phase.peek()).toMatchObject({ keys: { production: 'session' } });
    await options.forgetKey('production');
    expect(said()).toContain('was forgotten');
    expect(keys.size).toBe(0);
    expect(options.phase.peek()).toMatchObject({ keys: { production: 'nowhere' } });
  });
});
