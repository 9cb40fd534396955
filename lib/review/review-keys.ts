import type { CredentialId } from '../credential/ids';
import { readKey } from './match';
import type { Review } from './review';

/** Distinct key texts that match nothing in the group, in the order of the sheet: to be looked for elsewhere. */
export function unmatchedKeys({ frame, rows }: Review): readonly string[] {
  const { input, columns, index } = frame;
  const keys = new Set<string>();
  rows.position.forEach((position, place) => {
    if (position >= 0) return;
    const text = readKey(input.table.cell(input.table.rows[place] ?? 0, columns.keyColumn), columns.key);
    if (typeof text === 'string' && !index.positions.has(text)) keys.add(text);
  });
  return [...keys];
}

/** Matched credentials with a cell that can only be compared once they were read whole. */
export function credentialsWithoutDetail({ frame, rows }: Review): readonly CredentialId[] {
  const missing = new Set<CredentialId>();
  const { needsDetail } = rows;
  for (let place = needsDetail.indexOf(1); place >= 0; place = needsDetail.indexOf(1, place + 1)) {
    const credential = frame.input.credentials[rows.position[place] ?? -1];
    if (credential !== undefined) missing.add(credential.id);
  }
  return [...missing];
}
