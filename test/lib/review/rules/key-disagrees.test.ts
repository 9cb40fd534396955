import { describe, expect, test } from 'vitest';
import type { WriteRule } from '../../../../lib/assign/choice/assignment';
import { summarise } from '../../../../lib/review/view/summarise';
import { decide } from '../../../../lib/review/reviewed';
import { credentialOf, type WrittenCredential } from '../../../fakes/credential';
import { describeAll, findingLines, reviewedOf, reviewOf, type WrittenReview } from '../../../fakes/review';

const UUID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const OTHER_UUID = '3fa85f64-5717-4562-b3fc-2c963f66afa7';
const of = (...written: readonly WrittenCredential[]) => written.map(credentialOf);

test.each<[string, WrittenReview, readonly string[]]>([
  [
    'another recipient id',
    {
      columns: ['credential-id', 'recipient-id', 'grade'],
      rows: [['1', 'S', 'B']],
      credentials: of({ id: '1', recipientId: 'R' }),
    },
    ['2 key-disagrees recipient-id'],
  ],
  [
    'the same',
    {
      columns: ['credential-id', 'recipient-id', 'grade'],
      rows: [['1', ' R ', 'B']],
      credentials: of({ id: '1', recipientId: 'R' }),
    },
    [],
  ],
  [
    'a credential without one cannot disagree',
    {
      columns: ['credential-id', 'recipient-id', 'grade'],
      rows: [['1', 'S', 'B']],
      credentials: of({ id: '1' }),
    },
    [],
  ],
  [
    'a key that somebody else has, and the credential has none',
    {
      columns: ['recipient-email', 'license-id', 'recipient-id', 'grade'],
      rows: [
        ['ann@example.org', 'L7', 'R7', 'B'],
        ['cy@example.org', 'L8', 'R8', 'B'],
      ],
      credentials: of(
        { id: '1', recipientName: 'Ann', recipientEmail: 'ann@example.org' },
        {
          id: '2',
          recipientName: 'Bob',
          recipientEmail: 'bob@example.org',
          licenseId: 'L7',
          recipientId: 'R7',
        },
        { id: '3', recipientName: 'Cy', recipientEmail: 'cy@example.org' },
      ),
    },
    ['2 key-disagrees license-id', '2 key-disagrees recipient-id'],
  ],
  [
    'a recipient id that another credential of the same person has, one of a namesake, and one of the same office',
    {
      columns: ['credential-id', 'recipient-id', 'grade'],
      rows: [
        ['3', 'R7', 'B'],
        ['1', 'R7', 'B'],
        ['4', 'R7', 'B'],
      ],
      credentials: of(
        { id: '1', recipientName: 'Ann King', recipientEmail: 'ann@example.org' },
        { id: '2', recipientName: 'King, Ann', recipientEmail: 'a.king@example.org', recipientId: 'R7' },
        { id: '3', recipientName: 'Ann K.', recipientEmail: 'A.King@example.org' },
        { id: '4', recipientName: 'Bo Chen', recipientEmail: 'a.king@example.org' },
      ),
    },
    ['3 key-disagrees recipient-id', '4 key-disagrees recipient-id'],
  ],
  [
    'a license id or a UUID that another credential of the same person has: they are of one credential',
    {
      columns: ['credential-id', 'license-id', 'uuid', 'grade'],
      rows: [
        ['1', 'L7', null, 'B'],
        ['3', null, UUID, 'B'],
      ],
      credentials: of(
        { id: '1', recipientName: 'Ann King', recipientEmail: 'ann@example.org' },
        {
          id: '2',
          recipientName: 'Ann King',
          recipientEmail: 'ann@example.org',
          licenseId: 'L7',
          uuid: UUID,
        },
        { id: '3', recipientName: 'Ann King', recipientEmail: 'ann@example.org' },
      ),
    },
    ['2 key-disagrees license-id', '3 key-disagrees uuid'],
  ],
  [
    'a recipient id beside the UUID that stands for none, that UUID, and another UUID',
    {
      columns: ['credential-id', 'recipient-id', 'grade'],
      rows: [
        ['1', 'E-77', 'B'],
        ['2', OTHER_UUID, 'B'],
        ['1', OTHER_UUID, 'B'],
      ],
      credentials: of(
        {
          id: '1',
          uuid: UUID,
          recipientId: UUID,
        },
        {
          id: '2',
          uuid: OTHER_UUID,
          recipientId: OTHER_UUID,
        },
      ),
    },
    ['4 key-disagrees recipient-id'],
  ],
  [
    'an old e-mail beside the new one that the credential has already',
    {
      columns: ['credential-id', 'present-email', 'recipient-email'],
      rows: [['1', 'ada@old.org', 'ADA@new.org']],
      credentials: of({ id: '1', recipientEmail: 'ada@new.org' }),
    },
    [],
  ],
  [
    'an old e-mail beside another new one',
    {
      columns: ['credential-id', 'present-email', 'recipient-email'],
      rows: [['1', 'ada@old.org', 'ada@newer.org']],
      credentials: of({ id: '1', recipientEmail: 'ada@new.org' }),
    },
    ['2 key-disagrees present-email'],
  ],
  [
    'an old e-mail that somebody else has now',
    {
      columns: ['credential-id', 'present-email', 'recipient-email'],
      rows: [['1', 'ada@old.org', 'ada@new.org']],
      credentials: of(
        { id: '1', recipientName: 'Ada King', recipientEmail: 'ada@new.org' },
        { id: '2', recipientName: 'Bo Lind', recipientEmail: 'ada@old.org' },
      ),
    },
    ['2 key-disagrees present-email'],
  ],
  [
    'a license id that nobody has',
    {
      columns: ['credential-id', 'license-id', 'grade'],
      rows: [['1', 'L7', 'B']],
      credentials: of({ id: '1' }, { id: '2', licenseId: 'L8' }),
    },
    [],
  ],
  [
    'its short id instead of its UUID',
    {
      columns: ['credential-id', 'uuid', 'grade'],
      rows: [['1', 'https://www.credential.net/abc123?x=1', 'B']],
      credentials: of({ id: '1', uuid: UUID, encodedId: 'abc123' }),
    },
    [],
  ],
])('key-disagrees: %s', (_, written, expected) => {
  const said = findingLines(reviewOf(written).described).filter(
    (line) => line.split(' ')[1] === 'key-disagrees',
  );
  expect(said).toEqual(expected);
});

