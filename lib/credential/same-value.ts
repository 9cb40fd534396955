import { assertNever } from '../assert-never';
import type { Attribute } from './attribute';
import { comparableText } from './comparable-text';
import { dayOfTimestamp } from './day';
import { htmlText } from './html-text';
import { phoneDigits } from './phone-digits';
import type { Value } from './value';

/**
 * Whether two values of an attribute mean the same, so that writing one over the other would change
 * nothing. The one rule for "is this a change": the review, the check before writing and the
 * read-back after it all ask here.
 *
 * Null and "" are both none. Composition (NFC), surrounding spaces, no-break spaces and line ends
 * are no change, nor is the case of an e-mail or a UUID, a timestamp instead of its day, or the
 * spacing of a phone number with its bracketed zero. "5" and "5.0" differ: no attribute of the
 * platform is a number, a grade is text.
 */
export function sameValue(attribute: Attribute, a: Value, b: Value): boolean {
  return a === b || comparable(attribute, a) === comparable(attribute, b);
}

/** A text in its comparable form; a flag or null as it is. */
function comparable(attribute: Attribute, value: Value): Value {
  return typeof value === 'string' ? comparableValue(attribute, value) : value;
}

/** The text in the form in which equal ones are identical; null when nothing but space is left. */
export function comparableValue(attribute: Attribute, value: string): string | null {
  const text = comparableText(value);
  if (text === '') return null;
  switch (attribute.kind) {
    case 'email':
      return text.toLowerCase();
    case 'id':
      return attribute.id === 'uuid' ? text.toLowerCase() : text;
    case 'day':
      // A custom date may hold any text on the platform; what is not a day is compared as it is.
      return dayOfTimestamp(text) ?? text;
    case 'phone':
      return comparablePhone(text);
    case 'text':
      // HTML on the platform (docs/platform.md): its text counts, not its tags.
      return attribute.id === 'description' ? htmlText(text) || null : text;
    case 'name':
    case 'flag':
    case 'url':
    case 'image':
      return text;
    default:
      return assertNever(attribute.kind);
  }
}

/** A phone number in its digits. A text with other signs stays as it is: "020 7946 ext 5". */
function comparablePhone(text: string): string {
  const digits = phoneDigits(text);
  return /^\+?\d+$/.test(digits) ? digits : text;
}
