import { expect, test } from 'vitest';
import { orBroken } from '../../../../components/review/nets/or-broken';

test('work that breaks is shown, and is still a fault', async () => {
  const shown: string[] = [];
  const work = Promise.reject(new Error('the background cannot be reached'));
  await expect(orBroken(work, () => shown.push('failed'))).rejects.toThrow('cannot be reached');
  expect(shown).toEqual(['failed']);
});

test('work that is done gives its answer', async () => {
  const shown: string[] = [];
  expect(await orBroken(Promise.resolve('file'), () => shown.push('failed'))).toBe('file');
  expect(shown).toEqual([]);
});
