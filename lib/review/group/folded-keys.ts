import { keyTexts } from '../../assign/read/row-key';
import type { Attribute } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';

/**
 * An address in what mail programs put around it: "mailto:ada@example.org", "Ada King
 * <ada@example.org>".
 */
const AROUND_ADDRESS = /^(?:mailto:|[^<>]*<)([^<>\s@]+@[^<>\s@]+)>?$/u;

/**
 * A key without what programs and people change of it: case, width, spaces, any dash, a guard
 * apostrophe, ".0" behind a whole number, zeros in front, and the letter O for a zero. It only
 * finds what may be meant: two different keys may have one form.
 *
 * Examples: "00123", "'123", "123.0" -> "123". "AB–0001", "ab 0001" -> "ab0001".
 */
export function foldedKey(text: string): string {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/^['’‘`]+/u, '')
    .toLowerCase();
  const address = AROUND_ADDRESS.exec(bare)?.[1] ?? bare;
  if (address.includes('@')) return address.replace(/\s+/gu, '');
  return bare
    .replace(/^(\d+)[.,]0+$/u, '$1')
    .replace(/[\s\p{Pd}\u2212]+/gu, '')
    .replace(/o/gu, '0')
    .replace(/^0+(?=.)/u, '');
}

/**
 * Gives the one key of the group that is written otherwise than a text; null for none, and where
 * two would fit.
 */
export type MeantKey = (text: string) => string | null;

/** Indexes the keys of the credentials by their folded form. */
export function foldedKeysOf(attribute: Attribute, credentials: readonly Credential[]): MeantKey {
  const keys = new Map<string, string | null>();
  for (const credential of credentials)
    for (const text of keyTexts(credential, [attribute])) {
      const folded = foldedKey(text);
      const other = keys.get(folded);
      keys.set(folded, other === undefined || other === text ? text : null);
    }
  return (text) => keys.get(foldedKey(text)) ?? null; // nobody has it
}
