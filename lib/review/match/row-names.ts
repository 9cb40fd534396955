import { readRowKey } from '../../assign/read/row-key';
import { itemAt } from '../../element-at';
import { textOf } from '../../sheet/cells/sheet';
import { indexOf, positionOfRow } from './match-rows';
import { NOTHING_CORRECTED, type WrittenSheet } from '../group/review-input';
import { sheetColumnsOf } from './sheet-columns';

/**
 * Names the rows of a sheet by what they are about, so that what was decided about a row finds it
 * in a corrected file, or under another key: the credential that it was matched to, else its key.
 * Where several rows share that, and where there is none, all that the row says is a part of its
 * name: rather lose a decision than give it to another row. Rows that say the same have one name.
 *
 * `written` is the sheet without corrections. The names are by the number of the row.
 */
export function rowNames(written: WrittenSheet): ReadonlyMap<number, string> {
  const columns = sheetColumnsOf(written.assignment, written.attributes);
  const index = indexOf(columns, written.group);
  const by = columns.key.map(({ attribute }) => attribute.id).join(' ');
  const { table, group } = written;
  const uncorrected = { table, group, corrected: NOTHING_CORRECTED };
  const about = table.rows.map((row) => {
    const id = group.all[positionOfRow(uncorrected, columns, index, row)]?.id;
    if (id !== undefined) return `credential ${id}`;
    const key = readRowKey(table, row, columns.key);
    return typeof key === 'string' ? `${by} ${key}` : '';
  });
  const counts = new Map<string, number>();
  for (const name of about) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    table.rows.map((row, place) => {
      const name = itemAt(about, place);
      if (name !== '' && counts.get(name) === 1) return [row, name];
      const says = table.columns.map((column) => textOf(table.cell(row, column.index)));
      return [row, `${name} ${JSON.stringify(says)}`];
    }),
  );
}
