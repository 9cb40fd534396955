import type { Assignment } from '../../assign/choice/assignment';
import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import type { CredentialId } from '../../credential/ids';
import { evidencePartOf } from '../../credential/evidence-attribute';
import type { Value } from '../../credential/value';
import { valueOf } from '../../credential/value-of';
import type { Cell } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import { tableColumns } from '../../sheet/table/table-columns';

/**
 * One row of a table that is made from values: a credential as it is now, and its wanted values.
 */
export interface ValuesRow {
  /**
   * The row's number: the one of the run's sheet where possible, whose header may be in any row.
   */
  readonly row: number;
  readonly credential: Credential;
  readonly values: ReadonlyMap<AttributeId, Value>;
}

export interface ValuesTable {
  readonly table: Table;
  readonly assignment: Assignment;
  /**
   * Counts the values that are not in it: their row's present value in another row's column is not
   * known.
   */
  readonly left: number;
}

/**
 * The credentials of the group as they are known at each moment: the group may be read again
 * meanwhile.
 */
export type PresentCredentials = Pick<ReadonlyMap<CredentialId, Credential>, 'get'>;

/**
 * Makes a sheet of values that can be reviewed like any other: a row for each credential, a column
 * for each attribute, matched by the credential's id. Its values are taken sign by sign, because
 * the platform had them so, or they were confirmed so. `rows` in the order of their numbers. Null
 * when nothing is left to write.
 */
export function valuesTable(
  rows: readonly ValuesRow[],
  attributes: readonly Attribute[],
  name: string,
  present: PresentCredentials,
): ValuesTable | null {
  const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const used = new Set<AttributeId>(rows.flatMap(({ values }) => [...values.keys()]));
  const isKnown = ({ detail }: Credential, id: AttributeId) =>
    detail !== null || byId.get(id)?.needsDetail !== true;
  // A cell that is not to be changed has the present value. Where that is not known, a blank cell
  // would clear it.
  const isWhole = ({ credential, values }: ValuesRow) =>
    [...used].every((id) => values.has(id) || isKnown(credential, id));
  const whole = rows.filter(isWhole);
  const left = rows.reduce((sum, row) => sum + (isWhole(row) ? 0 : row.values.size), 0);
  if (whole.length === 0) return null;
  const byRow = new Map(whole.map((row) => [row.row, row]));
  const columns: readonly AttributeId[] = ['credential-id', ...used];
  const label = (id: AttributeId) => byId.get(id)?.label ?? id; // an attribute that the account no longer lists
  return {
    table: {
      sheetName: name,
      headerRow: 1,
      headerReason: 'first-row',
      columns: tableColumns(columns.map(label), () => true),
      rows: whole.map(({ row }) => row),
      excluded: [],
      notes: [],
      wideRows: new Map(),
      cell(row, column): Cell {
        const found = byRow.get(row);
        const id = columns[column];
        if (found === undefined || id === undefined) return { kind: 'blank' };
        const { credential, values } = found;
        if (id === 'credential-id') return { kind: 'text', text: credential.id };
        const value = values.get(id);
        if (value !== undefined) return cellOf(value);
        // A blank cell removes no evidence. Any other attribute keeps its present value.
        if (evidencePartOf(id) !== null) return { kind: 'blank' };
        const now = present.get(credential.id) ?? credential; // missing while the group is being read
        return cellOf(valueOf(isKnown(now, id) ? now : credential, id));
      },
    },
    assignment: {
      key: 'credential-id',
      columns: columns.map((id, column) => ({
        column,
        target: { kind: 'attribute', id },
        dateFormat: 'year-month-day',
        // A blank cell clears the value.
        blank: byId.get(id)?.clearable === true ? 'clear' : 'keep',
        write: 'always',
      })),
    },
    left,
  };
}

function cellOf(value: Value): Cell {
  if (value === null) return { kind: 'blank' };
  if (typeof value === 'boolean') return { kind: 'flag', text: String(value), value };
  return { kind: 'text', text: value, exact: true };
}
