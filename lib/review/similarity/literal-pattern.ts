/**
 * Signs that mean something in a pattern. A hyphen means nothing outside of a class, and must not
 * be escaped there.
 */
const SIGNS = /[\\^$.*+?()[\]{}|/]/g;

/**
 * A text as a pattern that finds this very text, by code points. `flags`: those of `RegExp` but for
 * `u`.
 */
export function literalPattern(text: string, flags: string, isWhole = false): RegExp {
  const literal = text.replace(SIGNS, String.raw`\$&`);
  return new RegExp(isWhole ? `^${literal}$` : literal, `${flags}u`);
}
