// Invisible characters: zero-width space and joiners, word joiner, byte order mark, direction
// marks, soft hyphen.
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g;
// Every kind of space, no-break spaces included.
const SPACES = /\s+/g;
// Fast path for nearly every cell: this runs for each cell of a sheet.
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Normalises a text for comparing two cells, or a cell with an id of the platform: NFC, no
 * invisible characters, single spaces, trimmed. The case is kept.
 */
export function matchingText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}
