import type { Assignment } from '../../assign/choice/assignment';
import { readRowKey, rowKeyOf } from '../../assign/read/row-key';
import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Table } from '../../sheet/table/table';
import type { Group } from '../group/group';
import { offeredKeys } from './offered-keys';

/** How many rows a key finds. */
export interface KeyReport {
  readonly key: AttributeId;
  /** The second half of it; null for most. */
  readonly alsoBy: AttributeId | null;
  /** Rows that match exactly one credential. */
  readonly matched: number;
  /** Rows that match more than one. */
  readonly several: number;
  readonly rows: number;
}

/**
 * For each key that the sheet offers, how many rows it finds among the credentials (docs/product.md
 * 2.3, "The key"). What tells all credentials apart is not known of a part of the group.
 */
export function reportKeys(
  table: Table,
  assignment: Assignment,
  attributes: readonly Attribute[],
  group: Group,
): readonly KeyReport[] {
  return offeredKeys(assignment, attributes, group.isWhole ? group : null).flatMap(
    (parts): readonly KeyReport[] => {
      const [key, alsoBy] = parts.map(({ id }) => id);
      if (key === undefined) return [];
      const { columns } = assignment;
      const by = rowKeyOf({ columns, key, ...(alsoBy !== undefined && { alsoBy }) }, attributes);
      if (by === null) return [];
      const { positions } = group.indexBy(parts);
      let matched = 0;
      let several = 0;
      for (const row of table.rows) {
        const text = readRowKey(table, row, by);
        const found = typeof text === 'string' ? positions.get(text) : undefined;
        if (typeof found === 'number') matched += 1;
        else if (found !== undefined) several += 1;
      }
      return [{ key, alsoBy: alsoBy ?? null, matched, several, rows: table.rows.length }]; // of one column
    },
  );
}
