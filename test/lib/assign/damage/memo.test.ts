import { expect, test } from 'vitest';
import { remembering } from '../../../../lib/assign/damage/memo';

function counted(mostLetters?: number) {
  const judged: string[] = [];
  const judge = remembering((text) => {
    judged.push(text);
    return text === 'none' ? null : text.length;
  }, mostLetters);
  return { judge, judged };
}

test('a text that is on many rows is judged once, whatever the verdict is', () => {
  const { judge, judged } = counted();
  const verdicts = Array.from({ length: 3000 }, (_, at) => judge(['Scrum™', 'none', ''][at % 3] ?? ''));
  expect(judged).toEqual(['Scrum™', 'none', '']);
  expect(new Set(verdicts)).toEqual(new Set([6, null, 0]));
});

test('as many letters are remembered as it has room for', () => {
  const { judge, judged } = counted(8);
  for (const text of ['abcd', 'efgh', 'abcd', 'efgh', 'i', 'i', 'abcd', 'efgh']) judge(text);
  expect(judged).toEqual(['abcd', 'efgh', 'i', 'abcd', 'efgh']);
});
