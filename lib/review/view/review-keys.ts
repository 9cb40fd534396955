import { mayBeKey, valuesOfKey } from '../../assign/read/key-shape';
import { readRowKey } from '../../assign/read/row-key';
import { isKeyAttribute } from '../../credential/attributes';
import type { CredentialId } from '../../credential/ids';
import { int32At, itemAt } from '../../element-at';
import type { Review } from '../cross-row/review';

/**
 * Distinct key texts that match nothing in the group, in the order of the sheet: to be looked for
 * in other groups. None when the key is no id and no e-mail: such a key identifies credentials in
 * this group only. None either when the column does not look like that key and finds less than half
 * of the rows: it was chosen by mistake, and its values do not leave the computer.
 */
export function unmatchedKeys({ frame, rows }: Review): readonly string[] {
  const { input, columns, index } = frame;
  const [first, second] = columns.key;
  const { id } = first.attribute;
  if (second !== undefined || !isKeyAttribute(id)) return [];
  const all = new Set<string>();
  const unmatched = new Set<string>();
  let matched = 0;
  rows.position.forEach((position, place) => {
    if (position >= 0) matched += 1;
    const text = readRowKey(input.table, itemAt(input.table.rows, place), columns.key);
    if (typeof text !== 'string') return;
    all.add(text);
    if (position < 0 && !index.positions.has(text)) unmatched.add(text);
  });
  if (unmatched.size === 0) return [];
  const isKey = 2 * matched >= rows.position.length || valuesOfKey(id, [...all]) !== null;
  return isKey ? [...unmatched].filter((text) => mayBeKey(id, text)) : [];
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
