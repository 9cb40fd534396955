import type { KeyAttributeId } from '../../credential/attribute';
import { isEmailKey } from '../../credential/attributes';

/** Longest id or address. A longer text is nobody's key and is not looked up. */
export const LONGEST_KEY = 320;
/** Least share of values that are surely ids, for a column to hold ids (docs/product.md 2.3). */
const MOST = 0.8;

const EMAIL = /^[^\s@]+@[^\s@]+$/;
/** An id has no space and no @. */
const ID = /^[^\s@]+$/;
/** A digit tells an id from a word, a name or a grade. */
const WITH_DIGIT = /\d/;
const DAY = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/;

/**
 * The values of a column that may leave the computer to be looked up by a key; null when the column
 * does not look like that key, as where it was chosen by mistake: then none may. Linear in the
 * values.
 *
 * E-mails are judged one by one. An id may be any text of an account's own ("A-7", "jdoe"), so the
 * column is judged: at least 80 % of its values have a digit and are no day. Of such a column each
 * value without spaces may be asked for.
 *
 * Examples: e-mails ["ada@x.org", "Ada King"] -> ["ada@x.org"]. Ids ["101", "102"] -> both. Ids
 * ["Ada", "Bob"] -> null. Ids ["31.01.2027", "01.02.2027"] -> null.
 */
export function valuesOfKey(key: KeyAttributeId, values: readonly string[]): readonly string[] | null {
  const ids = values.filter((value) => mayBeKey(key, value));
  if (isEmailKey(key)) return ids;
  const sure = ids.filter((value) => WITH_DIGIT.test(value) && !DAY.test(value));
  return sure.length >= values.length * MOST ? ids : null;
}

/**
 * Whether one value of a key column may be a key: an address, or an id without spaces. "jdoe" may
 * be an id, and "Jane Doe" is none.
 */
export function mayBeKey(key: KeyAttributeId, value: string): boolean {
  return value.length <= LONGEST_KEY && (isEmailKey(key) ? EMAIL : ID).test(value);
}
