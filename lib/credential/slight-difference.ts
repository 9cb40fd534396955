import type { Attribute } from './attribute';
import { comparableText } from './comparable-text';
import type { Value } from './value';

/**
 * A difference that is none by itself (same-value.ts) and that an admin may want to send all the same: only in spaces and
 * signs that nobody sees, or only in the case of an e-mail.
 */
export type Slight = 'spaces' | 'email-case';

/**
 * How two values differ that mean the same; null when they are the same to the letter, or differ in a way that is never
 * anything to send (composition, the spacing of a phone number, the way in which a day is written).
 */
export function slightDifference({ kind }: Attribute, before: Value, after: Value): Slight | null {
  if (kind !== 'name' && kind !== 'text' && kind !== 'email') return null;
  if (typeof before !== 'string' || typeof after !== 'string' || before === after) return null;
  if (before.normalize('NFC') === after.normalize('NFC')) return null;
  return kind !== 'email' || comparableText(before) === comparableText(after) ? 'spaces' : 'email-case';
}
