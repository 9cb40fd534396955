import { keyTexts } from '../../assign/read/row-key';
import type { Attribute } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { TextIndex } from '../similarity/text-index';

/** The credentials of a group by one key. */
export interface CredentialIndex {
  /** Positions in the list of credentials by look-up text: one, or several that share the key. */
  readonly positions: Pick<TextIndex, 'get' | 'has'>;
  /**
   * The look-up text of each credential, where each has exactly one and shares it with nobody; else
   * null.
   */
  readonly ownTexts: readonly string[] | null;
}

/**
 * Indexes credentials by a key, one attribute or two together. Those without the key are not found
 * by it.
 */
export function indexCredentials(
  key: readonly Attribute[],
  credentials: readonly Credential[],
): CredentialIndex {
  const positions = new TextIndex(credentials.length);
  const ownTexts: string[] = [];
  let isEachOnes = true;
  for (const [position, credential] of credentials.entries()) {
    const texts = keyTexts(credential, key);
    isEachOnes &&= texts.length === 1;
    for (const text of texts) {
      ownTexts.push(text);
      positions.add(text, position); // its UUID can be its public id
    }
  }
  isEachOnes &&= positions.size === credentials.length;
  return { positions, ownTexts: isEachOnes ? ownTexts : null };
}

/**
 * Whether no two credentials have the same key, and some have one. Ends at the first two that share
 * it.
 */
export function isUniqueKey(key: readonly Attribute[], credentials: readonly Credential[]): boolean {
  const seen = new Set<string>();
  for (const credential of credentials)
    for (const text of new Set(keyTexts(credential, key))) {
      if (seen.has(text)) return false;
      seen.add(text);
    }
  return seen.size > 0;
}

/** A key in one text, for maps. An account's attribute may come back with another kind. */
export function nameOfKey(key: readonly Attribute[]): string {
  return JSON.stringify(key.map(({ id, kind }) => [id, kind]));
}
