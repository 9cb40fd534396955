import { lookUpText } from '../../assign/read/key-text';
import { readRowKey, type KeyPart, type RowKey } from '../../assign/read/row-key';
import type { Table } from '../../sheet/table/table';
import type { Group } from '../group/group';

/**
 * The e-mails that rows would give to a credential which has another one now, each once, as they
 * are looked up. Whether somebody has one of these already must be known; of all others nothing is
 * asked. The credentials that the key finds have to be in the group by then.
 */
export function changedEmails(table: Table, key: RowKey, email: KeyPart, group: Group): ReadonlySet<string> {
  const { positions } = group.indexBy(key.map(({ attribute }) => attribute));
  const changed = new Set<string>();
  for (const row of table.rows) {
    const text = readRowKey(table, row, [email]);
    if (typeof text !== 'string' || changed.has(text)) continue;
    const of = readRowKey(table, row, key);
    const found = typeof of === 'string' ? positions.get(of) : undefined;
    if (found === undefined) continue;
    const has = (position: number) => {
      const now = group.all[position]?.recipientEmail ?? ''; // it has none
      return lookUpText(now, 'recipient-email') === text;
    };
    if (!(typeof found === 'number' ? has(found) : found.every(has))) changed.add(text);
  }
  return changed;
}
