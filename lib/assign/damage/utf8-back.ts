/** A text with the UTF-8 in it decoded. */
export interface DecodedBack {
  readonly text: string;
  /** The characters that it was decoded to. */
  readonly found: string;
  /**
   * Characters outside ASCII, in words with UTF-8, that are no part of it and stayed as they were.
   */
  readonly left: number;
}

const NOT_ASCII = /[^\x00-\x7F]/;

/**
 * Undoes the reading of UTF-8 in another encoding: "JosÃ©" by windows-1252 -> "José". A word stays
 * that is not mostly UTF-8. Null where no word is.
 *
 * @param bytesOf the bytes of a character in that encoding; undefined where it has none, and for
 *   ASCII
 */
export function decodedBack(
  text: string,
  bytesOf: (character: string) => readonly number[] | undefined,
): DecodedBack | null {
  let decoded = '';
  let found = '';
  let left = 0;
  // A no-break space is no space here: it is a part of "Ã\u00A0", which was "à".
  for (const word of text.split(/([ \t\r\n]+)/)) {
    if (!NOT_ASCII.test(word)) {
      decoded += word;
      continue;
    }
    const back = decodedWord(word, bytesOf);
    const isMostlyUtf8 = back.found.length > 0 && back.left * 2 <= back.found.length;
    decoded += isMostlyUtf8 ? back.text : word;
    if (isMostlyUtf8) found += back.found;
    if (back.found.length > 0) left += back.left;
  }
  return found === '' ? null : { text: decoded, found, left };
}

function decodedWord(
  text: string,
  bytesOf: (character: string) => readonly number[] | undefined,
): DecodedBack {
  const decoded: string[] = [];
  let found = '';
  let left = 0;
  let run: Run = { characters: [], bytes: [] };
  const endRun = () => {
    const part = decodedRun(run);
    decoded.push(part.text);
    found += part.found;
    left += part.left;
    run = { characters: [], bytes: [] };
  };
  for (const character of text) {
    const bytes = character < '\x80' ? undefined : bytesOf(character);
    if (bytes !== undefined) {
      for (const [at, byte] of bytes.entries()) {
        run.characters.push(at === 0 ? character : '');
        run.bytes.push(byte);
      }
      continue;
    }
    endRun();
    if (character > '\x7F') left += 1;
    decoded.push(character);
  }
  endRun();
  return { text: decoded.join(''), found, left };
}

/** Characters in a row that have bytes. `characters`: at the first byte of each, else "". */
interface Run {
  readonly characters: string[];
  readonly bytes: number[];
}

function decodedRun({ characters, bytes }: Run): DecodedBack {
  let text = '';
  let found = '';
  let left = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      const character = UTF8.decode(Uint8Array.from(bytes.slice(at, at + length)));
      text += character;
      found += character;
      at += length;
      continue;
    }
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      text += String.fromCharCode(byte); // the second byte of a character, which was a letter of ASCII
      at += 1;
      continue;
    }
    left += 1;
    text += characters[at] ?? '';
    at += 1;
    while (at < bytes.length && characters[at] === '' && text !== '' && sequenceLength(bytes, at) === 0)
      at += 1;
  }
  return { text, found, left };
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Length of the UTF-8 sequence that begins at a byte, 2 to 4 (RFC 3629); 0 where none does. */
function sequenceLength(bytes: readonly number[], at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let behind = 1; behind < length; behind += 1)
    if (((bytes[at + behind] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const isNoCharacter = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return isOverlong || isNoCharacter ? 0 : length;
}
