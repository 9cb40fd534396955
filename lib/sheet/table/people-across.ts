import { matchingText } from '../cells/matching-text';
import { textOf, type Sheet } from '../cells/sheet';
import { isHeaderWord } from './header-words';

/** Rows of a list that lies on its side: each is an attribute. */
const MOST_ROWS = 60;
/** Kinds of value that prove it, where a whole row is of one kind. */
const KINDS = [
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/u,
  /^(?:\p{L}{1,4}-?)?\d{5,}$/u,
  /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/u,
] as const;

/**
 * Counts the people of a list that lies on its side: its headers are in the first column, and each
 * further column is a person. 0 for any other sheet. The headers must be header words, nothing
 * beside them in the first row is one, and one row must be of e-mails, ids or dates throughout.
 *
 * Example: "Name, Ada, Bo" above "Email, ada@x.org, bo@x.org" -> 2.
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
  const isProved = rows.some(([label = '', ...values]) => isHeaderWord(label) && areOfOneKind(values));
  return isProved ? Math.max(...rows.map((texts) => texts.filter((text) => text !== '').length)) - 1 : 0;
}

function areOfOneKind(values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '');
  return new Set(filled).size > 1 && KINDS.some((kind) => filled.every((value) => kind.test(value)));
}
