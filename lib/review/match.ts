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
}

/** What a row's key cell says. A row that can be looked up is only its text: there are 100,000 of them. */
export type KeyReading =
  string | null | { readonly code: Extract<UnreadableCode, 'damaged-id' | 'formula-error'> };

/** Indexes the credentials by a key. Those without it are not found by it. */
export function indexBy(key: KeyAttributeId, credentials: readonly Credential[]): CredentialIndex {
  const positions = new Map<string, number | number[]>();
  credentials.forEach((credential, position) => {
    for (const text of new Set(keyTextsOf(credential, key))) {
      const before = positions.get(text);
      if (before === undefined) positions.set(text, position);
      else if (typeof before === 'number') positions.set(text, [before, position]);
      else before.push(position);
    }
  });
  return { key, positions };
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
