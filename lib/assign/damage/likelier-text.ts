import { CHARSETS } from '../../sheet/encoding/languages';
import { readingCost } from '../../sheet/encoding/reading-cost';
import { westernDoubts } from '../../sheet/encoding/western-doubts';

/**
 * Bits by which a differing letter must be likelier, on average. One bit is twice as likely, which
 * proves nothing.
 */
const CLEAR_BITS = 1.5;
const WESTERN = 'windows-1252';

/**
 * Tells which of two texts people write, by the letters that languages have: `one`, `other`, or
 * null where both may be written. One is the other in another encoding of a single byte.
 *
 * "Yıldız Çağla, Oğuz Şen" and "Yýldýz Çaðla, Oðuz Þen" -> `one`. "Erdoğan" and "Erdoðan" -> null:
 * Icelandic has ð.
 */
export function likelierText(one: string, other: string): 'one' | 'other' | null {
  let letters = 0;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) letters += 1;
  const ahead = bitsOf(other) - bitsOf(one);
  if (Math.abs(ahead) < CLEAR_BITS * letters) return null;
  return ahead > 0 ? 'one' : 'other';
}

/** Bits of a text in the language that it fits best. */
function bitsOf(text: string): number {
  return Math.min(
    ...CHARSETS.map(
      ({ encoding, languages }) =>
        readingCost(text, languages) + (encoding === WESTERN ? westernDoubts(text) : 0),
    ),
  );
}
