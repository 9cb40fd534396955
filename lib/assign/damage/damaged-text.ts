import { meantText } from './meant-text';

/** Control characters, left by a wrong decoding or cut out of a file. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFD]/;
/** Question mark in place of a letter that a program could not save: "Garc?a", "m?rite". */
const LOST_LETTER = /\p{Ll}\?+\p{Ll}/u;
/**
 * Question mark in place of a letter of a name, also of its first and last one: "?ukasz",
 * "Jos? King", "Ren??". A single one at the very end is somebody's doubt: "Ada King?".
 */
const LOST_IN_NAME = /\?\p{L}|\p{L}\?+(?=[\s,-]*\p{L})|\p{L}\?{2}/u;
/** Addresses and patterns have question marks between letters: "page?id=5", "file?.txt". */
const ADDRESS = /[/=.:@]/;
/** Excel's display of a number or date in a column that was too narrow, saved as text. */
const TOO_NARROW = /^#{4,}$/;
/** Drawn lines of DOS pages beside a letter: "Ren├®". */
const DRAWN = /[\u2500-\u259F]\p{L}|\p{L}[\u2500-\u259F]/u;
/** U+FFFD twice, read as GBK: what is left of Chinese that was decoded wrongly two times. */
const LOST_TWICE = '锟斤拷';
/**
 * Most values: ASCII without a question mark, a number sign or a control character, and small
 * western letters, none before a capital. No damage known leaves such a text.
 */
const EASY = /^[ !"$->@-~\t\n\r]*(?:[ß-öø-ÿ][ !"$->@[-~][ !"$->@-~\t\n\r]*)*[ß-öø-ÿ]?$/;

/**
 * Tells whether a text was damaged before it came into the sheet. Signs are lost letters (U+FFFD,
 * "Garc?a"), and words that nobody writes but that become words when they are decoded back
 * (meant-text.ts): "José" -> "JosÃ©", "Jos√©", "JosΓ⌐", "Jos茅".
 *
 * A rare miss is better than refusing a correct name: it still has to be confirmed as a change.
 */
export function isDamagedText(text: string, isName: boolean): boolean {
  if (EASY.test(text)) return false;
  if (text.startsWith('####') && TOO_NARROW.test(text)) return true;
  if (text.includes('?') && isLetterLost(text, isName)) return true;
  if (CONTROL.test(text) || text.includes(LOST_TWICE)) return true;
  return meantText(text) !== null || (isName && DRAWN.test(text));
}

function isLetterLost(text: string, isName: boolean): boolean {
  if (isName) return LOST_IN_NAME.test(text);
  return LOST_LETTER.test(text) && !ADDRESS.test(text);
}

/**
 * The text that a damaged one was, where every letter of it is certain; else null: "?" and U+FFFD
 * are lost.
 */
export function certainText(text: string): string | null {
  if (text.includes('?') || text.includes('\uFFFD')) return null;
  const meant = meantText(text);
  return meant?.isCertain === true && !CONTROL.test(meant.text) ? meant.text.normalize('NFC') : null;
}
