import { columnLetter } from '../cells/column-letter';
import { matchingText } from '../cells/matching-text';
import type { Column } from './table';

/** Longest header. A cell may hold 32,767 characters, and a sheet 16,384 columns. */
const LONGEST_HEADER = 1000;

/**
 * Columns of a table. An empty header becomes "Column C" when the column has values; else the
 * column is dropped. A repeated header (ignoring case) gets " (2)", because views and assignments
 * name columns by header.
 */
export function tableColumns(
  headers: readonly string[],
  hasValues: (column: number) => boolean,
): readonly Column[] {
  const taken = new Map<string, number>();
  const columns: Column[] = [];
  headers.forEach((written, index) => {
    const header = matchingText(written).slice(0, LONGEST_HEADER);
    if (header === '' && !hasValues(index)) return;
    const letter = columnLetter(index);
    columns.push({ index, letter, header: freeName(header === '' ? `Column ${letter}` : header, taken) });
  });
  return columns;
}

/** Columns of a table without a header row, named by letter. */
export function letteredColumns(filled: readonly number[]): readonly Column[] {
  return filled.map((index) => ({ index, letter: columnLetter(index), header: columnLetter(index) }));
}

/** Makes a name unique by the next free number. `taken` counts each name in lower case. */
function freeName(name: string, taken: Map<string, number>): string {
  const key = name.toLowerCase();
  // Continues from the last number: a sheet may have the same header 16,384 times.
  let number = (taken.get(key) ?? 0) + 1;
  let free = name;
  for (; number > 1 && taken.has((free = `${name} (${number})`).toLowerCase()); number += 1);
  taken.set(key, number);
  if (number > 1) taken.set(free.toLowerCase(), 1);
  return free;
}
