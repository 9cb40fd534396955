/**
 * Endings of surnames of one family, of men and of women, as `wordsOfName` gives them: Slavic,
 * Lithuanian, Latvian and Greek.
 */
const ENDINGS: readonly (readonly string[])[] = [
  ['ov', 'ova'],
  ['ev', 'eva'],
  ['in', 'ina'],
  ['yn', 'yna'],
  ['ski', 'ska', 'sky', 'skaya', 'skaia', 'skaja', 'skij', 'skii', 'skiy'],
  ['cki', 'cka', 'cky'],
  ['dzki', 'dzka'],
  ['y', 'a'],
  ['ek', 'kova'],
  ['ec', 'cova'],
  ['', 'ova'],
  ['a', 'ova'],
  ['as', 'iene', 'aite'],
  ['is', 'iene', 'yte'],
  ['us', 'iene', 'ute'],
  ['s', 'a'],
  ['is', 'e'],
  ['os', 'ou'],
  ['is', 'i'],
  ['ов', 'ова'],
  ['ев', 'ева'],
  ['ин', 'ина'],
  ['ский', 'ская'],
  ['цкии', 'цкая'],
  ['скии', 'ская'],
  ['ои', 'ая'],
  ['ии', 'ая'],
  ['ыи', 'ая'],
  ['ος', 'ου'],
  ['ης', 'η'],
];
/** Letters before the ending. A shorter word is another one. */
const SHORTEST_STEM = 3;

/**
 * Tells whether two words are the surname of a man and of a woman of one family: "Kowalski" and
 * "Kowalska", "Novák" and "Nováková", "Иванов" and "Иванова". Given names have such pairs as well
 * ("Martin" and "Martina"), so this says something of surnames alone.
 */
export function isDeclined(word: string, other: string): boolean {
  return ENDINGS.some((endings) =>
    endings.some((one) =>
      endings.some((another) => one !== another && withEnding(word, one, another) === other),
    ),
  );
}

/** The word with another ending; null where it does not have the first, or is too short. */
function withEnding(word: string, from: string, to: string): string | null {
  if (!word.endsWith(from) || word.length - from.length < SHORTEST_STEM) return null;
  return word.slice(0, word.length - from.length) + to;
}

/** Endings that hardly a given name has, of words of six letters at least. */
const SURNAME = /^.{3,}(?:[oe]va?|[^i]sk[iy]|[^i]ska)$|^.{3,}(?:[ое]ва?|ски[ий]|ская)$/u;

/** Tells whether a word is a Slavic surname by its form: "Ivanova", "Kowalska". Not "Eva". */
export function isSlavicSurname(word: string): boolean {
  return word.length >= SHORTEST_SURNAME && SURNAME.test(word);
}

const SHORTEST_SURNAME = 6;
