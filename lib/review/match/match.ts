import { keyTexts } from '../../assign/read/row-key';
import type { Attribute } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { TextIndex } from '../similarity/text-index';

/** The credentials of a group by one key. */
export interface CredentialIndex {
  /** Positions in the list of credentials by look-up text: one, or several that share the key. */
  readonly positions: Pick<TextIndex, 'get' | 'has'>;
  /** The look-up text of each credential, where each has exactly one and shares it with nobody; else null. */
  readonly ownTexts: readonly string[] | null;
}

const known = new WeakMap<readonly Credential[], Map<string, CredentialIndex>>();

/**
 * Indexes the credentials by a key, one attribute or two together, once for each list of them. Those without the key are
 * not found by it.
 */
export function indexBy(key: readonly Attribute[], credentials: readonly Credential[]): CredentialIndex {
  const indexes = known.get(credentials) ?? new Map<string, CredentialIndex>();
  known.set(credentials, indexes);
  const name = nameOfKey(key);
  const made = indexes.get(name);
  if (made !== undefined) return made;
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
  const index = { positions, ownTexts: isEachOnes ? ownTexts : null };
  indexes.set(name, index);
  return index;
}

/** A key in one text, for maps. An account's attribute may come back with another kind. */
export function nameOfKey(key: readonly Attribute[]): string {
  return JSON.stringify(key.map(({ id, kind }) => [id, kind]));
}
