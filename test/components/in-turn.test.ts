import { expect, test } from 'vitest';
import { inTurn } from '../../components/in-turn';
import { deferred } from '../fakes/deferred';

test('what was asked for last ends last, however long what came before it takes', async () => {
  const [first, second] = [deferred<string>(), deferred<string>()];
  const answers = [first.promise, second.promise];
  const begun: number[] = [];
  const ended: string[] = [];
  const speak = inTurn(async () => {
    begun.push(begun.length);
    const answer = await (answers.shift() ?? Promise.resolve('none'));
    ended.push(answer);
    return answer;
  });
  const both = [speak(), speak()];
  second.resolve('French');
  first.resolve('German');
  expect(await Promise.all(both)).toEqual(['German', 'French']);
  expect(ended).toEqual(['German', 'French']);
  expect(begun).toHaveLength(2);
});

test('work that fails stops nothing behind it', async () => {
  let times = 0;
  const work = inTurn(() => {
    times += 1;
    return times === 1 ? Promise.reject(new Error('no storage')) : Promise.resolve(times);
  });
  const both = await Promise.allSettled([work(), work()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});
