// Zero-width space, non-joiner, joiner, word joiner, byte order mark, direction marks and the soft hyphen: nobody sees them.
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g;
// Every kind of space, the no-break ones included, as one plain space.
const SPACES = /\s+/g;
// Nearly every cell is plain already, and is spared the work: this runs for each cell of a sheet.
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * The text by which two cells, or a cell and an id of the platform, are held to be the same: composed (NFC), invisible
 * characters gone, every run of spaces (no-break ones too) one plain space, none around. Case is kept.
 */
export function matchingText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}
