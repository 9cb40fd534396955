import type { CustomAttributeKey } from '../credential/attribute';
import type { Entry } from './entry';

/**
 * The custom attributes of the account, and those that only the entries name: the run may be of
 * another account, or the account may have deleted an attribute since.
 */
export function customKeysOf(
  entries: readonly Entry[],
  known: readonly CustomAttributeKey[],
): readonly CustomAttributeKey[] {
  const names = new Set(known.map(({ name }) => name));
  const unknown = new Set<string>();
  for (const { change } of entries) {
    for (const { attribute } of change.fields) {
      const name = attribute.startsWith('custom:') ? attribute.slice('custom:'.length) : null;
      if (name !== null && !names.has(name)) unknown.add(name);
    }
  }
  return [...known, ...[...unknown].map((name) => ({ name, kind: 'text' as const }))];
}
