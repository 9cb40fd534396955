/** A string or a number. Strings are matched so that digits in them stay as they are. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** The fewest digits with which an integer can be rounded. */
const LONG = /\d{16}/;
const WHOLE = /^-?\d+$/;

/**
 * Parses JSON and reads an integer that JavaScript would round (beyond 2^53) as the text of its
 * digits. An id is text anyway, and a custom attribute that nobody changes is sent back with the
 * rest of its map (docs/platform.md, Write). Throws a SyntaxError like `JSON.parse`.
 *
 * Example: `{"id":9007199254740993}` -> `{ id: '9007199254740993' }`.
 */
export function parseExactJson(text: string): unknown {
  if (!LONG.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(TOKEN, (token) => (isRounded(token) ? `"${token}"` : token)));
}

function isRounded(token: string): boolean {
  return WHOLE.test(token) && !Number.isSafeInteger(Number(token));
}
