/**
 * What no western text holds: places where a text of central Europe, the Baltic or Turkey that is read as windows-1252 gives itself away. Names
 * of western languages (with French, Catalan, Portuguese, Danish, Icelandic, Faroese, Estonian, Breton and Gaelic), prices,
 * ordinals, cubic metres and footnotes are none of them. Of a place with two patterns both have to be found.
 */
const GIVEAWAYS: readonly (readonly RegExp[])[] = [
  // No character at all: Šťastný, Ťok, Źrebiec.
  [/[\x8d\x8f\x9d]/],
  // A sign within a word or in front of one: Dąbrowski, Stanisław, Bożena, Łukasz, Żaneta, Śliwa, Ľubomír, Ştefan.
  [/\p{L}[¹³¼¾±¶]\p{L}|\p{L}¿\p{Ll}/u],
  [/[£¯¼]\p{Ll}{4}|£ó|¦\p{Ll}{2}/u],
  // Or at its end, behind a vowel: Michał, Mureş.
  [/\p{Lu}\p{L}*[aeioyê]³(?!\p{L})|[aeiou]º(?:\p{Ll}|(?!\p{L})(?<=\p{L}{3}º))/u],
  // ś behind a vowel, where French has no œ; ń before a consonant or at the end, where Spanish has no ñ: Wiśniewski, Zieliński.
  [/[aeiouy]œ|ñ[sc][kztj]/u],
  // č before a vowel, or at the end behind one, and ć at the end: Čapek, Novaček, Kovač, Petrović.
  [/È[aeiou]|è[aeouáíýæ]|èi[æuaû]|aè(?!\p{L})|(?:[oe]vi|èi)æ(?!\p{L})/u],
  // ř before a vowel with an accent, ě where other Czech letters are: Dvořák, Němec.
  [/ø[áíýéùì]/u],
  [/ì\p{L}/u, /[ýšžáí]/u],
  // ő among the accents of Hungarian, not before e, as in Portuguese, not in the surname Võ of Vietnam, and without ä, which
  // Estonian has.
  [/õ(?!e)(?<!(?<!\p{L})võ(?!\p{L}))/iu, /[áéíóú]/u, /^[^äÄ]*$/u],
  // ş at the end, where Icelandic has no þ, and Turkish names: Demirbaş, Yıldız, Hacıoğlu.
  [/\p{Ll}þ(?!\p{L})|oðlu|Yýl|ýld/u],
  // š or ž with the long vowels of the Baltic: Vaitkienė, Bērziņš. Icelandic has þ and ð, and ö with them.
  [/[þð]/iu, /[ëûâîçò]/u, /^[^öÖ]*$/u],
  // ă within a word: Băsescu, Gălăţeanu.
  [/ã[bcdfglmnprtv]\p{Ll}|ãs\p{Ll}/u],
];

/** Tables with the letters beyond ASCII of a language that is written by them, the likeliest first. */
const TABLES: readonly (readonly [encoding: string, letters: string])[] = [
  ['windows-1254', 'çğıi̇öşü'],
  ...['windows-1250', 'iso-8859-2'].flatMap((encoding) =>
    ['ąćęłńóśźż', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'čćđšž', 'áéíóöőúüű', 'ăâîşţ'].map(
      (letters) => [encoding, letters] as const,
    ),
  ),
  ['windows-1257', 'ąčęėįšųūž'],
  ['windows-1257', 'āčēģīķļņšūž'],
];

/** What may be beside the letters of the language: those of others, and the signs of running text. */
const BESIDE = /[\p{L}€„“”‚‘’–—…«»§°]/u;
const LEAST_SHARE = 0.5;

/**
 * The encoding of a few names of central Europe, where statistics have seen too little; null where they may as well be
 * western. Every character that is another one in windows-1252 has to be a letter of one language.
 */
export function centralEuropeanCharset(sample: Uint8Array): string | null {
  const western = charactersOf(sample, 'windows-1252');
  if (!GIVEAWAYS.some((patterns) => patterns.every((pattern) => pattern.test(western)))) return null;
  let best: { readonly encoding: string; readonly share: number } | null = null;
  for (const [encoding, letters] of TABLES) {
    const share = shareOf(letters, charactersOf(sample, encoding), western);
    if (share >= LEAST_SHARE && share > (best?.share ?? 0)) best = { encoding, share };
  }
  return best?.encoding ?? null;
}

/** How many of the characters beyond ASCII are of the language; 0 where one that is another in windows-1252 is not. */
function shareOf(letters: string, text: string, western: string): number {
  let all = 0;
  let good = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character < '\x80') continue;
    all += 1;
    if (letters.includes(character.toLowerCase())) good += 1;
    else if (character !== western.charAt(at) || !BESIDE.test(character)) return 0;
  }
  return all === 0 ? 0 : good / all;
}

/** One character for each byte; `stream` because Node 20 without it gives control characters of windows-1252. */
function charactersOf(sample: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(sample, { stream: true });
}
