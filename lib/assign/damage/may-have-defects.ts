/** Classes of characters. Letters have an alphabet and a case; ASCII is an alphabet of its own. */
const OTHER = 0;
const SUSPECT = 1;
const LETTER = 2;
const UPPER = 4;
const LOWER = 8;
const ASCII = 16;
const LATIN = 32;
const GREEK = 64;
const CYRILLIC = 128;

/** Classes of the characters below this one are looked up. Those above are letters, nearly all. */
const TABLE_END = 0x3000;
let table: Uint8Array | null = null;

/** Punctuation that honest words have. It is suspect only behind one of the capitals below. */
const IN_WORDS = '\u00A0´·‐‑‒–—‘’';
/** Capitals with which UTF-8 begins as windows-1252 or windows-1250 shows it. */
const LEADS = 'ÂÃÄÅÎÏÐÑÒØÙÛĂĹ';
/** Letters with which UTF-8 of Vietnamese begins by windows-1250 and windows-1257. */
const UTF8_PAIRS: readonly string[] = ['áş', 'įŗ'];
/**
 * The letter with which UTF-8 of Vietnamese and Slavic letters begins as Mac shows it: "ƒåoviƒá".
 */
const LETTER_OF_MAC = 'ƒ';
/** The sign with which UTF-8 of Vietnamese begins as Mac shows it: "Nguy·ªÖn". */
const LEAD_OF_MAC = '·';
const BEHIND_LEADS = 'ŠšŽžŒœŸƒ';

const BESIDE_SIGN = /[^\x00-\x40\x5B-\x60\x7B-\x7F]/;
/** Letters behind which a trademark is no part of UTF-8: small ones, and those of ASCII. */
export const BEFORE_TRADEMARK = '(?:[A-Za-zß-öø-ÿ]|(?!\\p{Lu})[ā-ž])';
const IS_BEFORE_TRADEMARK = new RegExp(BEFORE_TRADEMARK, 'u');

function makeTable(): Uint8Array {
  const classes = new Uint8Array(TABLE_END);
  const letters = (from: number, to: number, alphabet: number) => {
    for (let unit = from; unit <= to; unit += 1) {
      const letter = String.fromCharCode(unit);
      classes[unit] = LETTER | alphabet | (letter === letter.toLowerCase() ? LOWER : UPPER);
    }
  };
  classes.fill(SUSPECT, 0x80, 0xc0).fill(SUSPECT, 0x2010, 0x2c00).fill(LETTER, 0x530, 0x1e00);
  letters(0x41, 0x5a, ASCII);
  letters(0x61, 0x7a, ASCII);
  letters(0xc0, 0x24f, LATIN);
  letters(0x370, 0x3ff, GREEK);
  letters(0x400, 0x52f, CYRILLIC);
  letters(0x1e00, 0x1eff, LATIN);
  letters(0x1f00, 0x1fff, GREEK);
  classes.fill(SUSPECT, 0x2c6, 0x2c8).fill(SUSPECT, 0x2d8, 0x2de); // accents without a letter: "È˜tefan"
  for (const sign of '×÷') classes[sign.charCodeAt(0)] = SUSPECT;
  for (const sign of `${IN_WORDS}ªº`) classes[sign.charCodeAt(0)] = OTHER;
  return classes;
}

function classOf(classes: Uint8Array, unit: number): number {
  if (unit < TABLE_END) return classes[unit] ?? OTHER;
  return unit >= 0xff61 && unit <= 0xff9f ? SUSPECT : LETTER;
}

/**
 * Tells whether a text may have a defect (word-defects.ts), in one pass that knows only what is
 * next to what. Nearly all honest texts have none: this is asked of each name of 100,000 rows.
 */
export function mayHaveDefects(text: string): boolean {
  table ??= makeTable();
  let before = OTHER;
  let capitals = 0;
  let accents = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const its = classOf(table, unit);
    if (its === SUSPECT && isBesideAny(text, at)) return true;
    if ((its & LETTER) === 0) {
      if (unit > 0x7f && at > 0 && (LEADS + LEAD_OF_MAC).includes(text.charAt(at - 1))) return true;
      capitals = 0;
      accents = 0;
    } else {
      const isAscii = (its & ASCII) !== 0;
      if ((before & LETTER) !== 0 && isOddPair(before, its)) return true;
      if ((its & LOWER) !== 0 && capitals > 1 && hasAccent(text, at)) return true;
      if (!isAscii && at > 0 && isBehindLead(text, at)) return true;
      capitals = (its & UPPER) !== 0 ? capitals + 1 : 0;
      accents = isAscii || unit > 0xff ? 0 : accents + 1;
      if (accents > 3) return true;
    }
    before = its;
  }
  return false;
}

/**
 * Tells whether a letter, or anything outside ASCII, is beside a sign: a sign alone is no defect,
 * "5 €". A trademark may be behind a letter: "Scrum®".
 */
function isBesideAny(text: string, at: number): boolean {
  const isPart = (of: number) => BESIDE_SIGN.test(text.charAt(of));
  if (isPart(at + 1)) return true;
  return (
    isPart(at - 1) && !('©®™'.includes(text.charAt(at)) && IS_BEFORE_TRADEMARK.test(text.charAt(at - 1)))
  );
}

/**
 * A capital behind a small letter, or letters of two alphabets. Both ASCII is honest: "McDonald".
 */
function isOddPair(before: number, its: number): boolean {
  if ((before & its & ASCII) !== 0) return false;
  if ((before & LOWER) !== 0 && (its & UPPER) !== 0) return true;
  const alphabet = (of: number) => of & (LATIN | GREEK | CYRILLIC) || ((of & ASCII) === 0 ? LETTER : LATIN);
  return alphabet(before) !== alphabet(its);
}

function hasAccent(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x7f || text.charCodeAt(at - 1) > 0x7f || text.charCodeAt(at - 2) > 0x7f;
}

function isBehindLead(text: string, at: number): boolean {
  const lead = text.charAt(at - 1);
  if (lead === 'Ă' || lead === 'Ĺ' || lead === LETTER_OF_MAC) return true;
  if (UTF8_PAIRS.includes(lead + text.charAt(at))) return true;
  return BEHIND_LEADS.includes(text.charAt(at)) && LEADS.includes(lead);
}
