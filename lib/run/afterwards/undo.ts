import type { Assignment } from '../../assign/choice/assignment';
import type { Attribute, AttributeId } from '../../credential/attribute';
import { sameValue } from '../../credential/same-value';
import type { Value } from '../../credential/value';
import { valueOf } from '../../credential/value-of';
import type { Entry } from '../../journal/entry';
import { writtenByOthers, writtenFields } from '../../journal/written-fields';
import type { Table } from '../../sheet/table/table';
import { valuesTable, type PresentCredentials, type ValuesRow } from './values-table';

/** An undo as a sheet, which goes through the same review as any other (docs/product.md 2.6). */
export interface Undo {
  readonly table: Table;
  readonly assignment: Assignment;
  /** Counts the values that somebody edited since the run. They stay as they are. */
  readonly editedSince: number;
  /**
   * Counts the values that a sheet cannot restore: added evidence, and values that may not be
   * empty.
   */
  readonly cannot: number;
}

/**
 * Makes a table of the old values of a run's applied fields, with its assignment: a row for each
 * credential, a column for each attribute. A value that is no longer the one that the run wrote was
 * edited since, and is never overwritten. Nor is one that somebody else had written before our
 * first request. Null when nothing can be restored. `credentials`: the group's present ones, read
 * whole where an entry needs that.
 *
 * Examples, of a run that wrote grade B over A: now B -> row with A; now C -> edited since; now A
 * -> edited since.
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
    const others = writtenByOthers(state);
    for (const { attribute: attributeId, before, after } of writtenFields(change, state)) {
      const attribute = byId.get(attributeId);
      if (attribute === undefined || attributeId.startsWith('evidence-')) cannot += 1;
      else if (before === null && !attribute.clearable) cannot += 1;
      else if (credential === undefined || others.includes(attributeId)) editedSince += 1;
      else if (!sameValue(attribute, valueOf(credential, attributeId), after)) editedSince += 1;
      else old.set(attributeId, before);
    }
    if (credential !== undefined && old.size > 0) found.push({ row: change.row, credential, values: old });
  }
  const made = valuesTable(inOrder(found), attributes, name, credentials);
  if (made === null) return null;
  return { table: made.table, assignment: made.assignment, editedSince, cannot: cannot + made.left };
}

/**
 * Orders by the row numbers of the sheet that was sent, which the admin knows. Numbers again where
 * two are the same.
 */
function inOrder(rows: readonly ValuesRow[]): readonly ValuesRow[] {
  const isEachOnes = new Set(rows.map(({ row }) => row)).size === rows.length;
  return isEachOnes
    ? rows.toSorted((a, b) => a.row - b.row)
    : rows.map((one, index) => ({ ...one, row: index + 2 }));
}
