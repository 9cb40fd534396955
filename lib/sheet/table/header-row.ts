import { startsWithoutHeader } from './starts-without-header';
import { listBelow } from './list-below';
import { isHeader, sampleRows, type SampledRow } from './sampled-row';
import type { Sheet } from '../cells/sheet';
import { NO_HEADER_ROW, type HeaderReason } from './table';

/** Filled rows within which a header is searched. Further down it is the first wide row. */
const HEADER_WITHIN = 20;

/**
 * Finds the header row: the first row of words that is nearly as wide as the data. Titles, notes
 * and blank rows above it are skipped, and so is a block about something else (list-below.ts).
 * Without such a row it is the first filled row, as in every
 * spreadsheet program, unless that is certainly data: then there is none (`NO_HEADER_ROW`). The
 * admin can change it (docs/product.md 2.2). Row 1 for an empty sheet.
 */
export function findHeaderRow(sheet: Sheet): { row: number; reason: HeaderReason } {
  const rows = sampleRows(sheet);
  const [first] = rows;
  if (first === undefined) return { row: 1, reason: 'first-row' };
  const width = Math.max(...rows.map(({ filled }) => filled.length));
  const firstWide = rows.findIndex(({ filled }) => filled.length >= width * 0.6);
  const candidates = rows.filter(
    ({ filled }, index) =>
      (index < HEADER_WITHIN || index === firstWide) &&
      filled.length >= width * 0.6 &&
      isHeader(filled) &&
      index < rows.length - 1,
  );
  const header = candidates.find((candidate) => !isNote(candidate, rows, candidates));
  const list = listBelow(rows, header ?? first);
  if (list !== null) return { row: list.row, reason: 'below-block' };
  if (header === undefined || header === first) {
    const below = rows.slice(1).map(({ cells }) => cells);
    if (startsWithoutHeader(first.cells, below)) return { row: NO_HEADER_ROW, reason: 'no-header' };
    return { row: first.row, reason: 'first-row' };
  }
  return { row: header.row, reason: 'below-title' };
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
