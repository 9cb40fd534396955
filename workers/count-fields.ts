import type { Change } from '../lib/credential/change';
import type { PlanFacts } from '../lib/rpc/contract/sheet-contract';

/** How many of the changes are about each attribute. */
export function countFields(changes: readonly Change[]): PlanFacts['fields'] {
  const counts = new Map<PlanFacts['fields'][number]['attribute'], number>();
  for (const { fields } of changes) {
    for (const { attribute } of fields) counts.set(attribute, (counts.get(attribute) ?? 0) + 1);
  }
  return [...counts].map(([attribute, count]) => ({ attribute, count }));
}
