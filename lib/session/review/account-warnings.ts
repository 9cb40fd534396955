import type { AttributeId } from '../../credential/attribute';
import { evidencePartOf } from '../../credential/evidence-attribute';
import { clearFactOf, type AccountFacts } from '../../platform/account-facts';
import type { ReviewSummary } from '../../review/cross-row/review';
import { isSeenInPublic } from '../../run/public-check/public-sight';

/** A warning before a run, of a thing that an earlier run of the account has met at a moment. */
export type AccountWarning = { readonly at: number } & (
  | { readonly kind: 'ignored' | 'not-cleared' | 'custom-not-cleared'; readonly attribute: AttributeId }
  | {
      readonly kind:
        'custom-replaced' | 'surplus-stays' | 'search-far-behind' | 'public-later' | 'public-stays-old';
    }
);

/**
 * What an earlier run has found out about the account, as far as it concerns these changes
 * (docs/product.md 2.5). Facts that ask nothing of the admin give no warning: a thing that is
 * taken, a way of clearing that is found by trying both, own ids (they are in the estimate of the
 * time), a search that is a few seconds behind.
 *
 * Examples: grade ignored, grades change -> ignored. The same, only the name changes -> nothing.
 * Custom attributes replaced, one of them changes -> custom-replaced.
 */
export function accountWarnings(
  facts: AccountFacts,
  attributes: ReviewSummary['attributes'],
): readonly AccountWarning[] {
  const changing = attributes.filter(({ changed }) => changed > 0);
  if (changing.length === 0) return [];
  const hasAny = (is: (id: AttributeId) => boolean) => changing.some(({ attribute }) => is(attribute));
  const warnings: AccountWarning[] = changing.flatMap((one) => warningsOfOne(one, facts));
  const { custom, surplus, search, public: seen } = facts;
  if (custom?.is === 'replaced' && hasAny((id) => id.startsWith('custom:')))
    warnings.push({ kind: 'custom-replaced', at: custom.at });
  if (surplus?.is === 'stays' && hasAny((id) => evidencePartOf(id)?.part === 'url'))
    warnings.push({ kind: 'surplus-stays', at: surplus.at });
  if (search?.is === 'far-behind') warnings.push({ kind: 'search-far-behind', at: search.at });
  if (seen !== undefined && seen.is !== 'at-once' && hasAny(isSeenInPublic))
    warnings.push({ kind: `public-${seen.is}`, at: seen.at });
  return warnings;
}

function warningsOfOne(
  { attribute, changed, cleared }: ReviewSummary['attributes'][number],
  facts: AccountFacts,
): AccountWarning[] {
  const clear = clearFactOf(attribute);
  const clearing = clear === null ? undefined : facts[clear];
  const written = attribute === 'grade' || attribute === 'private' ? facts[attribute] : undefined;
  const warnings: AccountWarning[] = [];
  // Where every value is cleared, what is known about clearing says more.
  if (written?.is === 'ignored' && (changed > cleared || clearing === undefined))
    warnings.push({ kind: 'ignored', attribute, at: written.at });
  if (clearing?.is === 'ignored' && cleared > 0)
    warnings.push({
      kind: clear === 'clear-custom' ? 'custom-not-cleared' : 'not-cleared',
      attribute,
      at: clearing.at,
    });
  return warnings;
}
