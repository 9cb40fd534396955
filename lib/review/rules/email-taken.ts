import type { Credential } from '../../credential/credential';
import { DenseIds } from '../dense-ids';
import { identityHolders } from '../identity-holders';
import type { Finding } from '../finding';
import { UPDATE, type RowColumns } from '../row-columns';
import { errorAt } from '../row-in-hand';
import type { Together } from '../together';

/**
 * Finds new e-mails that another credential of the group has already, or that two rows want, and calls `fail` for their
 * rows. The platform refuses such an address by default ("has already been taken"), and where it does not, the next
 * sheet could not tell the two apart. An address that another row gives up counts as taken all the same: the order of
 * two writes must not decide it.
 *
 * Allowed is what keeps together: credentials that share one address now (the group allows it, they are one person's)
 * may all move to one new address. A row that is left out wants nothing.
 */
export function markEmailTaken(
  credentials: readonly Credential[],
  rows: RowColumns,
  marks: Pick<Together, 'status' | 'isOut' | 'isAlike'>,
  fail: (index: number) => void,
): void {
  const wants = (index: number) => wantsEmail(rows, marks, index);
  let wanting = 0;
  const { length: size } = marks.status;
  for (let index = 0; index < size; index += 1) if (wants(index)) wanting += 1;
  if (wanting === 0) return;

  const holders = identityHolders(credentials, 'recipient-email');
  const wanted = new DenseIds(wanting);
  const wanters = new Int32Array(wanting);
  /** The address that all of the wanters have now; 0 when they have none, or not the same one. */
  const common = new Float64Array(wanting);
  for (let index = 0; index < size; index += 1) {
    if (!wants(index)) continue;
    const email = wanted.add(rows.toEmail[index] ?? 0);
    const present = holders.hashes[rows.position[index] ?? 0] ?? 0;
    common[email] = wanters[email] === 0 || common[email] === present ? present : 0;
    wanters[email] = (wanters[email] ?? 0) + 1;
  }
  for (let index = 0; index < size; index += 1) {
    if (!wants(index)) continue;
    const hash = rows.toEmail[index] ?? 0;
    const email = wanted.find(hash);
    const isContested = (wanters[email] ?? 0) > 1 && common[email] === 0;
    if (isContested || holders.credentialsWith(hash) > 0) fail(index);
  }
}

/** Whether a row would be sent with a new e-mail, as far as it is judged yet. */
function wantsEmail(
  rows: RowColumns,
  { status, isOut, isAlike }: Pick<Together, 'status' | 'isOut' | 'isAlike'>,
  index: number,
): boolean {
  return status[index] === UPDATE && rows.toEmail[index] !== 0 && isAlike[index] === 0 && isOut[index] === 0;
}

/** The error of a row: which credentials have the address, and which other rows want it. */
export const emailTaken = (
  row: number,
  text: string,
  taken: Required<Pick<Finding['facts'], 'credentials' | 'rows'>>,
): Finding => errorAt(row, 'email-taken', 'recipient-email', { text, ...taken });
