import { columnLetter } from '../cells/column-letter';
import { matchingText } from '../cells/matching-text';
import type { Column } from './table';

/** More of it names nothing; a cell may hold 32,767 characters, and a sheet 16,384 columns. */
const LONGEST_HEADER = 1000;

/**
 * The columns of a table: a header that is empty becomes "Column C" when the column holds values, and the column is
 * left away when it holds none. A header that came before (case aside) gets " (2)": each name is there once, because
 * views and assignments speak of columns by name.
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

/** The columns of a table without a header row: those that hold something, called by their letters. */
export function letteredColumns(filled: readonly number[]): readonly Column[] {
  return filled.map((index) => ({ index, letter: columnLetter(index), header: columnLetter(index) }));
}

/** The name with the next number that is free. `taken` keeps for each name, in small letters, how often it came. */
function freeName(name: string, taken: Map<string, number>): string {
  const key = name.toLowerCase();
  // Counted on from the last one: a sheet may have the same header 16,384 times.
  let number = (taken.get(key) ?? 0) + 1;
  let free = name;
  for (; number > 1 && taken.has((free = `${name} (${number})`).toLowerCase()); number += 1);
  taken.set(key, number);
  if (number > 1) taken.set(free.toLowerCase(), 1);
  return free;
}
