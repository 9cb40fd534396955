import { columnLetter } from './column-letter';
import { matchingText } from './matching-text';
import type { Column } from './table';

/**
 * The columns of a table: a header that is empty becomes "Column C" when the column holds values, and the column is
 * left away when it holds none. A header that came before (case aside) gets " (2)": each name is there once, because
 * views and assignments speak of columns by name.
 */
export function tableColumns(
  headers: readonly string[],
  hasValues: (column: number) => boolean,
): readonly Column[] {
  const taken = new Set<string>();
  const columns: Column[] = [];
  headers.forEach((written, index) => {
    const header = matchingText(written);
    if (header === '' && !hasValues(index)) return;
    const letter = columnLetter(index);
    const name = freeName(header === '' ? `Column ${letter}` : header, taken);
    taken.add(name.toLowerCase());
    columns.push({ index, letter, header: name });
  });
  return columns;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} (${number})`;
  return free;
}
