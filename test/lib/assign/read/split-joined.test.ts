import { expect, test } from 'vitest';
import { splitJoined, type JoinedPart } from '../../../../lib/assign/read/split-joined';

const free = (text: string | null): JoinedPart => ({ text, isFixed: false });
const fixed = (text: string | null): JoinedPart => ({ text, isFixed: true });

/** [name, edited text, parts before, parts after] */
test.each<[string, string, JoinedPart, JoinedPart, readonly [string, string] | null]>([
  ['the first stays', 'Ada King', free('Ada'), free('Kng'), ['Ada', 'King']],
  ['the second stays', 'Eda King', free('Ada'), free('King'), ['Eda', 'King']],
  ['both stay', ' Ada King ', free(' Ada'), free('King '), ['Ada', 'King']],
  ['as many words as before', 'A B C D', free('X Y'), free('Z'), ['A B', 'C D']],
  ['fewer words than the first had', 'A B', free('X Y Z'), free('Q'), ['A', 'B']],
  ['one word', 'Cher', free('Ada'), free('King'), ['Cher', '']],
  ['one word that is the second', 'King', free('Ada'), free('King'), ['', 'King']],
  ['a word that only begins like the first', 'Adam King', free('Ada'), free('Kng'), ['Adam', 'King']],
  ['a first that was blank', 'Ada King', free(''), free('King'), ['Ada', 'King']],
  ['both were blank', 'Ada King', free(''), free(''), ['Ada', 'King']],
  ['nothing', '', free('Ada'), free('King'), ['', '']],
  ['two intended spaces between', 'Ada  King', free('Eve'), free('Kng'), ['Ada  King', '']],
  ['a formula error in one part', 'Ada King', free(null), free('King'), ['Ada', 'King']],
  ['the first may not change', 'Ada B King', fixed('Ada'), free('Kng'), ['Ada', 'B King']],
  ['the second may not change', 'A B King', free('X'), fixed('King'), ['A B', 'King']],
  ['a blank one may not change', 'Ada King', fixed(''), free('X'), ['', 'Ada King']],
  ['a fixed first part that differs', 'Ada King', fixed('Eve'), free('King'), null],
  ['neither may change', 'Ada King', fixed('Ada'), fixed('Kng'), null],
  ['neither may change, nor has to', 'Ada King', fixed('Ada'), fixed('King'), ['Ada', 'King']],
  ['an error may not change', 'King', fixed(null), free('King'), null],
])('%s', (_name, whole, first, second, parts) => {
  expect(splitJoined(whole, first, second)).toEqual(parts);
});
