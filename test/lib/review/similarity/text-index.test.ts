import { expect, test } from 'vitest';
import { TextIndex } from '../../../../lib/review/similarity/text-index';
import { seededRandom } from '../../../platform/seeded-random';

test('places are found by their texts, several that share one in the order in which they were added', () => {
  const random = seededRandom(1, 'texts');
  const index = new TextIndex(4);
  const known = new Map<string, number[]>();
  for (let place = 0; place < 3000; place += 1) {
    const text = ['', 'é', `${Math.floor(random() * 2000)}`, `u${place}`][Math.floor(random() * 4)]!;
    index.add(text, place);
    index.add(text, place); // twice is once
    known.set(text, [...(known.get(text) ?? []), place]);
  }
  expect(index.size).toBe(known.size);
  for (const [text, places] of known) {
    const found = index.get(text);
    expect(typeof found === 'number' ? [found] : found).toEqual(places);
    expect(index.get(text)).toBe(found);
    expect(index.has(text)).toBe(true);
  }
  expect([index.get('2000'), index.has('nobody')]).toEqual([undefined, false]);
});
