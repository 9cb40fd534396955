import type { Change } from '../../credential/change';

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
  const bytes = new TextEncoder().encode(JSON.stringify(said));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
