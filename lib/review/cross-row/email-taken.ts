import { addInt32, float64At, int32At } from '../../element-at';
import type { IdentityHolders } from '../identity/identity-holders';
import { UPDATE, type RowColumns } from '../single-row/row-columns';
import type { Marks } from './cross-row';

/**
 * The places of rows that would be sent with a new e-mail, as far as they are judged yet. `among`:
 * 1 at the numbers of the e-mails that are asked about. An excluded row wants nothing.
 */
export function wantersOf(
  { toEmail }: RowColumns,
  { status, isExcluded, isDuplicate }: Pick<Marks, 'status' | 'isExcluded' | 'isDuplicate'>,
  among: Uint8Array,
): readonly number[] {
  const places: number[] = [];
  for (let index = 0; index < toEmail.length; index += 1) {
    const email = int32At(toEmail, index);
    if (email === 0 || among[email] === 0) continue;
    if (status[index] === UPDATE && isDuplicate[index] === 0 && isExcluded[index] === 0) places.push(index);
  }
  return places;
}

/**
 * Finds new e-mails that another credential of the group has already, or that two rows want, and
 * calls `fail` for their rows. The platform refuses such an address by default ("has already been
 * taken"), and where it does not, the next sheet could not tell the two apart. An address that
 * another row gives up counts as taken as well: the order of two writes must not decide it.
 * `wanters`: rows with a new e-mail, and all that want the same ones.
 *
 * Credentials that share one address now are one person's, and may all change to one new address:
 * rows 2 and 3, both ada@x.org now, want ada@y.org -> allowed. Rows 2 (ada@x.org) and 3 (ben@x.org)
 * want ada@y.org -> errors.
 */
export function markEmailTaken(
  holders: IdentityHolders,
  { toEmail, position, emails }: RowColumns,
  wanters: readonly number[],
  fail: (index: number) => void,
): void {
  const counts = new Int32Array(emails.size);
  /**
   * The address that all wanters of an e-mail have now; 0 when they have none, or not the same one.
   */
  const common = new Float64Array(emails.size);
  for (const index of wanters) {
    const email = int32At(toEmail, index);
    const present = float64At(holders.hashes, int32At(position, index));
    common[email] = counts[email] === 0 || common[email] === present ? present : 0;
    addInt32(counts, email, 1);
  }
  for (const index of wanters) {
    const email = int32At(toEmail, index);
    const isContested = int32At(counts, email) > 1 && common[email] === 0;
    if (isContested || holders.credentialsWith(emails.hashOf(email)) > 0) fail(index);
  }
}
