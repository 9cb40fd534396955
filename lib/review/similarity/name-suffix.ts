/** Words behind a name by which father and son, or brothers, are told apart, as `wordsOfName` gives them. */
const GENERATION =
  /^(?:jr|jnr|junior|jun|sr|snr|senior|sen|[ivx]{1,4}|[1-9](?:st|nd|rd|th)|hijo|padre|filho|neto|sobrinho|fils|pere|мл|ст|младший|старший)$/u;

/** The words of a name without its generation, and that; null where it has none: "John Smith Jr". */
export function withoutGeneration(words: readonly string[]): {
  readonly name: readonly string[];
  readonly generation: string | null;
} {
  const last = words.at(-1);
  if (words.length < 3 || last === undefined || !GENERATION.test(last))
    return { name: words, generation: null };
  return { name: words.slice(0, -1), generation: generationOf(last) };
}

/** One form for spellings of the same one: "Jnr" and "Junior" -> "jr". */
function generationOf(word: string): string {
  if (/^(?:jr|jnr|junior|jun)$/.test(word)) return 'jr';
  return /^(?:sr|snr|senior|sen)$/.test(word) ? 'sr' : word;
}
