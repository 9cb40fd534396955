/**
 * Without U+00AD, the soft hyphen; marks; and what is composed to something else (U+037E, U+0387).
 */
const LETTERS = '\\u00A1-\\u00AC\\u00AE-\\u02AF\\u0388-\\u0482\\u048A-\\u052F';
/**
 * Printable ASCII and the letters of Latin, Greek and Cyrillic that stand for themselves, with no
 * space at either end and nothing to normalise: most values, and worth a short way. Nothing in it
 * composes with anything else.
 */
const PLAIN = new RegExp(`^[!-~${LETTERS}](?:[ -~${LETTERS}]*[!-~${LETTERS}])?$`);

/** Reading and comparing a value ask about the very same text one after the other. */
let lastPlain = '';

/** Whether a text is plain: cleaning and normalising would change nothing in it. */
export function isPlainText(text: string): boolean {
  if (text === lastPlain) return text !== '';
  if (!PLAIN.test(text)) return false;
  lastPlain = text;
  return true;
}
