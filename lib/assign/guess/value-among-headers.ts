import type { KeyAttributeId } from '../../credential/attribute';
import { KEY_ORDER } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import type { Column } from '../../sheet/table/table';
import { idTextsOf, lookUpText } from '../read/key-text';
import { readEmail } from '../read/read-email';

/** Least length of an id. Shorter texts, and texts without a digit, are as often column names. */
const LONG_ENOUGH = 5;

/**
 * Finds a header that is a value: an e-mail, or an id of one of these credentials. Then the header
 * row may be a person, who would be skipped without a word. Null when there is none.
 */
export function valueAmongHeaders(
  columns: readonly Column[],
  credentials: readonly Credential[],
): string | null {
  const email = columns.find(({ header }) => readEmail(header) !== null);
  if (email !== undefined) return email.header;
  const mayBeIds = columns.filter(({ header }) => header.length >= LONG_ENOUGH && /\d/.test(header));
  // Most sheets have no such header, and then the credentials need not be searched.
  if (mayBeIds.length === 0) return null;
  const wanted = KEY_ORDER.map((key): readonly [KeyAttributeId, ReadonlyMap<string, string>] => [
    key,
    new Map(mayBeIds.map(({ header }) => [lookUpText(header, key), header])),
  ]);
  for (const credential of credentials)
    for (const [key, headers] of wanted)
      for (const text of idTextsOf(credential, key)) {
        const header = headers.get(text);
        if (header !== undefined) return header;
      }
  return null;
}
