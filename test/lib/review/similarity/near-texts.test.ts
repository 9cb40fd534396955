import { expect, test } from 'vitest';
import { editDistance } from '../../../../lib/review/similarity/edit-distance';
import { nearTexts } from '../../../../lib/review/similarity/near-texts';
import { seededRandom } from '../../../platform/seeded-random';

/** [what is done to "jane", the text, whether it is near] */
test.each<[string, string, boolean]>([
  ['nothing', 'jane', false],
  ['one letter more', 'janae', true],
  ['one less', 'jae', true],
  ['another one', 'jame', true],
  ['two neighbours swapped', 'jnae', true],
  ['two others swapped', 'enaj', false],
  ['two letters more', 'janeth', false],
  ['two letters of the same sum apart', 'jbmf', false],
])('%s: %s', (_, text, isNear) => {
  expect(nearTexts([null, 'somebody', 'jane'])(text)).toEqual(isNear ? [2] : []);
});

test('of hundreds of short texts it finds those that a comparison with each finds', () => {
  const random = seededRandom(7, 'near texts');
  const letters = 'abé@.';
  const texts = Array.from({ length: 600 }, () =>
    Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => letters[Math.floor(random() * letters.length)],
    ).join(''),
  );
  const near = nearTexts(texts);
  for (const text of texts.slice(0, 60)) {
    const compared = texts.flatMap((other, place) => (editDistance(text, other, 1) === 1 ? [place] : []));
    expect([...near(text)].sort((a, b) => a - b)).toEqual(compared);
    expect(compared.length).toBeGreaterThan(0);
  }
});
