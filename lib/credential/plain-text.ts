/** Printable ASCII with no space at either end and nothing to normalise: most values, and worth a short way. */
const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/** Reading and comparing a value ask about the very same text one after the other. */
let lastPlain = '';

/** Whether a text is plain: cleaning and normalising would change nothing in it. */
export function isPlainText(text: string): boolean {
  if (text === lastPlain) return text !== '';
  if (!PLAIN.test(text)) return false;
  lastPlain = text;
  return true;
}
