import type { Assignment } from '../../assign/choice/assignment';
import type { Attribute, AttributeId } from '../../credential/attribute';
import { sameValue } from '../../credential/same-value';
import type { Value } from '../../credential/value';
import { valueOf } from '../../credential/value-of';
import { assertNever } from '../../assert-never';
import type { Change, FieldChange } from '../../credential/change';
import type { Entry, EntryState } from '../../journal/entry';
import type { Table } from '../../sheet/table/table';
import { valuesTable, type PresentCredentials, type ValuesRow } from './values-table';

/** An undo as a sheet: it goes through the same review as any other (docs/product.md 2.6). */
export interface Undo {
  readonly table: Table;
  readonly assignment: Assignment;
  /** Values that somebody edited since the run; they are left as they are. */
  readonly editedSince: number;
  /** Values that cannot be taken back by a sheet: added evidence, and what may not be empty. */
  readonly cannot: number;
}

/**
 * The old values of a run's applied fields, as a table with its assignment: one row a credential, one column an
 * attribute. A value that is no longer what the run wrote was edited since and is never gone over. Null when nothing can
 * be taken back. `credentials` are the group's present ones, read whole where an entry needs that.
 */
export function undoOf(
  entries: readonly Entry[],
  credentials: PresentCredentials,
  attributes: readonly Attribute[],
  name: string,
): Undo | null {
  const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const found: ValuesRow[] = [];
  let editedSince = 0;
  let cannot = 0;
  for (const { credential: id, change, state } of entries) {
    const credential = credentials.get(id);
    const old = new Map<AttributeId, Value>();
    for (const { attribute: attributeId, before, after } of writtenFields(change, state)) {
      const attribute = byId.get(attributeId);
      if (attribute === undefined || attributeId.startsWith('evidence-')) cannot += 1;
      else if (before === null && !attribute.clearable) cannot += 1;
      else if (credential === undefined || !sameValue(attribute, valueOf(credential, attributeId), after))
        editedSince += 1;
      // Spaces and letter case that are no change by themselves do not come back through a sheet.
      else if (sameValue(attribute, before, after)) cannot += 1;
      else old.set(attributeId, before);
    }
    if (credential !== undefined && old.size > 0) found.push({ row: change.row, credential, values: old });
  }
  const made = valuesTable(inOrder(found), attributes, name, credentials);
  if (made === null) return null;
  return { table: made.table, assignment: made.assignment, editedSince, cannot: cannot + made.left };
}

/** By the rows of the sheet that was sent, which the admin knows. Numbered anew where two are called alike. */
function inOrder(rows: readonly ValuesRow[]): readonly ValuesRow[] {
  const isEachOnes = new Set(rows.map(({ row }) => row)).size === rows.length;
  return isEachOnes
    ? rows.toSorted((a, b) => a.row - b.row)
    : rows.map((one, index) => ({ ...one, row: index + 2 }));
}

/** The fields of an entry that were written, as far as that was read back. */
export function writtenFields(change: Change, state: EntryState): readonly FieldChange[] {
  switch (state.kind) {
    case 'applied':
      return change.fields;
    case 'not-applied':
      return change.fields.filter(({ attribute }) => !state.fields.includes(attribute));
    case 'conflict':
      return change.fields.filter(({ attribute }) => state.written?.includes(attribute) === true); // missing: none
    case 'planned':
    case 'sent':
    case 'in-doubt':
    case 'rejected':
    case 'cancelled':
    case 'not-known':
      return [];
    default:
      return assertNever(state);
  }
}
