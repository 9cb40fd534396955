import { editDistance } from './edit-distance';
import type { EmailChangeFacts } from '../terms/finding';
import { domainOf } from './trusted-domains';

/** Latin letters beside Cyrillic or Greek ones in one domain: made to look like another. */
const MIXED_SCRIPTS =
  /\p{Script=Latin}.*[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}].*\p{Script=Latin}/u;
/** A domain shorter than this is near to too many: ".co" is one letter from ".com". */
const SHORTEST = 6;

/**
 * How a new address differs from the present one. `look-alike`: its domain is one letter from a
 * trusted one without being one itself (gmial.com), or mixes scripts; `suggestion` is the address
 * that may be meant, or null. Else `domain` or, in the same domain, `local-part`. `trusted` domains
 * are in lower case, see trusted-domains.ts; they are asked for only where the domain changes.
 */
export function classOfEmailChange(
  before: string | null,
  after: string,
  trustedDomains: () => ReadonlySet<string>,
): EmailChangeFacts {
  const domain = domainOf(after);
  if (before !== null && domainOf(before) === domain) return { emailClass: 'local-part' };
  const trusted = trustedDomains();
  if (trusted.has(domain)) return { emailClass: 'domain' };
  const meant = domain.length < SHORTEST ? undefined : nearestOf(domain, trusted);
  if (meant !== undefined)
    return { emailClass: 'look-alike', suggestion: `${after.slice(0, after.lastIndexOf('@') + 1)}${meant}` };
  const isMixed = domain.split('.').some((label) => MIXED_SCRIPTS.test(label));
  return isMixed ? { emailClass: 'look-alike', suggestion: null } : { emailClass: 'domain' };
}

function nearestOf(domain: string, trusted: ReadonlySet<string>): string | undefined {
  for (const candidate of trusted)
    if (candidate.length >= SHORTEST && editDistance(domain, candidate, 1) === 1) return candidate;
  return undefined;
}
