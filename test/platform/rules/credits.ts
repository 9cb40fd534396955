import type { Credential } from '../state/schema';

/**
 * Credits that a change takes: 1 when a credential that has expired gets an expiry date in the future
 * (platform.md, Rules of the product). `today` is YYYY-MM-DD.
 */
export function creditsFor(
  before: Pick<Credential, 'expired_on'>,
  after: Pick<Credential, 'expired_on'>,
  today: string,
): 0 | 1 {
  const hadExpired = before.expired_on !== null && before.expired_on < today;
  const isRenewed = after.expired_on !== null && after.expired_on > today;
  return hadExpired && isRenewed ? 1 : 0;
}
