import { readRowKey } from '../../assign/read/row-key';
import { isKeyAttribute } from '../../credential/attributes';
import type { CredentialId } from '../../credential/ids';
import { int32At, itemAt } from '../../element-at';
import type { Review } from '../cross-row/review';

/**
 * Distinct key texts that match nothing in the group, in the order of the sheet: to be looked for
 * in other groups. None when the key is no id and no e-mail: such a key identifies credentials in
 * this group only.
 */
export function unmatchedKeys({ frame, rows }: Review): readonly string[] {
  const { input, columns, index } = frame;
  const [first, second] = columns.key;
  if (second !== undefined || !isKeyAttribute(first.attribute.id)) return [];
  const keys = new Set<string>();
  rows.position.forEach((position, place) => {
    if (position >= 0) return;
    const text = readRowKey(input.table, itemAt(input.table.rows, place), columns.key);
    if (typeof text === 'string' && !index.positions.has(text)) keys.add(text);
  });
  return [...keys];
}

/** Matched credentials with a cell that can only be compared once they were read whole. */
export function credentialsWithoutDetail({ frame, rows }: Review): readonly CredentialId[] {
  const missing = new Set<CredentialId>();
  const { needsDetail } = rows;
  for (let place = needsDetail.indexOf(1); place >= 0; place = needsDetail.indexOf(1, place + 1)) {
    const credential = frame.input.group.all[int32At(rows.position, place)];
    if (credential !== undefined) missing.add(credential.id);
  }
  return [...missing];
}
