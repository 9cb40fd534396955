import type { Finding } from '../terms/finding';
import type { IdentityHolders } from '../identity/identity-holders';
import { UPDATE, type RowColumns } from '../single-row/row-columns';
import { errorAt } from '../terms/matched-row';
import type { Marks } from './cross-row';

/**
 * The places of rows that would be sent with a new e-mail, as far as they are judged yet. `among`: 1 at the numbers of
 * the e-mails that are asked about, null for all. A row that is left out wants nothing.
 */
export function wantersOf(
  { toEmail }: RowColumns,
  { status, isExcluded, isDuplicate }: Pick<Marks, 'status' | 'isExcluded' | 'isDuplicate'>,
  among: Uint8Array | null,
): readonly number[] {
  const places: number[] = [];
  for (let index = 0; index < toEmail.length; index += 1) {
    const email = toEmail[index] ?? 0;
    if (email === 0 || (among !== null && among[email] === 0)) continue;
    if (status[index] === UPDATE && isDuplicate[index] === 0 && isExcluded[index] === 0) places.push(index);
  }
  return places;
}

/**
 * Finds new e-mails that another credential of the group has already, or that two rows want, and calls `fail` for their
 * rows. The platform refuses such an address by default ("has already been taken"), and where it does not, the next
 * sheet could not tell the two apart. An address that another row gives up counts as taken all the same: the order of
 * two writes must not decide it.
 *
 * Allowed is what keeps together: credentials that share one address now (the group allows it, they are one person's)
 * may all move to one new address. `wanters`: rows with a new e-mail, and all that want the same ones.
 */
export function markEmailTaken(
  holders: IdentityHolders,
  { toEmail, position, emails }: RowColumns,
  wanters: readonly number[],
  fail: (index: number) => void,
): void {
  const counts = new Int32Array(emails.size);
  /** The address that all of the wanters have now; 0 when they have none, or not the same one. */
  const common = new Float64Array(emails.size);
  for (const index of wanters) {
    const email = toEmail[index] ?? 0;
    const present = holders.hashes[position[index] ?? 0] ?? 0;
    common[email] = counts[email] === 0 || common[email] === present ? present : 0;
    counts[email] = (counts[email] ?? 0) + 1;
  }
  for (const index of wanters) {
    const email = toEmail[index] ?? 0;
    const isContested = (counts[email] ?? 0) > 1 && common[email] === 0;
    if (isContested || holders.credentialsWith(emails.hashOf(email)) > 0) fail(index);
  }
}

/** The error of a row: which credentials have the address, and which other rows want it. */
export const emailTaken = (
  row: number,
  text: string,
  taken: Required<Pick<Finding['facts'], 'credentials' | 'rows'>>,
): Finding => errorAt(row, 'email-taken', 'recipient-email', { text, ...taken });
