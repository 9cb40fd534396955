/**
 * Characters that UTF-8 continuation bytes (0x80 to 0xBF) become in windows-1252. The five bytes
 * without a character keep their number, as in browsers.
 */
const CONTINUATION = '\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/**
 * Continuations that intact text also has behind a letter: spaces, dashes, closing quotes, marks.
 */
const WEAK = new Set('\u00A0’‘”“»«›…–—™®©°ºª²³¹·†‡•€£¢');
/** Subset of WEAK that neither closes a quotation nor separates words. */
const MARKS = new Set('©®°²³¹·†‡•€£¢');
/**
 * Continuations that are letters. "Lukáš’s" is intact, so they prove nothing behind a lower-case
 * accented letter.
 */
const LETTERS = new Set('ŠšŽžŒœŸƒ');
/**
 * Two-byte sequences of Latin, Greek, Cyrillic, Hebrew and Arabic. "Ú" is no lead: "Úžasný" is
 * intact.
 */
const TWO_BYTES = new RegExp(`[ÂÃÄÅÎÏÐÑÒ×ØÙÛ][${CONTINUATION}]`, 'gu');
const THREE_BYTES = new RegExp(`[à-áã-ï][${CONTINUATION}]{2}`, 'gu');
/** Damaged quotes, dashes, euro and trade mark signs, and emoji. No intact text has these. */
const ALWAYS = /â€|â‚¬|â„¢|ðŸ|ï»¿/u;
/** UTF-8 decoded as Mac Roman: "José" -> "Jos√©". */
const MAC_ROMAN = /√[©®±≥º¨¶ß†∞§•°∂∫≠´]/u;
/** Control characters, left by a wrong decoding or cut out of a file. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]/u;
/** Question mark in place of a letter that a program could not save: "Garc?a". */
const LOST_LETTER = /\p{L}\?\p{L}/u;
/** Excel's display of a number or date in a column that was too narrow, saved as text. */
const TOO_NARROW = /^#{4,}$/;
const HASH = 35;
/**
 * Quick check: every pattern needs one of these characters. Few intact texts have one, and no ASCII
 * text.
 */
const SUSPECT = new RegExp(`${CONTROL.source}|[${CONTINUATION}√\\uFFFD]`);

/**
 * Tells whether a text was damaged before it came into the sheet. Signs are lost letters (U+FFFD,
 * "Garc?a" in a name) and UTF-8 decoded as windows-1252 or Mac Roman: "José" -> "JosÃ©", "It’s" ->
 * "Itâ€™s", "Иван" -> "Ð˜Ð²Ð°Ð½".
 *
 * Intact text can have such pairs too: "IRMÃ » X", "„Spaß“", "café « noir »". A weak sign therefore
 * counts only behind a lower-case letter, or before another letter. A rare miss is better than
 * refusing a correct name: it still has to be confirmed as a change.
 */
export function isDamagedText(text: string, isName: boolean): boolean {
  if (text.charCodeAt(0) === HASH && TOO_NARROW.test(text)) return true;
  if (isName && text.includes('?') && LOST_LETTER.test(text)) return true;
  if (!SUSPECT.test(text)) return false;
  if (text.includes('\uFFFD') || CONTROL.test(text)) return true;
  if (ALWAYS.test(text) || MAC_ROMAN.test(text)) return true;
  for (const match of text.matchAll(TWO_BYTES)) if (isBrokenPair(text, match.index)) return true;
  for (const match of text.matchAll(THREE_BYTES)) if (isBrokenTriple(text, match.index)) return true;
  return false;
}

/** Judges a possible two-byte sequence by its neighbours. */
function isBrokenPair(text: string, at: number): boolean {
  const lead = text.charAt(at);
  const continuation = text.charAt(at + 1);
  if (!WEAK.has(continuation)) return true;
  const before = at === 0 ? '' : text.charAt(at - 1);
  if (/\p{Ll}/u.test(before)) return true;
  // "Â© 2024" is damaged: nobody writes a mark behind a word of one letter.
  const isWordStart = !/\p{L}/u.test(before);
  if (isWordStart && (lead === 'Â' || lead === 'Ã') && MARKS.has(continuation)) return true;
  if (continuation === '\u00A0') return false;
  const isDash = continuation === '–' || continuation === '—';
  return /\p{L}/u.test(text.charAt(at + 2)) && (!isDash || lead === 'Ã');
}

/** Judges a possible three-byte sequence (Indic, Vietnamese, CJK) by its neighbours. */
function isBrokenTriple(text: string, at: number): boolean {
  const second = text.charAt(at + 1);
  const third = text.charAt(at + 2);
  // "café « noir" is intact: French has a no-break space before quotes and marks.
  if (second === '\u00A0') return false;
  const proves = (sign: string) => !WEAK.has(sign) && !LETTERS.has(sign);
  if (proves(second) || proves(third)) return true;
  // "Nguyá»…n" is damaged: it has marks in the middle of a word.
  const isDash = third === '–' || third === '—' || third === '\u00A0';
  return !LETTERS.has(second) && !isDash && /\p{L}/u.test(text.charAt(at + 3));
}
