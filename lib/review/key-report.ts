import type { Assignment } from '../assign/assignment';
import type { KeyAttributeId } from '../credential/attribute';
import { KEY_ORDER } from '../credential/attributes';
import type { Credential } from '../credential/credential';
import type { Table } from '../sheet/table';
import { indexBy, readKey } from './match';

/** How many rows a key finds: those that match exactly one credential. */
export interface KeyReport {
  readonly key: KeyAttributeId;
  readonly matched: number;
  readonly rows: number;
}

/** For each key that is assigned, how many rows it finds among the credentials (product.md 2.3, "The key"). */
export function reportKeys(
  table: Table,
  assignment: Assignment,
  credentials: readonly Credential[],
): readonly KeyReport[] {
  return KEY_ORDER.flatMap((key): KeyReport[] => {
    const choice = assignment.columns.find(({ target }) => target.kind === 'attribute' && target.id === key);
    if (choice === undefined) return [];
    const index = indexBy(key, credentials);
    let matched = 0;
    for (const row of table.rows) {
      const text = readKey(table.cell(row, choice.column), key);
      if (typeof text === 'string' && typeof index.positions.get(text) === 'number') matched += 1;
    }
    return [{ key, matched, rows: table.rows.length }];
  });
}
