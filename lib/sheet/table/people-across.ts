import { isHeaderWord } from './header-words';
import { matchingText } from '../cells/matching-text';
import { textOf, type Sheet } from '../cells/sheet';

/** Rows of a list that lies on its side: each is an attribute. */
const MOST_ROWS = 60;
const VALUE = /^(?:[^\s@]+@[^\s@]+\.[^\s@]+|(?:\p{L}{1,4}-?)?\d{5,}|\d{1,4}([./-])\d{1,2}\1\d{1,4})$/u;

/**
 * Counts the people of a list that lies on its side: its headers are in the first column, and each
 * further column is a person. 0 for any other sheet. `Name,Ada,Bob` over `Email,a@x.org,b@x.org`
 * -> 2. The headers must be header words, nothing beside them in the first row is one, and one row
 * must be of e-mails, ids or dates throughout.
 */
export function countPeopleAcross(sheet: Sheet): number {
  if (sheet.rowCount > MOST_ROWS || sheet.columnCount < 3) return 0;
  const rows: (readonly string[])[] = [];
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    const texts = Array.from({ length: sheet.width(row) }, (_, column) =>
      matchingText(textOf(sheet.cell(row, column))),
    );
    if (texts.some((text) => text !== '')) rows.push(texts);
  }
  const [first] = rows;
  const labels = rows.map(([label = '']) => label);
  const words = labels.filter(isHeaderWord).length;
  if (first === undefined || words < 2 || words * 5 < labels.length * 3) return 0;
  if (new Set(labels).size < labels.length || first.slice(1).some(isHeaderWord)) return 0;
  const isProved = rows.some(([label = '', ...values]) => isHeaderWord(label) && isOfValues(values));
  return isProved ? sheet.columnCount - 1 : 0;
}

function isOfValues(values: readonly string[]): boolean {
  return values.length > 1 && new Set(values).size > 1 && values.every((value) => VALUE.test(value));
}
