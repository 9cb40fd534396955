import { WINDOWS_1252_SIGNS } from '../../credential/windows-1252-signs';
import { decodeDosText } from '../../sheet/encoding/dos-code-pages';

/** The upper half of a single-byte encoding. */
export interface CodePage {
  /** Characters of the bytes 0x80 to 0xFF. U+FFFD: the page has none for the byte. */
  readonly characters: string;
  /** Byte of a character, 0x80 to 0xFF; undefined where the page has none. */
  readonly bytes: ReadonlyMap<string, number>;
}

export type PageName =
  | 'ibm437'
  | 'ibm850'
  | 'ibm852'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1253'
  | 'windows-1254'
  | 'windows-1255'
  | 'windows-1256'
  | 'windows-1257'
  | 'windows-1258'
  | 'windows-874'
  | 'iso-8859-2'
  | 'iso-8859-15'
  | 'macintosh'
  | 'ibm866'
  | 'koi8-r';

const made = new Map<PageName, CodePage>();

/** Gives a page. It is made when it is first asked for: only damaged texts need one. */
export function codePage(name: PageName): CodePage {
  const known = made.get(name);
  if (known !== undefined) return known;
  const characters = charactersOf(name);
  const bytes = new Map(Array.from(characters, (sign, at) => [sign, at + 0x80]));
  bytes.delete('\uFFFD'); // stands for several bytes, and which one it was is lost
  const page = { characters, bytes };
  made.set(name, page);
  return page;
}

function charactersOf(name: PageName): string {
  const upperHalf = Uint8Array.from({ length: 128 }, (_, at) => at + 0x80);
  const dos = decodeDosText(upperHalf, name);
  if (dos !== null) return dos;
  const decoded = new TextDecoder(name).decode(upperHalf);
  return name === 'windows-1252' ? WINDOWS_1252_SIGNS + decoded.slice(32) : decoded;
}
