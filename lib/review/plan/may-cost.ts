import type { Change } from '../../credential/change';

/**
 * Whether a change may cost a credit, by its values and not by what it says of itself: the expiry
 * moves to a later day, or away (docs/product.md 2.4, Credits).
 */
export function mayCost({ fields, credits, expiredOn }: Change): boolean {
  const expiry = fields.find(({ attribute }) => attribute === 'expiry-date');
  if (expiry === undefined) return credits > 0;
  const { before, after } = expiry;
  const present = typeof before === 'string' ? before : expiredOn;
  return credits > 0 || (present !== null && (after === null || String(after) > present));
}
