import { uint8At } from '../../element-at';
import { damaged } from '../zip/reader-error';

/** Longest text of a cell. Excel allows 32,767 characters; other programs write more. */
const LONGEST_TEXT = 4_000_000;

const AMPERSAND = new TextEncoder().encode('&amp;');
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Collects the bytes of one text, which may come in several runs (rich text, CDATA, comments). */
export class TextRuns {
  bytes = new Uint8Array(1024);
  length = 0;
  /**
   * True when the bytes need decoding: they have an entity, a carriage return or an escape
   * (`_x000D_`).
   */
  #escaped = false;

  clear(): void {
    this.length = 0;
    this.#escaped = false;
  }

  add(source: Uint8Array, from: number, to: number): void {
    let at = this.length;
    const after = at + to - from;
    if (after > this.bytes.length) this.#grow(after);
    const { bytes } = this;
    for (let index = from; index < to; index += 1) {
      const byte = uint8At(source, index);
      // & and carriage return; x only behind an underscore.
      if (byte === 38 || byte === 13 || (byte === 120 && at > 0 && bytes[at - 1] === 95))
        this.#escaped = true;
      bytes[at] = byte;
      at += 1;
    }
    this.length = at;
  }

  /** Adds CDATA, where & is no entity. */
  addRaw(source: Uint8Array, from: number, to: number): void {
    for (let index = from; index < to; index += 1) {
      if (source[index] === 38) this.add(AMPERSAND, 0, AMPERSAND.length);
      else this.add(source, index, index + 1);
    }
  }

  /** Decoded text, or null when the bytes already are the text in UTF-8. */
  decoded(): string | null {
    return this.#escaped
      ? decodeXmlText(new TextDecoder().decode(this.bytes.subarray(0, this.length)))
      : null;
  }

  /** Text as a string. */
  text(): string {
    return this.decoded() ?? new TextDecoder().decode(this.bytes.subarray(0, this.length));
  }

  #grow(size: number): void {
    if (size > LONGEST_TEXT) throw damaged('a text of more than 4 MB in one cell');
    const grown = new Uint8Array(size * 2);
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}

/**
 * Decodes text of XML: line ends become LF, the five entities of XML and character numbers are
 * decoded (others stay as written), and so are Office's escapes (`_x000D_`, ECMA-376 22.9.2.19) for
 * characters that XML cannot hold.
 */
export function decodeXmlText(written: string): string {
  const plain = written
    .replace(/\r\n?/g, '\n')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, entityText);
  return plain.replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function entityText(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED.get(name) ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0x10ffff ? whole : String.fromCodePoint(code);
}
