import { matchingText } from '../cells/matching-text';
import type { ExcludedRows } from './table';

/** Texts such as "Total", "Grand total:", "Total rows: 300". Nothing else may be in the cell. */
const TOTAL = new RegExp(
  `^(?:${[
    '(?:grand |sub-?)?totals?(?: (?:rows|records|count))?',
    'sum',
    '(?:gesamt|zwischen|end)?summe',
    'gesamt',
    'insgesamt',
    '(?:sub)?total(?: general)?',
    'suma(?: total)?',
    'somme',
    'total général',
    'totale?',
    'totaal',
    'итого',
    '合计|合計|总计|總計|총계',
  ].join('|')})\\s*[:=]?\\s*[\\d.,]*$`,
  'iu',
);

/**
 * Reason why a row below the header is no data, or null when it is data. `texts` are its shown
 * cells, `header` those of the header row or null. A total row begins with a word for it and fills
 * at most half of the columns (`columnCount` without a header): a person named Total has more
 * cells.
 */
export function exclusionReason(
  texts: readonly string[],
  header: readonly string[] | null,
  columnCount: number,
): ExcludedRows['reason'] | null {
  const cells = texts.map(matchingText);
  const filled = cells.filter((text) => text !== '');
  const [first] = filled;
  if (first === undefined) return 'blank';
  if (header !== null && isSameRow(cells, header)) return 'repeated-header';
  const width = header?.filter((text) => text !== '').length ?? columnCount; // without a header
  return TOTAL.test(first) && width > 1 && filled.length * 2 <= width ? 'total' : null;
}

function isSameRow(cells: readonly string[], header: readonly string[]): boolean {
  return cells.length <= header.length && header.every((text, column) => text === (cells[column] ?? ''));
}
