import type { Credential } from '../state/schema';
import type { Switches } from '../switches';

type Expiring = Pick<Credential, 'expired_on'>;

/**
 * Credits that a change takes: 1 when a credential that has expired gets an expiry date in the
 * future, and on a plan by year when an expiry leaves the billing year that it was in
 * (docs/platform.md, Credits). What nobody knows of it is a switch: see `expires-today` and
 * `billing-year`. `today` is YYYY-MM-DD.
 */
export function creditsFor(
  before: Expiring,
  after: Expiring,
  today: string,
  switches: Pick<Switches, 'expires-today' | 'billing-year'>,
): 0 | 1 {
  if (before.expired_on === after.expired_on || before.expired_on === null) return 0;
  const isOver =
    before.expired_on < today || (before.expired_on === today && switches['expires-today'] === 'expired');
  if (isOver) return after.expired_on !== null && after.expired_on > today ? 1 : 0;
  const ends = switches['billing-year'];
  if (ends === 'none') return 0;
  if (after.expired_on === null) return 1;
  return billingYear(after.expired_on, ends) > billingYear(before.expired_on, ends) ? 1 : 0;
}

/** The year in which a billing year ends, be it in December or in June. */
function billingYear(day: string, ends: 'december' | 'june'): number {
  const year = Number(day.slice(0, 4));
  return ends === 'june' && day.slice(5, 7) > '06' ? year + 1 : year;
}
