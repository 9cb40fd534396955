import type { Credential } from '../../credential/credential';

/** Mail providers whose names are typed wrong most often, and the real ones that look like them. */
const WELL_KNOWN = [
  'gmail.com',
  'googlemail.com',
  'ymail.com',
  'email.com',
  'mail.com',
  'mail.ru',
  'yahoo.com',
  'yahoo.co.uk',
  'yahoo.co.in',
  'yahoo.de',
  'yahoo.es',
  'yahoo.fr',
  'yahoo.it',
  'yahoo.ca',
  'hotmail.com',
  'hotmail.co.uk',
  'hotmail.de',
  'hotmail.es',
  'hotmail.fr',
  'hotmail.it',
  'outlook.com',
  'outlook.de',
  'outlook.es',
  'outlook.fr',
  'live.com',
  'msn.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'protonmail.com',
  'proton.me',
  'gmx.de',
  'gmx.net',
  'gmx.at',
  'gmx.ch',
  'gmx.com',
  'web.de',
  't-online.de',
  'orange.fr',
  'free.fr',
  'laposte.net',
  'comcast.net',
  'verizon.net',
  'zoho.com',
  'qq.com',
  '163.com',
  '126.com',
];

/** A domain that so many credentials of the group have is no typing error. */
const SEVERAL = 3;

/**
 * The mail domains that are right without doubt: the well-known ones, and those that several of the
 * credentials have.
 */
export function trustedDomainsOf(credentials: readonly Credential[]): ReadonlySet<string> {
  // Counted as they are written first: bringing each of 100,000 addresses to lower case takes
  // longer than counting them.
  const written = new Map<string, number>();
  for (const { recipientEmail } of credentials) {
    if (recipientEmail === null) continue;
    const domain = recipientEmail.slice(recipientEmail.lastIndexOf('@') + 1);
    written.set(domain, (written.get(domain) ?? 0) + 1);
  }
  const counts = new Map<string, number>();
  for (const [text, count] of written) {
    const domain = domainOf(text);
    counts.set(domain, (counts.get(domain) ?? 0) + count);
  }
  const common = [...counts].filter(([, count]) => count >= SEVERAL).map(([domain]) => domain);
  return new Set([...WELL_KNOWN, ...common]);
}

/** The part of an address behind the @, in lower case. */
export function domainOf(email: string): string {
  return email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
}
