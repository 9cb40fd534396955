import { describe, expect, test } from 'vitest';
import { diffOf, linesOf, type DiffLines, type WrittenRow } from '../../../fakes/row-diff';
import { dayCell } from '../../../fakes/table';

/** Bits of `cosmetic` (cosmetic-bits.ts). */
const [SPACES, EMAIL_CASE] = [1, 2];
const READ = { description: 'Course', phone: '+442079460000', evidence: [] };

type Case = readonly [string, WrittenRow, DiffLines];
const check = (_name: string, written: WrittenRow, expected: DiffLines) => {
  expect(linesOf(diffOf(written))).toEqual(expected);
};

describe('the fields of a row', () => {
  test.each<Case>([
    [
      'a change beside what stays',
      {
        cells: [
          ['recipient-name', 'Ada Lovelace'],
          ['grade', 'B'],
        ],
        present: { grade: 'A' },
      },
      { cells: ['grade changed: A -> B'], sent: ['grade: A -> B'] },
    ],
    [
      'the same with all cells',
      {
        cells: [
          ['recipient-name', 'Ada Lovelace'],
          ['grade', 'B'],
        ],
        present: { grade: 'A' },
        which: 'all',
      },
      {
        cells: ['recipient-name same: Ada Lovelace -> Ada Lovelace', 'grade changed: A -> B'],
        sent: ['grade: A -> B'],
      },
    ],
    ['nothing', { cells: [['grade', 'A']], present: { grade: 'A' } }, {}],
    ['the same day in another form', { cells: [['expiry-date', '15 January 2027']] }, {}],
    ['a blank cell', { cells: [['grade', null]], present: { grade: 'A' } }, {}],
    [
      'a blank cell among all cells',
      { cells: [['grade', null]], present: { grade: 'A' }, which: 'all' },
      { cells: ['grade kept-because-blank: A -> A ()'] },
    ],
    [
      'a blank cell that clears',
      { cells: [['grade', null]], present: { grade: 'A' }, blank: 'clear' },
      { cells: ['grade cleared: A -> null ()'], sent: ['grade: A -> null'] },
    ],
    [
      'a day of the file',
      { cells: [['expiry-date', dayCell('2028-01-15', '15/1/28')]] },
      {
        cells: ['expiry-date changed: 2027-01-15 -> 2028-01-15 (15/1/28)'],
        sent: ['expiry-date: 2027-01-15 -> 2028-01-15'],
      },
    ],
    [
      'a cell that cannot be read',
      {
        cells: [
          ['expiry-date', 'soon'],
          ['grade', 'B'],
        ],
        present: { grade: 'A' },
      },
      {
        cells: ['expiry-date unreadable: 2027-01-15 -> 2027-01-15 (soon)', 'grade changed: A -> B'],
        sent: ['grade: A -> B'],
        unreadable: ['expiry-date bad-date: soon'],
      },
    ],
    [
      'a space at the end',
      { cells: [['recipient-name', 'Ada Lovelace']], present: { recipientName: 'Ada Lovelace ' } },
      { cosmetic: SPACES },
    ],
    ['an e-mail in capitals', { cells: [['recipient-email', 'P1@example.org']] }, { cosmetic: EMAIL_CASE }],
    [
      'both',
      {
        cells: [
          ['recipient-name', 'Ada Lovelace'],
          ['recipient-email', 'P1@example.org'],
        ],
        present: { recipientName: 'Ada Lovelace ' },
      },
      { cosmetic: SPACES + EMAIL_CASE },
    ],
  ])('%s', check);
});

describe('fields that only the credential itself tells', () => {
  test.each<Case>([
    [
      'a phone number, not read yet',
      { cells: [['recipient-phone', '+442079460001']] },
      { needsDetail: true },
    ],
    ['all cells', { cells: [['recipient-phone', '+442079460001']], which: 'all' }, { needsDetail: true }],
    ['a blank cell asks for nothing', { cells: [['recipient-phone', null]] }, {}],
    [
      'a blank cell that clears',
      { cells: [['recipient-phone', null]], blank: 'clear' },
      { needsDetail: true },
    ],
    [
      'an excluded cell',
      { cells: [['recipient-phone', '+442079460001']], excluded: ['recipient-phone'] },
      {},
    ],
    [
      'one is excluded, the other is not',
      {
        cells: [
          ['description', 'New'],
          ['recipient-phone', '+442079460001'],
        ],
        excluded: ['recipient-phone'],
      },
      { needsDetail: true },
    ],
    [
      'a field beside it is compared',
      {
        cells: [
          ['recipient-phone', '+442079460001'],
          ['grade', 'B'],
        ],
      },
      { cells: ['grade changed: null -> B'], sent: ['grade: null -> B'], needsDetail: true },
    ],
    [
      'read already',
      {
        cells: [
          ['recipient-phone', '+442079460001'],
          ['description', 'Course'],
        ],
        present: { detail: READ },
      },
      {
        cells: ['recipient-phone changed: +442079460000 -> +442079460001'],
        sent: ['recipient-phone: +442079460000 -> +442079460001'],
      },
    ],
  ])('%s', check);
});

describe('excluded cells', () => {
  test.each<Case>([
    [
      'a change',
      { cells: [['grade', 'B']], present: { grade: 'A' }, excluded: ['grade'] },
      { cells: ['grade excluded: A -> B'] },
    ],
    [
      'what cannot be read',
      { cells: [['expiry-date', 'soon']], excluded: ['expiry-date'] },
      { cells: ['expiry-date excluded: 2027-01-15 -> 2027-01-15 (soon)'] },
    ],
    ['what stays', { cells: [['expiry-date', '15 January 2027']], excluded: ['expiry-date'] }, {}],
    [
      'what stays, among all cells',
      { cells: [['grade', 'A']], present: { grade: 'A' }, excluded: ['grade'], which: 'all' },
      { cells: ['grade same: A -> A'] },
    ],
    [
      'another attribute',
      {
        cells: [
          ['grade', 'B'],
          ['recipient-name', 'Ada King'],
        ],
        excluded: ['recipient-name'],
      },
      {
        cells: ['grade changed: null -> B', 'recipient-name excluded: Ada Lovelace -> Ada King'],
        sent: ['grade: null -> B'],
      },
    ],
  ])('%s', check);
});
