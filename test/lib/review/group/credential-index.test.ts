import { describe, expect, test } from 'vitest';
import type { AttributeId } from '../../../../lib/credential/attribute';
import { attributesOf } from '../../../../lib/credential/attributes';
import { indexCredentials, isUniqueKey, nameOfKey } from '../../../../lib/review/group/credential-index';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';

const ATTRIBUTES = attributesOf([{ name: 'Course', kind: 'text' }]);
const keyOf = (...ids: readonly AttributeId[]) =>
  ids.flatMap((id) => ATTRIBUTES.filter((attribute) => attribute.id === id));
const groupOf = (written: readonly WrittenCredential[]) => written.map(credentialOf);

/** Two people of two courses; the third has the e-mail of the first in the other course. */
const COURSES = groupOf([
  { recipientEmail: 'ada@x.test', custom: { Course: 'Welding' } },
  { recipientEmail: 'bo@x.test', custom: { Course: 'Welding' } },
  { recipientEmail: 'Ada@x.test', custom: { Course: 'Brazing' } },
]);

describe('the credentials by a key', () => {
  test.each<[string, AttributeId, readonly WrittenCredential[], readonly string[] | null]>([
    ['each has its own', 'license-id', [{ licenseId: 'L1' }, { licenseId: 'L2' }], ['L1', 'L2']],
    ['two share one', 'license-id', [{ licenseId: 'L1' }, { licenseId: 'L1' }], null],
    [
      'two share one but for the case of an e-mail',
      'recipient-email',
      [{ recipientEmail: 'a@x.test' }, { recipientEmail: 'A@x.test' }],
      null,
    ],
    [
      'two differ by the case of an id',
      'license-id',
      [{ licenseId: 'l1' }, { licenseId: 'L1' }],
      ['l1', 'L1'],
    ],
    ['one has none', 'license-id', [{ licenseId: 'L1' }, { licenseId: null }], null],
    ['the last has two', 'uuid', [{ uuid: 'u1' }, { uuid: 'u2', encodedId: 'e2' }], null],
    ['one has two, the other none', 'uuid', [{ uuid: 'u1', encodedId: 'e1' }, {}], null],
    ['one has the same twice', 'uuid', [{ uuid: 'u1', encodedId: 'u1' }], null],
    ['nobody is there', 'license-id', [], []],
  ])('has the own text of each where %s', (_name, key, written, expected) => {
    expect(indexCredentials(keyOf(key), groupOf(written)).ownTexts).toEqual(expected);
  });

  test.each<[string, number | readonly number[] | undefined]>([
    ['u1', 0],
    ['e1', 0],
    ['both', 1],
    ['shared', [2, 3]],
    ['nobody', undefined],
    ['', undefined],
  ])('finds %j at %j', (text, expected) => {
    const { positions } = indexCredentials(
      keyOf('uuid'),
      groupOf([
        { uuid: 'u1', encodedId: 'e1' },
        { uuid: 'both', encodedId: 'both' },
        { uuid: 'shared' },
        { uuid: null, encodedId: 'shared' },
        { uuid: null },
      ]),
    );
    expect(positions.get(text)).toEqual(expected);
    expect(positions.has(text)).toBe(expected !== undefined);
  });

  test('of two attributes are found by both together only', () => {
    const { positions, ownTexts } = indexCredentials(keyOf('recipient-email', 'custom:Course'), COURSES);
    expect(ownTexts).toHaveLength(3);
    expect((ownTexts ?? []).map((text) => positions.get(text))).toEqual([0, 1, 2]);
    expect(positions.has('ada@x.test')).toBe(false);
  });
});

test.each<[string, readonly AttributeId[], readonly WrittenCredential[], boolean]>([
  ['each has its own', ['license-id'], [{ licenseId: 'L1' }, { licenseId: 'L2' }], true],
  ['two share one', ['license-id'], [{ licenseId: 'L1' }, { licenseId: 'L1' }], false],
  ['those without one do not count', ['license-id'], [{ licenseId: 'L1' }, {}, {}], true],
  ['nobody has one', ['license-id'], [{}, {}], false],
  ['nobody is there', ['license-id'], [], false],
  ['one has the same text twice', ['uuid'], [{ uuid: 'u1', encodedId: 'u1' }], true],
  [
    "one has two, of which one is another's",
    ['uuid'],
    [{ uuid: 'u1', encodedId: 'u2' }, { uuid: 'u2' }],
    false,
  ],
])('whether a key tells credentials apart: %s', (_name, key, written, expected) => {
  expect(isUniqueKey(keyOf(...key), groupOf(written))).toBe(expected);
});

test('an e-mail that two credentials share tells them apart together with their course', () => {
  expect(isUniqueKey(keyOf('recipient-email'), COURSES)).toBe(false);
  expect(isUniqueKey(keyOf('recipient-email', 'custom:Course'), COURSES)).toBe(true);
});

test('keys have the same name only when they find the same', () => {
  const [course] = keyOf('custom:Course');
  if (course === undefined) throw new Error('the account has the attribute');
  const names = [
    keyOf('recipient-email'),
    keyOf('recipient-email', 'custom:Course'),
    keyOf('custom:Course', 'recipient-email'),
    [course],
    [{ ...course, kind: 'day' as const }],
  ].map(nameOfKey);
  expect(new Set(names).size).toBe(names.length);
  expect(nameOfKey(keyOf('recipient-email'))).toBe(nameOfKey(keyOf('recipient-email')));
});
