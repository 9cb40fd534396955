import type { Assignment } from '../../assign/choice/assignment';
import { readRowKey, rowKeyOf } from '../../assign/read/row-key';
import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import type { Table } from '../../sheet/table/table';
import { indexBy } from './match';
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
 * For each key that the sheet offers, how many rows it finds among the credentials (docs/product.md 2.3, "The key").
 * `isWhole`: whether they are all of the group; what tells all of them apart is not known of a part.
 */
export function reportKeys(
  table: Table,
  assignment: Assignment,
  attributes: readonly Attribute[],
  credentials: readonly Credential[],
  isWhole = true,
): readonly KeyReport[] {
  return offeredKeys(assignment, attributes, isWhole ? credentials : []).flatMap(
    (parts): readonly KeyReport[] => {
      const [key, alsoBy] = parts.map(({ id }) => id);
      if (key === undefined) return [];
      const { columns } = assignment;
      const by = rowKeyOf({ columns, key, ...(alsoBy !== undefined && { alsoBy }) }, attributes);
      if (by === null) return [];
      const { positions } = indexBy(parts, credentials);
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
