import type { AttributeId } from '../../credential/attribute';
import { KEY_ORDER } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import { idTextsOf } from '../read/key-text';

/** Texts that the credentials of a group have now, to compare the values of columns with. */
export interface PresentTexts {
  /** Tells whether some of these values are keys of the group, perhaps written otherwise. */
  mayHoldKeys(values: readonly string[]): boolean;
  /**
   * Finds the attribute whose present values these are. Null for none, and for values of one kind.
   */
  attributeOf(values: readonly string[]): AttributeId | null;
}

/** Least share of values that are keys, loosely read, for a column to be one that may hold keys. */
const LOOSE_KEYS = 0.2;
/** Least signs of a key that is loosely read. */
const SIGNS = 2;
/** Least share of values that an attribute has now. */
const PRESENT = 0.5;

/** Indexes grades, credential names, custom texts and keys of the group. */
export function presentTexts(credentials: readonly Credential[]): PresentTexts {
  const keys = new Set<string>();
  const texts = new Map<AttributeId, Set<string>>();
  const add = (attribute: AttributeId, text: string | null) => {
    if (text === null || text.trim() === '') return;
    const known = texts.get(attribute) ?? new Set();
    texts.set(attribute, known.add(folded(text)));
  };
  for (const credential of credentials) {
    for (const key of KEY_ORDER) for (const text of idTextsOf(credential, key)) keys.add(looseKey(text));
    add('grade', credential.grade);
    add('credential-name', credential.credentialName);
    for (const [name, text] of Object.entries(credential.custom)) add(`custom:${name}`, text);
  }
  return {
    mayHoldKeys(values) {
      const hits = values.filter((value) => {
        const key = looseKey(value);
        return key.length >= SIGNS && keys.has(key);
      });
      return hits.length > 0 && hits.length >= values.length * LOOSE_KEYS;
    },
    attributeOf(values) {
      const own = values.map(folded);
      let best: AttributeId | null = null;
      let most = Math.max(1, own.length * PRESENT);
      for (const [attribute, known] of texts) {
        const hits = own.filter((text) => known.has(text)).length;
        if (hits >= most) [best, most] = [attribute, hits + 1];
      }
      return best;
    },
  };
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

/** A key without what programs lose or add: zeros in front, signs, case; a letter O is a zero. */
function looseKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/o/g, '0')
    .replace(/^0+/, '');
}
