/** A text, or a number: texts are matched so that digits in them are left alone. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** As many digits as a whole number needs to be rounded. */
const LONG = /\d{16}/;
const WHOLE = /^-?\d+$/;

/**
 * JSON in which a whole number that a JavaScript number would round (beyond 2^53) is read as the text of its digits: an id
 * is text anyway, and a custom attribute that nobody changes goes back with the rest of its map (docs/platform.md, Write).
 * Throws a SyntaxError like `JSON.parse`.
 */
export function parseExactJson(text: string): unknown {
  if (!LONG.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(TOKEN, (token) => (isRounded(token) ? `"${token}"` : token)));
}

function isRounded(token: string): boolean {
  return WHOLE.test(token) && !Number.isSafeInteger(Number(token));
}
