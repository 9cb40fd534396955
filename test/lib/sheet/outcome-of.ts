import { findHeaderRow } from '../../../lib/sheet/table/header-row';
import { makeTable } from '../../../lib/sheet/table/make-table';
import { readWorkbook } from '../../../lib/sheet/read-workbook';
import { LAZY_PARTS } from './lazy-parts';

/** Outcome of reading a file: the code of its Problem, or its headers and rows. */
export async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const read = await readWorkbook(bytes, LAZY_PARTS);
  if (!read.ok) return read.problem.code;
  const [sheet] = read.value.sheets;
  if (sheet === undefined) return 'no sheet';
  const table = makeTable(sheet, findHeaderRow(sheet));
  if (!table.ok) return table.problem.code;
  const { columns, rows } = table.value;
  return `${columns
    .map(({ header }) => header.slice(0, 20))
    .slice(0, 3)
    .join()} x${columns.length}, ${rows.length} rows`;
}

/** Document type whose last entity expands to a billion letters. */
export const ENTITY_BOMB = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, index) => `<!ENTITY b${index} "${`&${index === 0 ? 'a' : `b${index - 1}`};`.repeat(10)}">`).join('')}]>`;
