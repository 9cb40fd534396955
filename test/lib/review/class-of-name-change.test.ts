import { expect, test } from 'vitest';
import { classOfNameChange } from '../../../lib/review/class-of-name-change';
import type { NameChangeClass } from '../../../lib/review/finding';

test.each<[string, string, NameChangeClass]>([
  ['ADA LOVELACE', 'Ada Lovelace', 'spelling'],
  ['Jose Nunez', 'José Núñez', 'spelling'],
  ['Jose\u0301', 'José', 'spelling'],
  ['Anne Marie Petit', 'Anne-Marie  Petit', 'spelling'],
  ["Sinead O'Neill", 'Sinéad O’Neill', 'spelling'],
  ['Strauss', 'Strauß', 'spelling'],
  ['Lukasz', 'Łukasz', 'spelling'],
  ['ΓΙΩΡΓΟΣ', 'Γιώργος', 'spelling'],
  ['Алёна Иванова', 'Алена Иванова', 'spelling'],
  ['مُحَمَّد علي', 'محمد علي', 'spelling'],
  ['שָׁלוֹם כהן', 'שלום כהן', 'spelling'],
  ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ タロウ', 'spelling'],
  ['İbrahim Işık', 'Ibrahim Isik', 'spelling'],
  ['Doe, Jane', 'Jane Doe', 'order'],
  ['山田 太郎', '太郎 山田', 'order'],
  ['Jonh Smith', 'John Smith', 'typo'],
  ['Katherine Cole', 'Catharine Cole', 'typo'],
  ['Мария Иванова', 'Марина Иванова', 'typo'],
  ['Jane Doe', 'Jane Smith', 'surname'],
  ['Doe, Jane', 'Jane Smith', 'surname'],
  ['Jane Doe', 'Jane Doe-Smith', 'surname'],
  ['Jane Doe', 'Jane Marie Doe', 'surname'],
  ['Jane Doe', 'John Doe', 'another-person'],
  ['J. Doe', 'J. Smith', 'another-person'],
  ['王小明', '王小红', 'another-person'],
  ['राम', 'रमा', 'another-person'],
  ['Li', 'Lu', 'another-person'],
  ['Ada Lovelace', 'Bob Stone', 'another-person'],
])('%s -> %s is %s', (before, after, expected) => {
  expect(classOfNameChange(before, after)).toBe(expected);
});
