import { expect, test, vi } from 'vitest';
import { sureMemory } from '../../../lib/platform/sure-memory';

/** A memory whose calls answer as the lists say, one after the other. */
function memoryOf(answers: { readonly load?: readonly string[]; readonly save?: readonly string[] }) {
  const onFault = vi.fn<(error: unknown) => void>();
  const next = (list: readonly string[] = []) => {
    const left = [...list];
    return () => {
      const answer = left.shift() ?? 'good';
      if (answer === 'throws') throw new Error('recipient@example.test');
      return answer === 'fails'
        ? Promise.reject(new Error('recipient@example.test'))
        : Promise.resolve(answer);
    };
  };
  const save = next(answers.save);
  const memory = { load: next(answers.load), save: async () => void (await save()) };
  return { memory: sureMemory<string>(memory, 'The pace', onFault), onFault };
}

const READ = 'Error: The pace cannot be read';
const SAVED = 'Error: The pace cannot be saved';

/** [answers of loading, what is loaded, faults] */
test.each<[readonly string[], readonly unknown[], readonly string[]]>([
  [['a'], ['a'], []],
  [['fails'], [null], [READ]],
  [['throws'], [null], [READ]],
  [['fails', 'fails', 'fails'], [null, null, null], [READ]],
  [
    ['fails', 'a', 'fails'],
    [null, 'a', null],
    [READ, READ],
  ],
])('loading that answers %j gives %j', async (load, loaded, faults) => {
  const { memory, onFault } = memoryOf({ load });
  const seen: unknown[] = [];
  for (let at = 0; at < load.length; at += 1) seen.push(await memory.load());
  expect(seen).toEqual(loaded);
  expect(onFault.mock.calls.map(String)).toEqual(faults);
});

/** [answers of saving, faults] */
test.each<[readonly string[], readonly string[]]>([
  [['a', 'a'], []],
  [['fails', 'fails', 'throws'], [SAVED]],
  [
    ['fails', 'a', 'a', 'throws'],
    [SAVED, SAVED],
  ],
])('saving that answers %j never rejects', async (save, faults) => {
  const { memory, onFault } = memoryOf({ save });
  for (let at = 0; at < save.length; at += 1) await memory.save('value');
  expect(onFault.mock.calls.map(String)).toEqual(faults);
});

test('reading and saving are reported each by itself', async () => {
  const { memory, onFault } = memoryOf({ load: ['fails', 'fails'], save: ['fails', 'fails'] });
  for (let times = 0; times < 2; times += 1) {
    await memory.load();
    await memory.save('value');
  }
  expect(onFault.mock.calls.map(String)).toEqual([READ, SAVED]);
});
