import type { Credential } from '../../../lib/credential/credential';
import { valueOf } from '../../../lib/credential/value-of';
import type { ReviewInput } from '../../../lib/review/group/review-input';
import { textOf } from '../../../lib/sheet/cells/sheet';

/**
 * The review as anybody would write it first, to be compared with: an object for each row, a map by
 * id, a list of changed texts. It reads no date, knows no rule and finds no alarm. Gives the number
 * of changes.
 */
export function naiveJoin({ table, assignment, group }: ReviewInput): number {
  const columns = assignment.columns.flatMap(({ column, target }) =>
    target.kind === 'attribute' ? [{ column, id: target.id }] : [],
  );
  const rows = table.rows.map((row) =>
    Object.fromEntries(columns.map(({ column, id }) => [id, textOf(table.cell(row, column))])),
  );
  const byId = new Map<string, Credential>(group.all.map((credential) => [credential.id, credential]));
  const changes = rows.flatMap((row, index) => {
    const credential = byId.get(row['credential-id'] ?? '');
    if (credential === undefined) return [];
    return columns.flatMap(({ id }) => {
      const before = String(valueOf(credential, id) ?? '');
      const after = row[id] ?? '';
      return after === '' || after === before ? [] : [{ row: index, attribute: id, before, after }];
    });
  });
  return changes.length;
}
