import { beforeEach, expect, test } from 'vitest';
import { fileProblemText, sheetProblemText } from '../../../components/upload/file-problem-text';
import { speakEnglish } from '../../fakes/messages';

beforeEach(() => speakEnglish());

/* A text file has no sheets: none is named, and there is no other to choose. */

const NO_ROWS = { code: 'no-rows-below-header', sheet: 'Sheet1', headerRow: 4 } as const;
const EMPTY = { code: 'sheet-empty', sheet: 'Sheet1' } as const;

test.each([
  [
    'of a workbook',
    NO_ROWS,
    false,
    'Sheet “Sheet1” has no rows below the header in row 4. Choose another header row or another sheet.',
  ],
  [
    'of a text file',
    NO_ROWS,
    true,
    'fixes.csv has no rows below the header in row 4. Choose another header row, or a file that has rows.',
  ],
  ['of a workbook', EMPTY, false, 'Sheet “Sheet1” is empty. Choose another sheet.'],
  ['of a text file', EMPTY, true, 'fixes.csv is empty. Choose the file that has the rows.'],
] as const)('%s: %j', (_, problem, isText, sentence) => {
  expect(sheetProblemText('fixes.csv', problem, isText)).toBe(sentence);
});

test.each([
  [
    'Data',
    'Sheet “Data” of fixes.csv has too many cells: 10, and the limit is 5. Delete columns that you do not need, or split the rows into two files.',
  ],
  [
    null,
    'fixes.csv has too many cells: 10, and the limit is 5. Delete columns that you do not need, or split the rows into two files.',
  ],
])('too many cells in %s', (sheet, sentence) => {
  expect(fileProblemText('fixes.csv', { code: 'too-many-cells', sheet, cells: 10, limit: 5 })).toBe(sentence);
});

test.each([
  ['file', 412, 300, /^fixes.csv is too large: 412 MB, and the limit is 300 MB\./],
  ['unpacked', 1001, 1000, /unpacks to 1,001 MB or more, and the limit is 1,000 MB\./],
  ['part', 21, 20, /^A part of fixes.csv other than its rows/],
  ['text', 1001, 1000, /hold 1,001 MB of text, and the limit is 1,000 MB\./],
  ['ratio', 1000, 400, /unpack to 1,000 times its size or more, and the limit is 400 times\./],
  ['parts', 20_001, 20_000, /^fixes.csv is packed in 20,001 parts, and the limit is 20,000\./],
  ['sheets', 1025, 1024, /^fixes.csv has 1,025 sheets, and the limit is 1,024\./],
] as const)('too large: %s', (what, amount, limit, sentence) => {
  expect(fileProblemText('fixes.csv', { code: 'file-too-large', what, amount, limit })).toMatch(sentence);
});

test('reading that was given up says after how long', () => {
  expect(fileProblemText('fixes.csv', { code: 'reading-given-up', seconds: 60 })).toMatch(
    /^Reading fixes.csv took too long and was stopped after 60 seconds\./,
  );
});
