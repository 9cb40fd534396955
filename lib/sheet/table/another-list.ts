import { matchingText } from '../cells/matching-text';
import { textOf, type Sheet } from '../cells/sheet';

/**
 * Tells whether another list begins at a row that a blank row precedes: its header shares at least
 * two texts, and a third, with the header of the list above, and is another one. A title of one
 * cell may stand above it. Example: `Name,Join,Leave,Email` and, below a blank row, `3. Activities`
 * over `Name,Join,Email`. No row of data has the headers of its columns as values.
 *
 * @param headers texts of the header row, as `matchingText` gives them
 */
export function beginsAnotherList(sheet: Sheet, row: number, headers: readonly string[]): boolean {
  const texts = filledTexts(sheet, row);
  if (texts.length === 1) return isOtherHeader(filledTexts(sheet, row + 1), headers);
  return isOtherHeader(texts, headers);
}

function isOtherHeader(texts: readonly string[], headers: readonly string[]): boolean {
  // A sheet may have a million blank rows, and a header of 16,384 columns.
  if (texts.length < 2) return false;
  const own = headers.filter((header) => header !== '');
  const shared = texts.filter((text) => own.includes(text)).length;
  const isSame = texts.length === own.length && shared === own.length;
  return !isSame && shared >= 2 && shared * 3 >= texts.length;
}

function filledTexts(sheet: Sheet, row: number): readonly string[] {
  const texts = Array.from({ length: sheet.width(row) }, (_, column) =>
    matchingText(textOf(sheet.cell(row, column))),
  );
  return texts.filter((text) => text !== '');
}
