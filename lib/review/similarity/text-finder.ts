import { foldedText } from '../../credential/folded-name';

/** Whether texts hold what is looked for. */
export interface TextFinder {
  /** The searched text, folded. */
  readonly folded: string;
  readonly has: (text: string) => boolean;
}

/**
 * Finds a text in others without case, accents, width and composition (`foldedText`): "ibrahim" in
 * "İbrahim", "strasse" in "Straße". What is nothing but accents is looked for as it stands.
 * `search` is not empty.
 *
 * A search asks for a million texts, most of which are plain and do not have it: one pattern tells
 * that without making another text of them.
 */
export function textFinder(search: string): TextFinder {
  const folded = foldedText(search).trim();
  if (folded === '') return { folded: search, has: (text) => text.includes(search) };
  const others = othersThanPlain(folded);
  const mayHave = new RegExp(IS_ASCII.test(folded) ? `${eitherCase(folded)}|${others}` : others);
  return { folded, has: (text) => mayHave.test(text) && holds(text, folded) };
}

const IS_ASCII = /^[\0-\x7f]*$/;

/**
 * A pattern for the signs beyond ASCII of which something may be in the folded text: all but the
 * letters of Latin that are folded to others. Where no sign of a text is among them, it has what is
 * looked for in ASCII or not at all.
 */
function othersThanPlain(folded: string): string {
  let plain = '';
  for (let unit = FIRST_LETTER; unit <= LAST_LETTER; unit += 1) {
    const letter = String.fromCharCode(unit);
    if (!Array.from(foldedText(letter)).some((sign) => folded.includes(sign))) plain += letter;
  }
  return `[^\\0-\\x7f${plain}]`;
}

/**
 * Latin letters of which each is folded by itself, and to something (U+00D7 and U+00F7 are signs
 * that stay).
 */
const FIRST_LETTER = 0xc0;
const LAST_LETTER = 0x17f;

/**
 * A pattern for a folded text in ASCII. (With the flag for it, letters beyond ASCII would be among
 * the cases of some.)
 */
function eitherCase(folded: string): string {
  return folded.replace(/[^]/g, (sign) =>
    /[a-z]/.test(sign)
      ? `[${sign}${sign.toUpperCase()}]`
      : `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/**
 * Whether a text holds a folded one: by code units as long as these can be folded one by one, which
 * spares a text.
 */
function holds(text: string, folded: string): boolean {
  const first = folded.charCodeAt(0);
  for (let at = 0; at < text.length; at += 1) {
    const letter = letterAt(text, at);
    if (letter === MORE) return foldedText(text).includes(folded);
    if (letter !== first) continue;
    let same = 1;
    let behind = at + 1;
    for (; behind < text.length; behind += 1) {
      const next = letterAt(text, behind);
      if (next === NOTHING) continue;
      if (next === MORE) return foldedText(text).includes(folded); // it may belong to the letter before it
      if (same === folded.length || next !== folded.charCodeAt(same)) break;
      same += 1;
    }
    if (same === folded.length) return true;
  }
  return false;
}

/** Folds the code unit at a place of a text. */
function letterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = units[unit] ?? NOT_ASKED;
  return known === NOT_ASKED ? ask(unit) : known;
}

/** Folds of code units, as far as they were asked for; none of these is a letter. */
const units = new Uint16Array(0x10000);
const NOT_ASKED = 0;
const NOTHING = 0xffff;
const MORE = 0xfffe;

function ask(unit: number): number {
  const sign = String.fromCharCode(unit);
  const folded = foldedText(sign);
  const isAlone = folded.length <= 1 && !JOINS.test(sign) && !JOINS.test(folded);
  const letter = folded === '' ? NOTHING : folded.charCodeAt(0);
  const isOther = letter === NOT_ASKED || (folded !== '' && letter >= MORE); // a sign that stands for something here
  const found = isAlone && !isOther ? letter : MORE;
  units[unit] = found;
  return found;
}

/**
 * Units that may become one letter with the one before: marks that are no accents, letters of
 * Hangul; and halves of a code point.
 */
const JOINS = /[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uDFFF]|(?![\u0300-\u036F])\p{M}/u;
