import { isHeaderWord } from './header-words';
import { matchingText } from '../cells/matching-text';
import { textOf, type Cell, type Sheet } from '../cells/sheet';

/** Filled rows that show how the data looks. */
const SAMPLE_ROWS = 100;

/** A row that is not blank. */
export interface SampledRow {
  readonly row: number;
  /** Cells by column, up to the last filled one. */
  readonly cells: readonly Cell[];
  readonly filled: readonly Cell[];
}

/** Takes the first filled rows of a sheet. */
export function sampleRows(sheet: Sheet): readonly SampledRow[] {
  const rows: SampledRow[] = [];
  for (let row = 1; row <= sheet.rowCount && rows.length < SAMPLE_ROWS; row += 1) {
    const cells = Array.from({ length: sheet.width(row) }, (_, column) => sheet.cell(row, column));
    const filled = cells.filter((cell) => matchingText(textOf(cell)) !== '');
    if (filled.length > 0) rows.push({ row, cells, filled });
  }
  return rows;
}

/**
 * Tells whether the cells are distinct words. One in five may be a year or a number ("2026").
 * Behind a header word more of them may be: "Name | 2026 | 2027".
 */
export function isHeader(filled: readonly Cell[]): boolean {
  const words = filled.filter((cell) => cell.kind === 'text' && isWord(cell.text));
  const different = new Set(words.map((cell) => matchingText(textOf(cell)).toLowerCase()));
  const values = filled.length - words.length;
  if (values * 5 > filled.length && !areNumbered(filled, values)) return false;
  return words.length > 0 && different.size * 5 >= words.length * 4;
}

/** Tells whether a header word stands first, and all values are different years or numbers. */
function areNumbered(filled: readonly Cell[], values: number): boolean {
  const texts = filled.map((cell) => matchingText(textOf(cell)));
  const numbers = new Set(texts.filter((text) => /^\d{1,4}$/.test(text)));
  return numbers.size > 1 && numbers.size === values && isHeaderWord(texts[0] ?? '');
}

/**
 * Tells whether a text can be a heading: short, and with letters. E-mails, links, dates and ids
 * ("AB-123456") are values.
 */
function isWord(text: string): boolean {
  const word = matchingText(text);
  if (!/\p{L}/u.test(word) || word.length > 300) return false;
  if (/\S@\S+\.\S|:\/\//.test(word)) return false;
  const digits = word.replace(/\D/g, '').length;
  return digits * 2 <= word.replace(/\s/g, '').length;
}
