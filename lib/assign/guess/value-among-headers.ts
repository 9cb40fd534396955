import type { KeyAttributeId } from '../../credential/attribute';
import { KEY_ORDER } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import type { Column } from '../../sheet/table/table';
import { idTextsOf, lookUpText } from '../read/key-text';
import { readEmail } from '../read/read-email';

/** Shorter ones, and those without a digit, are names of columns as often as ids. */
const LONG_ENOUGH = 5;

/**
 * The first header that is a value rather than the name of a column: an e-mail, or an id of one of these credentials. Then
 * the header row may be a person of the list, who would be left out unsaid. Null when there is none.
 */
export function valueAmongHeaders(
  columns: readonly Column[],
  credentials: readonly Credential[],
): string | null {
  const email = columns.find(({ header }) => readEmail(header) !== null);
  if (email !== undefined) return email.header;
  const mayBeIds = columns.filter(({ header }) => header.length >= LONG_ENOUGH && /\d/.test(header));
  // Most sheets have none: the credentials are looked through only when one has.
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
