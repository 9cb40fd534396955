/**
 * Words behind a name that tell father from son, or brothers, as `wordsOfName` gives them, by what
 * they mean.
 */
const GENERATIONS: ReadonlyMap<string, string> = new Map(
  [
    'jr jnr junior jun hijo filho fils мл младший',
    'sr snr senior sen padre pere ст старший',
    'neto nieto',
    'sobrinho',
    'i 1st',
    'ii 2nd',
    'iii 3rd',
    'iv 4th',
    'v 5th',
    'vi 6th',
  ].flatMap((spellings) => spellings.split(' ').map((word) => [word, spellings] as const)),
);

/**
 * The generation that the last word of a name says; null where it says none. Spellings of one are
 * the same. Examples: "jr", "junior" -> one. "sr" -> another one. "smith" -> null.
 */
export function generationOf(last: string | undefined): string | null {
  return last === undefined ? null : (GENERATIONS.get(last) ?? null); // most words are names
}
