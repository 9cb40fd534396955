import { startsWithoutHeader } from './starts-without-header';
import { matchingText } from '../cells/matching-text';
import { textOf, type Cell, type Sheet } from '../cells/sheet';
import { NO_HEADER_ROW, type HeaderReason } from './table';

/**
 * Rows within which a header is searched, and rows that show the width of the data. Blank rows do
 * not count.
 */
const HEADER_WITHIN = 20;
const SAMPLE_ROWS = 100;

interface SampledRow {
  readonly row: number;
  /** Cells by column, up to the last filled one. */
  readonly cells: readonly Cell[];
  readonly filled: readonly Cell[];
}

/**
 * Finds the header row: the first row of words that is nearly as wide as the data. Titles, notes
 * and blank rows above it are skipped. Without such a row it is the first filled row, as in every
 * spreadsheet program, unless that is certainly data: then there is none (`NO_HEADER_ROW`). The
 * admin can change it (docs/product.md 2.2). Row 1 for an empty sheet.
 */
export function findHeaderRow(sheet: Sheet): { row: number; reason: HeaderReason } {
  const rows = sampleRows(sheet);
  const [first] = rows;
  if (first === undefined) return { row: 1, reason: 'first-row' };
  const width = Math.max(...rows.map(({ filled }) => filled.length));
  const candidates = rows
    .slice(0, HEADER_WITHIN)
    .filter(
      ({ filled }, index) => filled.length >= width * 0.6 && isHeader(filled) && index < rows.length - 1,
    );
  const header = candidates.find((candidate) => !isNote(candidate, rows, candidates));
  if (header === undefined || header === first) {
    const below = rows.slice(1).map(({ cells }) => cells);
    if (startsWithoutHeader(first.cells, below)) return { row: NO_HEADER_ROW, reason: 'no-header' };
    return { row: first.row, reason: 'first-row' };
  }
  return { row: header.row, reason: 'below-title' };
}

function sampleRows(sheet: Sheet): readonly SampledRow[] {
  const rows: SampledRow[] = [];
  for (let row = 1; row <= sheet.rowCount && rows.length < SAMPLE_ROWS; row += 1) {
    const cells = Array.from({ length: sheet.width(row) }, (_, column) => sheet.cell(row, column));
    const filled = cells.filter((cell) => matchingText(textOf(cell)) !== '');
    if (filled.length > 0) rows.push({ row, cells, filled });
  }
  return rows;
}

/**
 * Tells whether words are a note ("As of | May"): a blank row follows, and a wider row of words
 * further down.
 */
function isNote(
  { row, filled }: SampledRow,
  rows: readonly SampledRow[],
  candidates: readonly SampledRow[],
): boolean {
  const next = rows.find((other) => other.row > row);
  const wider = candidates.some((other) => other.row > row && other.filled.length > filled.length);
  return wider && next !== undefined && next.row > row + 1;
}

/** Tells whether the cells are distinct words. One in five may be a year or a number ("2026"). */
function isHeader(filled: readonly Cell[]): boolean {
  const words = filled.filter((cell) => cell.kind === 'text' && isWord(cell.text));
  const different = new Set(words.map((cell) => matchingText(textOf(cell)).toLowerCase()));
  const values = filled.length - words.length;
  return words.length > 0 && values * 5 <= filled.length && different.size * 5 >= words.length * 4;
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
