import { BEFORE_TRADEMARK, mayHaveDefects } from './may-have-defects';

/** Things in the words of a text that nobody writes, counted. */
export interface WordDefects {
  /** Letters that do not belong together: of two alphabets, or capitals in the middle of a word. */
  readonly letters: number;
  /** Signs beside a letter. */
  readonly signs: number;
  /** Signs, or single letters of another alphabet, in the place of a letter: "Mu¤oz", "Josй". */
  readonly inside: number;
  /** Latin beside characters of East Asia, or half-width kana beside Chinese ones: "Jos茅". */
  readonly east: number;
}

export const NO_DEFECTS: WordDefects = { letters: 0, signs: 0, inside: 0, east: 0 };

/** Scripts of names, and those that western letters become where two of them are read as UTF-8. */
const SCRIPTS = 'Latin Greek Cyrillic Hebrew Arabic Thai Armenian Syriac Thaana Nko'.split(' ');
const ANY_SCRIPT = `[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join('')}]`;
const TWO_SCRIPTS = SCRIPTS.map(
  (script) => `\\p{Script=${script}}(?!\\p{Script=${script}})${ANY_SCRIPT}`,
).join('|');
/** Beginnings of names before a second capital: "McÉwan", "DeÁvila", "Ó hÓgáin". */
const PREFIX =
  '(?<!\\p{L})(?:Mc|Mac|De|Del|Della|Di|Da|Du|La|Le|Lo|O|D|Al|El|Fitz|San|St|Van|Von|Ap|Ni|[ht])';
const NOT_ASCII = '(?=[^\\x00-\\x7F])';

/** A word of accented letters alone is of another alphabet: "Èâàí" was "Иван". */
const ONLY_ACCENTS = /(?<!\p{L})[À-ÖØ-öø-ÿ]{4,}(?!\p{L})/gu;

/**
 * Letters that nobody writes beside each other. Each is a pattern of its own; one may find
 * another's.
 */
const LETTERS: readonly RegExp[] = [
  // Two alphabets in one word: "Mьller". Not Latin beside Chinese or Japanese, as in "卡拉OK".
  new RegExp(TWO_SCRIPTS, 'gu'),
  // A capital behind a small letter, one of them accented: "JosÃ©", "ERDOÄžAN".
  new RegExp(`(?<=\\p{Ll})(?<!${PREFIX})${NOT_ASCII}\\p{Lu}|${NOT_ASCII}\\p{Ll}(?=\\p{Lu})`, 'gu'),
  // Two capitals before a small letter, one of them accented: "MĂĽller".
  new RegExp(
    `(?:${NOT_ASCII}\\p{Lu}\\p{Lu}|\\p{Lu}${NOT_ASCII}\\p{Lu}|\\p{Lu}{2}${NOT_ASCII})(?=\\p{Ll})`,
    'gu',
  ),
  // A letter that no language has behind that capital: "Åšwit", "Îœ", "GARCĂŤA".
  /[ÂÃÄÅÎÏÐÑÒØÙÛ][ŠšŽžŒœŸƒ]|[ĂĹ][ŤťŚśŠšŽžŹźŻżĽľŁłĄą]/g,
  ONLY_ACCENTS,
];

/**
 * A sign that stands beside no letter. Honest are an acute for an apostrophe, and the dot of
 * "col·lecció".
 */
const SIGN = '(?![\\x00-\\x7F´])[\\p{S}\\p{No}¡¿§¶†‡‰•ˆˇ\\u0080-\\u009F]';
/**
 * A trademark at the end of a word, as on many names of courses: "Scrum®", "Café™". UTF-8 and other
 * damage has another such sign or a letter beside it.
 */
