import type { AttributeId } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import { mayCost } from './may-cost';

/** Counts of changes, to be held against a promise. An attribute that is not there has none. */
export interface PromisedFacts {
  readonly changes: number;
  readonly creditsAtMost: number;
  /** Changes that move an expiry to an earlier day. */
  readonly earlierExpiries: number;
  readonly fields: readonly { readonly attribute: AttributeId; readonly count: number }[];
}

/** Counts all changes of a plan, or of a run as it was written down. */
export function countPromised(changes: readonly Change[]): PromisedFacts {
  return {
    changes: changes.length,
    creditsAtMost: changes.filter(mayCost).length,
    earlierExpiries: countEarlierExpiries(changes),
    fields: countFields(changes),
  };
}

/** The counts of two lists of changes together: a run is read in parts. */
export function sumOf(one: PromisedFacts, other: PromisedFacts): PromisedFacts {
  const counts = new Map(one.fields.map(({ attribute, count }) => [attribute, count]));
  for (const { attribute, count } of other.fields)
    counts.set(attribute, (counts.get(attribute) ?? 0) + count); // not there: none yet
  return {
    changes: one.changes + other.changes,
    creditsAtMost: one.creditsAtMost + other.creditsAtMost,
    earlierExpiries: one.earlierExpiries + other.earlierExpiries,
    fields: [...counts].map(([attribute, count]) => ({ attribute, count })),
  };
}

/** How many of the changes are about each attribute. */
export function countFields(changes: readonly Change[]): PromisedFacts['fields'] {
  const counts = new Map<AttributeId, number>();
  for (const { fields } of changes)
    for (const { attribute } of fields) counts.set(attribute, (counts.get(attribute) ?? 0) + 1); // 0: not yet
  return [...counts].map(([attribute, count]) => ({ attribute, count }));
}

/** How many changes move an expiry to an earlier day. One that is taken away does not. */
export function countEarlierExpiries(changes: readonly Change[]): number {
  return changes.filter(({ fields }) =>
    fields.some(
      ({ attribute, before, after }) =>
        attribute === 'expiry-date' &&
        after !== null &&
        // Without a day it never expires: any day is earlier.
        (before === null || String(after) < String(before)),
    ),
  ).length;
}
