/**
 * Letters beyond ASCII that stand for themselves. Not among them: the soft hyphen U+00AD, combining
 * marks, and signs that NFC replaces (U+037E, U+0387).
 */
const LETTERS = '\\u00A1-\\u00AC\\u00AE-\\u02AF\\u0388-\\u0482\\u048A-\\u052F';
/**
 * Text that needs no normalising: printable ASCII and the letters above, without a space at either
 * end. Most values are such a text, so they take a fast path.
 */
const PLAIN = new RegExp(`^[!-~${LETTERS}](?:[ -~${LETTERS}]*[!-~${LETTERS}])?$`);

/** Memo of the last plain text: reading and comparing a value ask about the same one. */
let lastPlain = '';

/** Whether a text is plain: cleaning and normalising would change nothing in it. */
export function isPlainText(text: string): boolean {
  if (text === lastPlain) return text !== '';
  if (!PLAIN.test(text)) return false;
  lastPlain = text;
  return true;
}
