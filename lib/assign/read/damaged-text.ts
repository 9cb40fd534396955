/**
 * What windows-1252 shows for the bytes 0x80 to 0x9F, and the five that it leaves empty (browsers give them the same
 * number). With U+00A0 to U+00BF they are all that a continuation byte of UTF-8 can look like.
 */
const CONTINUATION = '\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/** Continuations that honest text also has behind a letter: spaces, dashes, closing quotes, marks. */
const WEAK = new Set('\u00A0’‘”“»«›…–—™®©°ºª²³¹·†‡•€£¢');
/** Those of them that do not end a quotation or part words. */
const MARKS = new Set('©®°²³¹·†‡•€£¢');
/** Continuations that are letters: "Lukáš’s" is honest, so they prove nothing behind a small letter with an accent. */
const LETTERS = new Set('ŠšŽžŒœŸƒ');
/** What the first byte of two looks like, for Latin, Greek, Cyrillic, Hebrew and Arabic. Not Ú: "Úžasný". */
const TWO_BYTES = new RegExp(`[ÂÃÄÅÎÏÐÑÒ×ØÙÛ][${CONTINUATION}]`, 'gu');
const THREE_BYTES = new RegExp(`[à-áã-ï][${CONTINUATION}]{2}`, 'gu');
/** Quotes, dashes, the euro and trade mark signs, and emoji: no honest text begins like this. */
const ALWAYS = /â€|â‚¬|â„¢|ðŸ|ï»¿/u;
/** UTF-8 read as Mac Roman: "José" as "Jos√©". */
const MAC_ROMAN = /√[©®±≥º¨¶ß†∞§•°∂∫≠´]/u;
/** Control characters: left by a text that was read in the wrong encoding, or cut out of a file. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F]/u;
/** A letter that a program could not save and wrote as a question mark: "Garc?a". */
const LOST_LETTER = /\p{L}\?\p{L}/u;
/** Excel's picture of a number or date in a column that was too narrow, saved as text. */
const TOO_NARROW = /^#{4,}$/;
const HASH = 35;
/** What any of these patterns needs; few honest texts have such a sign, and none in ASCII. */
const SUSPECT = new RegExp(`${CONTROL.source}|[${CONTINUATION}√\\uFFFD]`);

/**
 * Whether a text was damaged on its way into the sheet: by a program that lost letters (U+FFFD, "Garc?a" in a name) or
 * by UTF-8 read as windows-1252 or Mac Roman ("JosÃ©", "Itâ€™s", "Иван" as "Ð˜Ð²Ð°Ð½").
 *
 * The shapes of mojibake also occur in honest text ("IRMÃ » X", "„Spaß“", "café « noir »"), so a sign that may stand
 * behind a letter counts only where the letter before it is lower case or, but for spaces and dashes, the next is a
 * letter again. Rather miss a rare one, which still has to be confirmed as a change, than refuse a right name.
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

/** Of a pair that looks like two bytes of UTF-8: whether what stands around it says that it is. */
function isBrokenPair(text: string, at: number): boolean {
  const lead = text.charAt(at);
  const continuation = text.charAt(at + 1);
  if (!WEAK.has(continuation)) return true;
  const before = at === 0 ? '' : text.charAt(at - 1);
  if (/\p{Ll}/u.test(before)) return true;
  // "Â© 2024": nobody writes a mark behind a word of one letter.
  const isWordStart = !/\p{L}/u.test(before);
  if (isWordStart && (lead === 'Â' || lead === 'Ã') && MARKS.has(continuation)) return true;
  if (continuation === '\u00A0') return false;
  const isDash = continuation === '–' || continuation === '—';
  return /\p{L}/u.test(text.charAt(at + 2)) && (!isDash || lead === 'Ã');
}

/** Of three signs that look like three bytes of UTF-8 (Indic, Vietnamese, CJK): whether they are. */
function isBrokenTriple(text: string, at: number): boolean {
  const second = text.charAt(at + 1);
  const third = text.charAt(at + 2);
  // "café « noir": French puts a no-break space before its quotes and marks.
  if (second === '\u00A0') return false;
  const proves = (sign: string) => !WEAK.has(sign) && !LETTERS.has(sign);
  if (proves(second) || proves(third)) return true;
  // "Nguyá»…n": marks in the middle of a word.
  const isDash = third === '–' || third === '—' || third === '\u00A0';
  return !LETTERS.has(second) && !isDash && /\p{L}/u.test(text.charAt(at + 3));
}
