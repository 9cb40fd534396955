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
    'Sheet “Data” of fixes.csv has too many cells (10, and 5 is the most). Delete columns that are not needed, or split the rows over two files.',
  ],
  [
    null,
    'fixes.csv has too many cells (10, and 5 is the most). Delete columns that are not needed, or split the rows over two files.',
  ],
])('too many cells in %s', (sheet, sentence) => {
  expect(fileProblemText('fixes.csv', { code: 'too-many-cells', sheet, cells: 10, limit: 5 })).toBe(sentence);
});
