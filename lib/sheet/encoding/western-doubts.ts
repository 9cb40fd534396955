/**
 * Signs that a text is not western, though it was decoded as windows-1252. Where a row has several
 * patterns, all must match. Names of western languages (French, Catalan, Portuguese, Danish,
 * Icelandic, Faroese, Estonian, Breton and Gaelic included), prices, ordinals, cubic metres and
 * footnotes match none.
 */
const GIVEAWAYS: readonly (readonly RegExp[])[] = [
  // Bytes without a character: Šťastný, Ťok, Źrebiec.
  [/[\x8d\x8f\x9d]/],
  // A sign within a word or in front of one: Dąbrowski, Stanisław, Bożena, Łukasz, Śliwa, Ľubomír.
  [/\p{L}[¹³¼¾±¶]\p{L}|\p{L}¿\p{Ll}/u],
  [/[£¯¼]\p{Ll}{4}|£ó|¦\p{Ll}{2}/u],
  // A sign at the end of a word, behind a vowel: Michał, Mureş.
  [/\p{Lu}\p{L}*[aeioyê]³(?!\p{L})|[aeiou]º(?:\p{Ll}|(?!\p{L})(?<=\p{L}{3}º))/u],
  // ś behind a vowel, where French has no œ; ń before a consonant, where Spanish has no ñ:
  // Wiśniewski, Zieliński.
  [/[aeiouy]œ|ñ[sc][kztj]/u],
  // č before a vowel, or at the end behind one, and ć at the end: Čapek, Novaček, Kovač, Petrović.
  [/È[aeiou]|è[aeouáíýæ]|èi[æuaû]|aè(?!\p{L})|(?:[oe]vi|èi)æ(?!\p{L})/u],
  // ř before an accented vowel, ě beside other Czech letters: Dvořák, Němec.
  [/ø[áíýéùì]/u],
  [/ì\p{L}/u, /[ýšžáí]/u],
  // ő beside accents of Hungarian. Not before e, as in Portuguese; not in the Vietnamese surname
  // Võ; not beside ä, as in Estonian.
  [/õ(?!e)(?<!(?<!\p{L})võ(?!\p{L}))/iu, /[áéíóú]/u, /^[^äÄ]*$/u],
  // ş at the end, where Icelandic has no þ, and parts of Turkish names: Demirbaş, Yıldız, Hacıoğlu.
  [/\p{Ll}þ(?!\p{L})|oðlu|Yýl|ýld/u],
  // š or ž beside long vowels of the Baltic: Vaitkienė, Bērziņš. Not beside ö, as in Icelandic.
  [/[þð]/iu, /[ëûâîçò]/u, /^[^öÖ]*$/u],
  // ă within a word: Băsescu, Gălăţeanu.
  [/ã[bcdfglmnprtv]\p{Ll}|ãs\p{Ll}/u],
];

/** Bits that each sign costs. */
const DOUBT = 6;

/**
 * Bits that speak against windows-1252: the text looks like central Europe, the Baltic or Turkey.
 */
export function westernDoubts(western: string): number {
  return GIVEAWAYS.filter((patterns) => patterns.every((pattern) => pattern.test(western))).length * DOUBT;
}
