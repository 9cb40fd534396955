import { beforeAll, describe, expect, test } from 'vitest';
import { attributeLabel } from '../../../components/parts/attribute-label';
import { nameOfGroup } from '../../../components/parts/look-alikes';
import { attributesOf } from '../../../lib/credential/attributes';
import { speakEnglish } from '../../fakes/messages';

/* Two options of one name (docs/product.md 2.2): what the account calls the same is told apart. */

beforeAll(() => speakEnglish());

/** [trouble, names of custom attributes, their labels] */
const APART: readonly [string, readonly string[], readonly string[]][] = [
  ['one of the platform’s own', ['Grade'], ['Grade (custom attribute)']],
  ['one of them, in two words', ['Recipient Name'], ['Recipient Name (custom attribute)']],
  ['one of them, with a space behind', ['Grade '], ['Grade  (custom attribute)']],
  ['a space behind', ['Level', 'Level '], ['Level', 'Level[U+20]']],
  ['a space in front', [' Level', 'Level'], ['[U+20]Level', 'Level']],
  ['two spaces', ['Level 2', 'Level  2'], ['Level 2', 'Level [U+20]2']],
  ['a no-break space', ['Level 2', 'Level\u00A02'], ['Level 2', 'Level[U+A0]2']],
  ['a sign without width', ['Level', 'Le\u200Bvel'], ['Level', 'Le[U+200B]vel']],
  ['a line break', ['Level 2', 'Level\n2'], ['Level 2', 'Level[U+A]2']],
  ['an accent by itself', ['Qualité', 'Qualite\u0301'], ['Qualité', 'Qualite[U+301]']],
  ['Korean, composed and not', ['한', '\u1112\u1161\u11AB'], ['[U+D55C]', '[U+1112][U+1161][U+11AB]']],
  ['three of one look', ['A', 'A ', ' A'], ['A', 'A[U+20]', '[U+20]A']],
  [
    'two that look like a built-in one',
    ['Grade', 'Grade '],
    ['Grade (custom attribute)', 'Grade[U+20] (custom attribute)'],
  ],
];

/** [honest, names of custom attributes: each keeps its own] */
const ALONE: readonly [string, readonly string[]][] = [
  ['different names', ['Level', 'Location']],
  ['another case, which is seen', ['Level', 'level']],
  ['an accent that is seen', ['Qualité', 'Qualite']],
  ['a number at the end', ['Level', 'Level 2']],
  ['a name that begins like a built-in one', ['Grade of entry', 'Recipient Names']],
  ['Hindi with vowel signs', ['लेवल', 'लेवेल']],
  ['Arabic with and without a hamza', ['أحمد', 'احمد']],
  ['a sign without width in a Persian word', ['می\u200Cخواهم', 'میز']],
  ['a space behind, and nothing like it', ['Level ']],
  ['an emoji of several signs', ['👩‍🏫 Teacher', '👨‍🏫 Teacher']],
  ['the name of a method', ['constructor', 'toString', '__proto__']],
  ['signs of HTML', ['<b>Grade</b>', 'Grade &amp; more']],
];

const labelsOf = (names: readonly string[]) => {
  const attributes = attributesOf(names.map((name) => ({ name, kind: 'text' as const })));
  return names.map((name) => attributeLabel(`custom:${name}`, attributes));
};

describe('attributes that look the same', () => {
  test.each(APART)('%s', (_, names, expected) => {
    expect(labelsOf(names)).toEqual(expected);
    expect(new Set(labelsOf(names)).size).toBe(names.length);
  });
  test.each(ALONE)('that do not: %s', (_, names) => {
    expect(labelsOf(names)).toEqual(names);
  });
  test('the built-in one keeps its name', () => {
    expect(attributeLabel('grade', attributesOf([{ name: 'Grade', kind: 'text' }]))).toBe('Grade');
  });
});

describe('a group', () => {
  const SPRING = { id: '555', name: 'Welding' };
  const withId = (name: string, id: string) => `${name} (ID ${id})`;
  test.each([
    ['alone', [SPRING], 'Welding'],
    ['beside another', [SPRING, { id: '556', name: 'Baking' }], 'Welding'],
    ['beside itself', [SPRING, SPRING], 'Welding'],
    ['beside its namesake', [SPRING, { id: '556', name: 'Welding' }], 'Welding (ID 555)'],
    ['beside one with a space behind', [SPRING, { id: '556', name: 'Welding ' }], 'Welding (ID 555)'],
    ['beside one in capitals', [SPRING, { id: '556', name: 'WELDING' }], 'Welding'],
  ])('%s', (_, all, expected) => {
    expect(nameOfGroup(SPRING, all, withId)).toBe(expected);
  });
});
