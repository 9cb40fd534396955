import { describe, test } from 'vitest';
import {
  expectCompared,
  type ColumnChoices,
  type ComparedCase,
  type ExpectedCell,
} from '../../../fakes/compared-cell';
import { dayCell, type WrittenCell } from '../../../fakes/table';

const REF: WrittenCell = { kind: 'error', text: '#REF!' };
const CLEAR: ColumnChoices = { blank: 'clear' };

describe('a cell compared with the present value', () => {
  test.each<ComparedCase>([
    ['another text', 'grade', 'A', 'B', {}, { is: 'changed', after: 'B' }],
    ['the same text', 'grade', 'A', 'A', {}, { is: 'same' }],
    ['a text where there is none', 'grade', null, 'B', {}, { is: 'changed', after: 'B' }],
    ['spaces around it', 'custom:Seen', '2027-01-15', ' 2027-01-15 ', {}, { is: 'same' }],
    ['a blank cell', 'grade', 'A', null, {}, { is: 'kept-because-blank' }],
    ['a blank cell, and nothing there', 'grade', null, null, {}, { is: 'same' }],
    ['a blank cell that clears', 'grade', 'A', null, CLEAR, { is: 'cleared', after: null }],
    ['a blank cell that clears nothing', 'grade', null, null, CLEAR, { is: 'same' }],
    ['a blank cell that clears spaces', 'grade', ' ', null, CLEAR, { is: 'same' }],
    ['a blank cell of what cannot be cleared', 'published', true, null, CLEAR, { is: 'kept-because-blank' }],
    ['no for yes', 'published', true, 'no', {}, { is: 'changed', after: false }],
    ['yes for yes', 'published', true, 'yes', {}, { is: 'same' }],
    ['a day in another form', 'expiry-date', '2027-01-15', '15 January 2027', {}, { is: 'same' }],
    ['another day', 'expiry-date', '2027-01-15', '2027-01-16', {}, { is: 'changed', after: '2027-01-16' }],
    ['a day of the file', 'expiry-date', '2027-01-15', dayCell('2027-01-15', '15/1'), {}, { is: 'same' }],
    ['words for a day of the account', 'custom:Seen', '15 January 2027', '2027-01-15', {}, { is: 'same' }],
    [
      'words for another day',
      'custom:Seen',
      '15 January 2027',
      '2027-01-16',
      {},
      { is: 'changed', after: '2027-01-16' },
    ],
    ['no day there', 'custom:Seen', 'in spring', '2027-01-16', {}, { is: 'changed', after: '2027-01-16' }],
    ['nothing there', 'custom:Seen', null, '2027-01-16', {}, { is: 'changed', after: '2027-01-16' }],
    [
      'a day with an unclear order there',
      'custom:Seen',
      '03/04/2027',
      '2027-04-03',
      {},
      { is: 'changed', after: '2027-04-03' },
    ],
    [
      'a serial number there',
      'custom:Seen',
      '44956',
      '2023-01-30',
      {},
      { is: 'changed', after: '2023-01-30' },
    ],
    [
      'words for a day in a text',
      'grade',
      '15 January 2027',
      '2027-01-15',
      {},
      { is: 'changed', after: '2027-01-15' },
    ],
  ])('%s', (_name, ...given) => {
    expectCompared(...given);
  });
});

describe('a cell that cannot be read', () => {
  const bad = (code: string): ExpectedCell => ({ is: 'unreadable', code });
  test.each<ComparedCase>([
    ['no day', 'expiry-date', '2027-01-15', 'soon', {}, bad('bad-date')],
    ['no day, and nothing there', 'expiry-date', null, 'soon', {}, bad('bad-date')],
    ['no day, but it is there so', 'custom:Seen', 'in spring', 'in spring', {}, { is: 'same' }],
    ['no day, there with a space more', 'custom:Seen', 'in spring ', 'in spring', {}, { is: 'same' }],
    ['no day, another one is there', 'custom:Seen', 'in spring', 'in fall', {}, bad('bad-date')],
    ['the text of an error that is there', 'grade', '#REF!', '#REF!', {}, { is: 'same' }],
    ['an error whose text is there', 'grade', '#REF!', REF, {}, bad('formula-error')],
    [
      'a day before 1905 that is there',
      'expiry-date',
      '1900-01-01',
      dayCell('1900-01-01', '0'),
      {},
      { is: 'same' },
    ],
    ['a day before 1905', 'expiry-date', '2027-01-01', dayCell('1900-01-01', '0'), {}, bad('bad-date')],
    [
      'a day before 1905, its text there',
      'expiry-date',
      '1',
      dayCell('1900-01-01', '1'),
      {},
      bad('bad-date'),
    ],
    ['an e-mail', 'recipient-email', 'a@b.test', 'a@b', {}, bad('bad-email')],
  ])('%s', (_name, ...given) => {
    expectCompared(...given);
  });
});
