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

/** Encodings with the non-ASCII letters of a language, the likeliest first. */
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

/** Characters allowed beside the letters of the language: other letters, and punctuation. */
const BESIDE = /[\p{L}€„“”‚‘’–—…«»§°]/u;
const LEAST_SHARE = 0.5;

/**
 * Guesses the encoding of a few names of central Europe, the Baltic or Turkey, which are too little
 * for statistics. Null where they may be western. Every character that differs from windows-1252
 * must be a letter of one language.
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

/**
 * Share of the non-ASCII characters that are letters of the language. 0 when one that differs from
 * windows-1252 is not.
 */
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

/**
 * Decodes to one character per byte. Without `stream` Node 20 gives control characters of
 * windows-1252.
 */
function charactersOf(sample: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(sample, { stream: true });
}
