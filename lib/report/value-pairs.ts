import type { AttributeId } from '../credential/attribute';
import type { Value } from '../credential/value';
import type { Entry } from '../journal/entry';
import { writtenFields } from '../journal/written-fields';

/** How many changes took an attribute from one value to another. */
export interface ValuePair {
  readonly attribute: AttributeId;
  readonly before: Value;
  readonly after: Value;
  readonly count: number;
}

/** The pairs of an attribute that are listed; the rest is summed up. */
const MOST_PAIRS = 1_000;

/**
 * Counts what was written, from value to value: the most frequent pairs of an attribute first,
 * attributes in the order in which they are met. `rest`: for each attribute with more pairs than
 * are listed, how many changes the others have.
 *
 * Example: Grade Pass -> Merit in 12 changes, Grade none -> Pass in 3.
 */
export function valuePairs(entries: readonly Entry[]): {
  readonly pairs: readonly ValuePair[];
  readonly rest: ReadonlyMap<AttributeId, number>;
} {
  const counts = new Map<AttributeId, Map<string, ValuePair>>();
  for (const { change, state } of entries)
    for (const { attribute, before, after } of writtenFields(change, state)) {
      const ofAttribute = counts.get(attribute) ?? new Map<string, ValuePair>();
      counts.set(attribute, ofAttribute);
      const name = JSON.stringify([before, after]);
      const count = (ofAttribute.get(name)?.count ?? 0) + 1; // not met yet: none
      ofAttribute.set(name, { attribute, before, after, count });
    }
  const pairs: ValuePair[] = [];
  const rest = new Map<AttributeId, number>();
  for (const [attribute, ofAttribute] of counts) {
    const sorted = [...ofAttribute.values()].toSorted((a, b) => b.count - a.count);
    pairs.push(...sorted.slice(0, MOST_PAIRS));
    const others = sorted.slice(MOST_PAIRS).reduce((sum, { count }) => sum + count, 0);
    if (others > 0) rest.set(attribute, others);
  }
  return { pairs, rest };
}
