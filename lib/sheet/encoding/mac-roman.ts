/**
 * Tells whether text is Excel's "CSV (Macintosh)". Its lines end with a carriage return alone. In
 * Mac Roman its non-ASCII letters fit their words, in windows-1252 they do not: "MŸller" ->
 * "Müller".
 */
export function isMacRoman(bytes: Uint8Array, sample: Uint8Array): boolean {
  if (!bytes.includes(13) || bytes.includes(10)) return false;
  return wrongLetters(sample, 'macintosh') < wrongLetters(sample, 'windows-1252');
}

/** Counts non-ASCII characters that are no letters, or capitals within a word. */
function wrongLetters(sample: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sample);
  return (
    text.match(/[^\x00-\x7f\p{L}]|(?<=\p{Ll})(?![A-Z])\p{Lu}|(?<=\p{L})(?![A-Z])\p{Lu}(?=\p{Ll})/gu)
      ?.length ?? 0
  );
}