describe('a name or e-mail that is not written, and is somebody else of the group', () => {
  const credentials = of(
    { id: '1', recipientName: 'Ann King', recipientEmail: 'ann@example.org', grade: 'A' },
    { id: '2', recipientName: 'Bob Stone', recipientEmail: 'bob@example.org', grade: 'A' },
    { id: '3', recipientName: 'Bob Stone', recipientEmail: 'bob.stone@example.org', grade: 'A' },
    { id: '4', recipientName: 'Maria Garcia', recipientEmail: 'maria@example.org', grade: 'A' },
    { id: '5', recipientName: 'Maria Garcia Lopez', recipientEmail: 'mgl@example.org', grade: null },
    { id: '6', recipientName: null, recipientEmail: null, grade: null },
  );
  const disagrees = '2 key-disagrees';

  test.each<
    [string, WrittenReview['columns'][number], readonly [string, string], WriteRule, readonly string[]]
  >([
    ['a name', 'recipient-name', ['1', 'Stone, Bob'], 'never', [`${disagrees} recipient-name`]],
    ['an e-mail', 'recipient-email', ['1', 'BOB@example.org'], 'never', [`${disagrees} recipient-email`]],
    [
      'a name that only fills',
      'recipient-name',
      ['1', 'Bob Stone'],
      'only-empty',
      [`${disagrees} recipient-name`],
    ],
    ['a name of nobody', 'recipient-name', ['1', 'Cy Young'], 'never', []],
    ['an e-mail of nobody', 'recipient-email', ['1', 'cy@example.org'], 'never', []],
    ['an e-mail of the same person', 'recipient-email', ['2', 'bob.stone@example.org'], 'never', []],
    ['the own name in fewer words', 'recipient-name', ['5', 'Maria Garcia'], 'never', []],
    ['no name is there to disagree with', 'recipient-name', ['6', 'Bob Stone'], 'never', []],
  ])('%s', (_, attribute, cells, write, expected) => {
    const written = { columns: ['credential-id', attribute] as const, rows: [cells], credentials, write };
    expect(findingLines(reviewOf(written).described)).toEqual(expected);
    const { review, decisions } = reviewedOf(written);
    expect(summarise(review, decisions).kept.count).toBe(expected.length === 0 ? 1 : 0);
    const cell = { kind: 'exclude-cell', row: 2, attribute } as const;
    const without = reviewedOf(written, { ...cell, excluded: true });
    expect(findingLines(describeAll(without.review))).toEqual([]);
    const again = decide(without, { ...cell, excluded: false });
    expect(findingLines(describeAll(again.review))).toEqual(expected);
  });

  test('ids that stand one row too low give nobody the hours of a neighbour', () => {
    const people = Array.from('ABCDEFGHIJ', (letter, at) => ({
      id: String(at + 1),
      recipientName: `${letter}da ${letter}ing`,
    }));
    const rows = people.map(({ recipientName }, at) => [String(((at + 1) % 10) + 1), recipientName, '5']);
    const { described } = reviewOf({
      columns: ['credential-id', 'recipient-name', 'custom:CE Hours'],
      rows,
      credentials: of(...people),
      write: 'only-empty',
    });
    expect(described.map(({ status }) => status)).toEqual(people.map(() => 'error'));
  });
});
