import type { Change } from '../../credential/change';
import { sha256Of } from '../../secrets/sha256';

/**
 * The SHA-256 of a list of changes, in hexadecimal: which credential gets which value, in the order
 * of the sheet. Both persons can compare it, and the history has it.
 */
export async function listHash(changes: readonly Change[]): Promise<string> {
  const said = changes.map(({ credential, row, fields }) => [
    credential,
    row,
    fields.map(({ attribute, before, after }) => [attribute, before, after]),
  ]);
  return sha256Of(new TextEncoder().encode(JSON.stringify(said)));
}
