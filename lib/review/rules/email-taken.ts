import type { Credential } from '../../credential/credential';
import type { CredentialId } from '../../credential/ids';
import type { Finding } from '../finding';
import type { JudgedRow } from '../review';
import { errorAt, NAMED_AT_MOST } from '../row-in-hand';

/**
 * New e-mails that another credential of the group has already, or that two rows want. The platform refuses such an
 * address by default ("has already been taken"), and where it does not, the next sheet could not tell the two apart.
 * An address that another row gives up counts as taken all the same: the order of two writes must not decide it.
 *
 * Allowed is what keeps together: credentials that share one address now (the group allows it, they are one person's)
 * may all move to one new address.
 */
export function emailTaken(
  rows: readonly JudgedRow[],
  credentials: readonly Credential[],
): readonly Finding[] {
  const wanting = new Map<string, JudgedRow[]>();
  for (const row of rows) {
    const email = newEmailOf(row);
    if (email === null) continue;
    const same = wanting.get(email);
    if (same) same.push(row);
    else wanting.set(email, [row]);
  }
  if (wanting.size === 0) return [];

  const owners = new Map<string, CredentialId[]>();
  const presentEmail = new Map<CredentialId, string | null>();
  for (const { id, recipientEmail } of credentials) {
    const email = recipientEmail === null ? null : comparableEmail(recipientEmail);
    presentEmail.set(id, email);
    if (email === null || !wanting.has(email)) continue;
    const same = owners.get(email);
    if (same) same.push(id);
    else owners.set(email, [id]);
  }

  return [...wanting].flatMap(([email, wanters]) => {
    const taken = owners.get(email) ?? []; // most new addresses belong to nobody
    const moving = new Set(wanters.map(({ credential }) => credential));
    const from = new Set(
      wanters.map(({ credential }) => credential && (presentEmail.get(credential) ?? null)),
    );
    const isOnePerson = from.size === 1 && !from.has(null);
    if (taken.length === 0 && (moving.size < 2 || isOnePerson)) return [];
    const text = wanters[0]?.change?.fields.find(({ attribute }) => attribute === 'recipient-email')?.after;
    return wanters.map(({ row }) =>
      errorAt(row, 'email-taken', 'recipient-email', {
        text: typeof text === 'string' ? text : email,
        credentials: taken.slice(0, NAMED_AT_MOST),
        rows: wanters
          .map((other) => other.row)
          .filter((other) => other !== row)
          .slice(0, NAMED_AT_MOST),
      }),
    );
  });
}

function newEmailOf(row: JudgedRow): string | null {
  const field = row.change?.fields.find(({ attribute }) => attribute === 'recipient-email');
  return typeof field?.after === 'string' ? comparableEmail(field.after) : null;
}

function comparableEmail(email: string): string {
  return email.trim().toLowerCase();
}
