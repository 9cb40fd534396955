import type { Assignment } from '../../assign/choice/assignment';
import { readRowKey, rowKeyOf, type RowKey } from '../../assign/read/row-key';
import type { Attribute, AttributeId } from '../../credential/attribute';
import { isKeyAttribute } from '../../credential/attributes';
import type { Table } from '../../sheet/table/table';
import type { CredentialIndex } from '../group/credential-index';
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
  /**
   * Rows with a key that exactly one credential has in another spelling, and an example; null for
   * none, and for a key that is not the chosen one. They count as matched where the assignment says
   * so.
   */
  readonly otherSpelling: OtherSpelling | null;
}

export interface OtherSpelling {
  readonly rows: number;
  readonly text: string;
  readonly meant: string;
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
      const isChosen = key === assignment.key && alsoBy === undefined && assignment.alsoBy === undefined;
      const mayMean = isChosen && isKeyAttribute(key) && group.isWhole;
      const meantBy = (text: string) => (mayMean ? group.meantKey(by[0].attribute, text) : null);
      const counts = countRows(table, by, group.indexBy(parts), meantBy, assignment.anySpelling === true);
      return [{ key, alsoBy: alsoBy ?? null, rows: table.rows.length, ...counts }]; // of one column
    },
  );
}

function countRows(
  table: Table,
  by: RowKey,
  { positions }: CredentialIndex,
  meantBy: (text: string) => string | null,
  anySpelling: boolean,
): Pick<KeyReport, 'matched' | 'several' | 'otherSpelling'> {
  let matched = 0;
  let several = 0;
  let misspelt = 0;
  let example: { readonly text: string; readonly meant: string } | null = null;
  for (const row of table.rows) {
    const text = readRowKey(table, row, by);
    if (typeof text !== 'string') continue;
    let found = positions.get(text);
    const meant = found === undefined ? meantBy(text) : null;
    if (meant !== null) {
      misspelt += 1;
      example ??= { text, meant };
      if (anySpelling) found = positions.get(meant);
    }
    if (typeof found === 'number') matched += 1;
    else if (found !== undefined) several += 1;
  }
  return { matched, several, otherSpelling: example === null ? null : { ...example, rows: misspelt } };
}
