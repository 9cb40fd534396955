import type { Assignment, ColumnChoice } from '../../assign/choice/assignment';
import type { AttributeId } from '../../credential/attribute';
import { BUILTIN_ATTRIBUTES } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import { valueReader } from '../../credential/value-of';
import type { Cell } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import { tableColumns } from '../../sheet/table/table-columns';

/** The columns of the sheet: the key, and who it is. */
const COLUMNS: readonly AttributeId[] = ['credential-id', 'recipient-name', 'recipient-email'];

/** A group as a sheet, with its assignment. */
export interface GroupSheet {
  readonly table: Table;
  readonly assignment: Assignment;
}

/**
 * Makes a sheet of a whole group, for an update without a sheet (docs/product.md 2.2): a row for
 * each credential, matched by its id. It asks for nothing by itself; value rules do. Name and
 * e-mail are there so that the result can be read.
 */
export function groupSheet(credentials: readonly Credential[], name: string): GroupSheet {
  const labels = COLUMNS.map(
    (id) => BUILTIN_ATTRIBUTES.find((attribute) => attribute.id === id)?.label ?? id,
  );
  const readers = COLUMNS.map((id) => valueReader(id));
  const columns = tableColumns(labels, () => true);
  const firstRow = 2; // below the header
  return {
    table: {
      sheetName: name,
      headerRow: 1,
      headerReason: 'first-row',
      columns,
      rows: credentials.map((_, index) => index + firstRow),
      excluded: [],
      notes: [],
      wideRows: new Map(),
      cell(row, column): Cell {
        const credential = credentials[row - firstRow];
        const value = credential === undefined ? null : (readers[column]?.(credential) ?? null);
        return typeof value === 'string' ? { kind: 'text', text: value } : { kind: 'blank' };
      },
    },
    assignment: {
      key: 'credential-id',
      columns: COLUMNS.map((id, column): ColumnChoice => ({
        column,
        target: id === 'credential-id' ? { kind: 'attribute', id } : { kind: 'skip' },
        dateFormat: null,
        blank: 'keep',
        write: 'always',
      })),
    },
  };
}