const TRADEMARK = `(?<=${BEFORE_TRADEMARK})[©®™](?![^\\x00-\\x40\\x5B-\\x60\\x7B-\\x7F])`;
/** Punctuation that stands at the edge of a word, never within one. */
const EDGE = '[«»‹›“”„‚…\\u00AD]';
const SIGNS: readonly RegExp[] = [
  new RegExp(`(?<=\\p{L})(?!${TRADEMARK})${SIGN}|${SIGN}(?=\\p{L})`, 'gu'),
  // Signs beside signs, dashes or low quotes: "√©", "–≤–∞", "â‚¬5".
  new RegExp(`${SIGN}(?=${SIGN}|[–—])|[–—‚„](?=${SIGN})`, 'gu'),
  new RegExp(`(?<=\\p{L})${EDGE}(?=\\p{L})`, 'gu'),
  // Punctuation behind a capital with which UTF-8 of western letters begins: "KÃ–LN", "Ã‘uñoa".
  /[ÂÃÅĂĹ][‘’“”–—\u00A0\u00AD](?=\p{L})|(?<=\p{L})[ÂÃÅĂĹ][‘’“”‚„\u00A0\u00AD]/gu,
];
const UTF8_SIGNS: readonly RegExp[] = [
  // Most letters of Vietnamese, by western and Baltic encodings and Mac: "Nguyá»…n", "Nguy·ªÖn".
  /á[»ºş](?=[^\x00-\x7F\u00A0])|áº\u00A0|į[»ŗ](?=[^\x00-\x7F\u00A0])|·[ª∫](?=[^\x00-\x7F])/gu,
  // "ô" and "ú", and letters, dashes and quotes of Mac: "TÃ´", "ƒêinh", "Petroviƒá", "Ada ‚Äì Bo".
  // Not "‚Ä‘".
  /[ÂÃĂ][ªº´]|ƒ[åçÜÉÖôõüêëÅ±´]|(?<=i)ƒá(?!\p{L})|‚Ä(?=[ìîòôúùûö])/gu,
];
/** A quotation begins. Then "á»…" may be the end of it: "«Panamá»…". */
const QUOTATION = /(?<![\p{L}º»])«/u;
const EAST: readonly RegExp[] = [
  /[\p{Script=Han}\p{Script=Hangul}\uFF61-\uFF9F](?=\p{Script=Latin})|\p{Script=Latin}(?=[\p{Script=Han}\p{Script=Hangul}\uFF61-\uFF9F])|\p{Script=Han}(?=[\uFF61-\uFF9F])|[\uFF61-\uFF9F](?=\p{Script=Han})/gu,
];
const INSIDE: readonly RegExp[] = [
  ONLY_ACCENTS,
  new RegExp(`(?<=\\p{L}{2})(?:${SIGN}|[‚„])+(?=\\p{L})|(?<=\\p{L})(?:${SIGN}|[‚„])+(?=\\p{L}{2})`, 'gu'),
  // A sign before a word, or a low quote behind it: "£ukasz", "Jos‚".
  /(?<![\p{L}\p{N}])[£¯¼¶¦]\p{L}{2}|\p{L}{2}[‚„¤¯](?![\p{L}\p{N}])/gu,
  // One Cyrillic letter in a Latin word, or an accented Greek one within it: "Josй", "Mόller".
  // Others are written on purpose: "Akyerεko" in Ghana, "kΩ".
  /\p{Script=Latin}{2}\p{Script=Cyrillic}(?!\p{Script=Cyrillic})|(?<!\p{L})\p{Script=Cyrillic}(?=\p{Script=Latin}{2})|\p{Script=Latin}[άέήίόύώϊϋΐΰ\p{Script=Cyrillic}](?=\p{Script=Latin})/gu,
];

/**
 * Counts what nobody writes in the words of a text. Honest texts have 0 of nearly all: "José",
 * "АННА-МАРІЯ", "卡拉OK", "O’Brien", "5 €", "„Ä“". A defect alone proves nothing: "BjØrn" is a slip,
 * "Ke€ha" a choice. It proves damage where decoding takes it away (damaged-text.ts).
 */
export function wordDefects(text: string): WordDefects {
  return mayHaveDefects(text) ? defectsOf(text) : NO_DEFECTS;
}

/** The same for a text that came from a decoding, which may be anything. */
export function defectsOf(text: string): WordDefects {
  return {
    letters: count(LETTERS, text),
    signs: count(SIGNS, text) + (QUOTATION.test(text) ? 0 : count(UTF8_SIGNS, text)),
    inside: count(INSIDE, text),
    east: count(EAST, text),
  };
}

function count(patterns: readonly RegExp[], text: string): number {
  return patterns.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);
}
