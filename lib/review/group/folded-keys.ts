import { keyTexts } from '../../assign/read/row-key';
import type { Attribute } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { foldedDigits } from '../../sheet/cells/folded-width';

/**
 * Signs that mail programs put around an address: Ada <ada@example.org>, mailto:ada@example.org.
 */
const AROUND_ADDRESS = /[\s<>()[\]"“”,;:]+/u;
/** Words that people put in front of a number: "No. 123", "ID: 123", "#123". */
const LABEL = /^(?:(?:id|no|nr|num|n[º°])[.:\s#]+|[#№])(?=\d)/u;
const WHOLE = /^(\d+)[.,]0+$/u;
const GROUPED = /^\d{1,3}(?:[.,'’]\d{3})+$/u;
const DECIMAL = /^\d+[.,]\d+$/u;
/** Cyrillic letters that look like Latin ones, and those. */
const [CYRILLIC, LATIN] = ['авекмнорстух', 'abekmhopctyx'];

/**
 * A key without what programs and people change of it: case, width, spaces, dashes and other signs,
 * a guard apostrophe, a word in front, ".0" behind a whole number, groups of thousands, zeros in
 * front, digits of other scripts, and letters that look like others (O and 0, l and 1, Cyrillic Е
 * and Latin E). It only finds what may be meant: two different keys may have one form.
 *
 * Examples: "00123", "'123", "123.0", "No. 123" -> "123". "AB–0001", "ab_0001" -> "ab0001".
 * "100,001" -> "100001". "12.5" stays. "Ada King <ada@example.org>" -> "ada@example.org".
 */
export function foldedKey(text: string): string {
  const bare = foldedDigits(text.replace(/´/gu, "'").normalize('NFKC'))
    .replace(/\p{Cf}+/gu, '')
    .toLowerCase()
    .trim();
  if (bare.includes('@')) return addressIn(bare);
  const number = withoutEnds(bare, `'’‘\`"`, `'’"`).replace(LABEL, '');
  if (DECIMAL.test(number) && !WHOLE.test(number) && !GROUPED.test(number)) return number;
  return number
    .replace(WHOLE, '$1')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .replace(/[авекмнорстух]/gu, (letter) => LATIN.charAt(CYRILLIC.indexOf(letter)))
    .replace(/o/gu, '0')
    .replace(/[il]/gu, '1')
    .replace(/^0+(?=.)/u, '');
}

/**
 * The one address of a text, else the text without spaces: "mailto:ada@example.org",
 * "ada@example.org (home)".
 */
function addressIn(text: string): string {
  const joined = text
    .split('@')
    .map((part) => part.trim())
    .join('@');
  const found = joined.split(AROUND_ADDRESS).flatMap((part) => {
    const at = part.indexOf('@');
    const [address = ''] = part.slice(at).split('?', 1); // mailto:ada@example.org?subject=Diploma
    return at > 0 && address.length > 1 ? [part.slice(0, at) + address] : [];
  });
  const [only, another] = new Set(found.map((address) => withoutEnds(address, `'’‘\``, `'’.`)));
  return only === undefined || another !== undefined ? joined.replace(/\s+/gu, '') : only;
}

/**
 * A text without the spaces and the given signs before and behind it. Not by a pattern: one for the
 * end of a text is tried again at each sign of a long run in its middle, which is quadratic.
 */
function withoutEnds(text: string, before: string, behind: string): string {
  const isOuter = (at: number, signs: string) => {
    const sign = text.charAt(at);
    return signs.includes(sign) || sign.trim() === '';
  };
  let [from, to] = [0, text.length];
  while (from < to && isOuter(from, before)) from += 1;
  while (to > from && isOuter(to - 1, behind)) to -= 1;
  return text.slice(from, to);
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
