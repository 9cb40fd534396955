import type { UnreadableCode } from '../assign/read-cell';
import { digitsOf, isAbbreviatedNumber } from '../assign/read-id';
import { isFormulaError } from '../assign/formula-error';
import { keyTextsOf, lookUpText } from '../assign/key-text';
import type { KeyAttributeId } from '../credential/attribute';
import type { Credential } from '../credential/credential';
import { textOf, type Cell } from '../sheet/sheet';

/** The credentials of a group by one key. */
export interface CredentialIndex {
  readonly key: KeyAttributeId;
  /** Positions in the list of credentials by look-up text: one, or several that share the key. */
  readonly positions: ReadonlyMap<string, number | readonly number[]>;
  /** The look-up text of each credential, where each has exactly one and shares it with nobody; else null. */
  readonly ownTexts: readonly string[] | null;
}

/** What a row's key cell says. A row that can be looked up is only its text: there are 100,000 of them. */
export type KeyReading =
  string | null | { readonly code: Extract<UnreadableCode, 'damaged-id' | 'formula-error'> };

const known = new WeakMap<readonly Credential[], Map<KeyAttributeId, CredentialIndex>>();

/** Indexes the credentials by a key, once for each list of them. Those without the key are not found by it. */
export function indexBy(key: KeyAttributeId, credentials: readonly Credential[]): CredentialIndex {
  const indexes = known.get(credentials) ?? new Map<KeyAttributeId, CredentialIndex>();
  known.set(credentials, indexes);
  const made = indexes.get(key);
  if (made !== undefined) return made;
  const positions = new Map<string, number | number[]>();
  const ownTexts: string[] = [];
  let isEachOnes = true;
  for (const [position, credential] of credentials.entries()) {
    const texts = keyTextsOf(credential, key);
    isEachOnes &&= texts.length === 1;
    for (const text of texts) {
      ownTexts.push(text);
      const before = positions.get(text);
      if (before === undefined) positions.set(text, position);
      else if (typeof before !== 'number') {
        if (before.at(-1) !== position) before.push(position);
      } else if (before !== position) positions.set(text, [before, position]); // its UUID can be its public id
    }
  }
  isEachOnes &&= positions.size === credentials.length;
  const index = { key, positions, ownTexts: isEachOnes ? ownTexts : null };
  indexes.set(key, index);
  return index;
}

/** The look-up text of a key cell; null when it is blank; a code when the spreadsheet has spoilt it. */
export function readKey(cell: Cell, key: KeyAttributeId): KeyReading {
  if (cell.kind === 'blank') return null;
  if (cell.kind === 'error') return { code: 'formula-error' };
  const written = cell.kind === 'number' ? digitsOf(cell) : textOf(cell);
  if (written === null) return { code: 'damaged-id' };
  const text = lookUpText(written, key);
  if (text === '') return null;
  if (isAbbreviatedNumber(text)) return { code: 'damaged-id' };
  return isFormulaError(text) ? { code: 'formula-error' } : text;
}
