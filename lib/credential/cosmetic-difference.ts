import type { Attribute } from './attribute';
import { comparableText } from './comparable-text';
import type { Value } from './value';

/**
 * A difference between values that mean the same (same-value.ts), which an admin may want to send
 * all the same: spaces and invisible signs ("Ada King " → "Ada King"), or the case of an e-mail
 * ("Ada@x.org" → "ada@x.org").
 */
export type CosmeticDifference = 'spaces' | 'email-case';

/**
 * How two values that mean the same differ. Null when they are identical, or differ in a way that
 * is never sent: Unicode composition, the spacing of a phone number, the way in which a day is
 * written.
 */
export function cosmeticDifference(
  { kind, id }: Attribute,
  before: Value,
  after: Value,
): CosmeticDifference | null {
  if (kind !== 'name' && kind !== 'text' && kind !== 'email') return null;
  // Tags and spaces of HTML are no difference that anybody sees.
  if (id === 'description') return null;
  if (typeof before !== 'string' || typeof after !== 'string' || before === after) return null;
  if (before.normalize('NFC') === after.normalize('NFC')) return null;
  return kind !== 'email' || comparableText(before) === comparableText(after) ? 'spaces' : 'email-case';
}
