import { isPlainText } from './plain-text';

/**
 * Signs that a value can carry without anybody seeing them: zero-width space, direction marks, word
 * joiner, byte-order mark, soft hyphen.
 */
const INVISIBLE = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g;
/** Spaces of any width, the no-break ones included, but no line break and no tab. */
const ANY_SPACE = /[ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/**
 * A text as two values of it are compared: composed (NFC), every space an ordinary one, nothing
 * around it, line ends as LF, invisible signs gone. Joiners (U+200C, U+200D) stay: Persian and
 * Indic words differ by them. Case, accents and doubled spaces inside count: they are what an admin
 * corrects.
 */
export function comparableText(text: string): string {
  if (isPlainText(text)) return text;
  return text.normalize('NFC').replace(INVISIBLE, '').replace(ANY_SPACE, ' ').replace(/\r\n?/g, '\n').trim();
}
