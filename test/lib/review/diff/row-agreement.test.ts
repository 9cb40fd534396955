import { describe, expect, test } from 'vitest';
import { diffOf, linesOf, type DiffLines, type WrittenRow } from '../../../fakes/row-diff';

/*
 * What a row says that is not written: it is kept, or has to agree. Somebody else's value
 * disagrees.
 */

const KEPT = 4;

type Case = readonly [string, WrittenRow, DiffLines];
const check = (_name: string, written: WrittenRow, expected: DiffLines) => {
  expect(linesOf(diffOf(written))).toEqual(expected);
};

describe('values that the rule of a column keeps', () => {
  const grace = { recipientName: 'Grace Hopper', recipientEmail: 'grace@example.org' };
  test.each<Case>([
    [
      'another grade',
      { cells: [['grade', 'B']], present: { grade: 'A' }, write: 'never' },
      { cosmetic: KEPT },
    ],
    [
      'another grade among all cells',
      { cells: [['grade', 'B']], present: { grade: 'A' }, write: 'only-empty', which: 'all' },
      { cells: ['grade kept-because-filled: A -> A (B)'], cosmetic: KEPT },
    ],
    [
      'another grade, excluded',
      { cells: [['grade', 'B']], present: { grade: 'A' }, write: 'never', excluded: ['grade'] },
      { cosmetic: KEPT },
    ],
    [
      'a name that nobody has',
      { cells: [['recipient-name', 'Mary Shelley']], others: [grace], write: 'never' },
      { cosmetic: KEPT },
    ],
    [
      'the name of somebody else',
      { cells: [['recipient-name', 'Grace Hopper']], others: [grace], write: 'never' },
      {
        cells: ['recipient-name unreadable: Ada Lovelace -> Ada Lovelace (Grace Hopper)'],
        disagrees: ['recipient-name: Grace Hopper'],
      },
    ],
    [
      'the e-mail of somebody else',
      { cells: [['recipient-email', 'Grace@example.org']], others: [grace], write: 'only-empty' },
      {
        cells: ['recipient-email unreadable: p1@example.org -> p1@example.org (Grace@example.org)'],
        disagrees: ['recipient-email: Grace@example.org'],
      },
    ],
    [
      'the name of somebody else, excluded',
      {
        cells: [['recipient-name', 'Grace Hopper']],
        others: [grace],
        write: 'never',
        excluded: ['recipient-name'],
      },
      { cells: ['recipient-name excluded: Ada Lovelace -> Ada Lovelace (Grace Hopper)'] },
    ],
    [
      'the name of somebody else, written: the rules about changes judge it',
      { cells: [['recipient-name', 'Grace Hopper']], others: [grace] },
      {
        cells: ['recipient-name changed: Ada Lovelace -> Grace Hopper'],
        sent: ['recipient-name: Ada Lovelace -> Grace Hopper'],
        takesAnothersName: true,
      },
    ],
  ])('%s', check);
});

describe('keys that only have to agree', () => {
  const present = { licenseId: 'L1' };
  test.each<Case>([
    ['the same', { cells: [['license-id', 'L1']], present }, {}],
    ['the same with spaces', { cells: [['license-id', ' L1 ']], present }, {}],
    ['blank', { cells: [['license-id', null]], present }, {}],
    ['blank, where blanks clear', { cells: [['license-id', null]], present, blank: 'clear' }, {}],
    ['a number that is the same', { cells: [['license-id', 7]], present: { licenseId: '7' } }, {}],
    [
      'another one',
      { cells: [['license-id', 'L2']], present },
      { cells: ['license-id unreadable: L1 -> L1 (L2)'], disagrees: ['license-id: L2'] },
    ],
    [
      'an error whose text is there',
      { cells: [['license-id', { kind: 'error', text: 'L1' }]], present },
      { cells: ['license-id unreadable: L1 -> L1'], unreadable: ['license-id formula-error: L1'] },
    ],
    [
      'one that has lost digits',
      { cells: [['license-id', '1.23E+15']], present },
      {
        cells: ['license-id unreadable: L1 -> L1 (1.23E+15)'],
        unreadable: ['license-id damaged-id: 1.23E+15'],
      },
    ],
    [
      'one that the credential has with digits lost as well',
      { cells: [['license-id', '1.23E+15']], present: { licenseId: '1.23E+15' } },
      {},
    ],
    ['one where the credential has none, and nobody else has it', { cells: [['license-id', 'L2']] }, {}],
    [
      'one where the credential has none, and somebody else has it',
      { cells: [['license-id', 'L2']], others: [{ licenseId: 'L2', recipientName: 'Grace Hopper' }] },
      { cells: ['license-id unreadable: null -> null (L2)'], disagrees: ['license-id: L2'] },
    ],
    ['the group', { cells: [['group-id', '7']] }, {}],
    [
      'another group',
      { cells: [['group-id', '8']] },
      { cells: ['group-id unreadable: 7 -> 7 (8)'], disagrees: ['group-id: 8'] },
    ],
  ])('%s', check);
});
