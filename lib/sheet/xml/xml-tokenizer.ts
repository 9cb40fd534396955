import { int32At, uint8At } from '../../element-at';
import { damaged } from '../zip/reader-error';

/** Kinds of token that `XmlTokenizer.next` returns. MORE asks for the next chunk. */
export const MORE = 0;
export const START = 1;
export const END = 2;
export const TEXT = 3;
export const RAW = 4;

const MOST_ATTRIBUTES = 64;
const MOST_DEPTH = 100;
/** Most bytes of a tag or text. A cell holds 32,767 characters. */
const LONGEST_TOKEN = 16_000_000;

/**
 * Tokenizes UTF-8 XML chunk by chunk, in one pass and without objects. `feed` a chunk, then, unless
 * that was false, call `next` until it returns MORE. Prefixes of names are ignored. Comments and
 * instructions are skipped. A document type is refused: it could only declare entities (a bomb),
 * and spreadsheets have none. The fields describe the current token until the next call.
 */
export class XmlTokenizer {
  /** Current bytes. `from` to `to` is the text of TEXT and RAW. */
  bytes: Uint8Array = new Uint8Array();
  /** View over the same bytes. */
  view = new DataView(this.bytes.buffer);
  from = 0;
  to = 0;
  /** Code of the tag's name, of START and END. */
  name = 0;
  /** True when a START has no END of its own (`<v/>`). */
  empty = false;
  depth = 0;
  /**
   * Offset of the next token. A caller that has read on by itself may set it to the beginning of a
   * token.
   */
  at = 0;
  /** Attributes as triples: code of the name, begin and end of the value. */
  readonly #attributes = new Int32Array(MOST_ATTRIBUTES * 3);
  #attributeCount = 0;
  #end = 0;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #joined = new Uint8Array();

  /**
   * Adds the next chunk. False when nothing is to be read yet: a token that is cut off is read
   * again only when its length has doubled, so that a long one stays linear.
   */
  feed(chunk: Uint8Array): boolean {
    const left = this.#end - this.at;
    if (left === 0) {
      this.#hold(chunk);
      return true;
    }
    if (left + this.#waitingBytes > LONGEST_TOKEN) throw damaged('a tag or text without an end');
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes < left) return false;
    this.#join();
    return true;
  }

  #hold(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
    this.#end = bytes.length;
  }

  /**
   * Joins the waiting chunks in one reused buffer. Nearly every chunk ends within a token, and a
   * new array for each cost a fifth of the scan.
   */
  #join(): void {
    const left = this.#end - this.at;
    const length = left + this.#waitingBytes;
    const rest = this.bytes.subarray(this.at, this.#end);
    if (length > this.#joined.length) this.#joined = new Uint8Array(length * 2);
    this.#joined.set(rest);
    let at = left;
    for (const chunk of this.#waiting) {
      this.#joined.set(chunk, at);
      at += chunk.length;
    }
    this.#hold(this.#joined.subarray(0, length));
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  /** Ends the input: reads the chunks that still wait, then checks that the XML is complete. */
  finish(readAll: () => void): void {
    if (this.#waitingBytes > 0) {
      this.#join();
      readAll();
    }
    const rest = this.bytes.subarray(this.at, this.#end);
    if (this.depth !== 0 || rest.some((byte) => byte > 32)) throw damaged('XML that breaks off');
  }

  /** Reads the next token; MORE when it is not complete yet. */
  next(): number {
    const { bytes } = this;
    const end = this.#end;
    for (;;) {
      const at = this.at;
      if (at >= end) return MORE;
      if (bytes[at] !== 60) {
        let to = at + 1;
        while (to < end && bytes[to] !== 60) to += 1;
        if (to === end) return MORE;
        this.from = at;
        this.to = to;
        this.at = to;
        return TEXT;
      }
      const byte = bytes[at + 1];
      if (byte === 33 || byte === 63) {
        const found = byte === 33 ? this.#declaration(at) : this.#passOver(at + 2, 63, 0);
        if (found === MORE || found === RAW) return found;
        continue;
      }
      return byte === 47 ? this.#endTag(at + 2) : this.#startTag(at + 1);
    }
  }

  /** Sets `from` and `to` to the value of an attribute. False without one. */
  attribute(name: number): boolean {
    for (let index = 0; index < this.#attributeCount; index += 3) {
      if (this.#attributes[index] !== name) continue;
      this.from = int32At(this.#attributes, index + 1);
      this.to = int32At(this.#attributes, index + 2);
      return true;
    }
    return false;
  }

  /** Value of an attribute that is one ASCII word ("true", "inlineStr"); null without one. */
  word(name: number): string | null {
    if (!this.attribute(name)) return null;
    return String.fromCharCode(...this.bytes.subarray(this.from, Math.min(this.to, this.from + 40)));
  }

  /**
   * Reads a comment or CDATA. Returns RAW for CDATA, START for a skipped comment, MORE when it is
   * cut off.
   */
  #declaration(at: number): number {
    const { bytes } = this;
    if (this.#end - at < 4) return MORE;
    if (bytes[at + 2] === 45 && bytes[at + 3] === 45) return this.#passOver(at + 4, 45, 45);
    if (this.#end - at < 9) return MORE;
    if (bytes[at + 2] !== 91) throw damaged('a document type, which spreadsheets do not have');
    const from = at + 9;
    const found = this.#passOver(from, 93, 93);
    if (found === MORE) return MORE;
    this.from = from;
    this.to = this.at - 3;
    return RAW;
  }

  /**
   * Skips to behind `first second >`, or `first >` without a second. START when it was found, else
   * MORE.
   */
  #passOver(from: number, first: number, second: number): number {
    const { bytes } = this;
    const ahead = second === 0 ? 1 : 2;
    for (let at = from; at + ahead < this.#end; at += 1) {
      if (bytes[at] !== first || bytes[at + ahead] !== 62 || (second !== 0 && bytes[at + 1] !== second))
        continue;
      this.at = at + ahead + 1;
      return START;
    }
    return MORE;
  }

  #endTag(from: number): number {
    const { bytes } = this;
    const end = this.#end;
    let name = 0;
    let at = from;
    for (; at < end; at += 1) {
      const byte = uint8At(bytes, at);
      if (byte === 62) break;
      if (byte === 58) name = 0;
      else if (byte > 32) name = (Math.imul(name, 31) + byte) | 0;
    }
    if (at >= end) return MORE;
    this.name = name;
    this.depth -= 1;
    if (this.depth < 0) throw damaged('an end tag too many');
    this.at = at + 1;
    return END;
  }

  #startTag(from: number): number {
    const { bytes } = this;
    const end = this.#end;
    let name = 0;
    let at = from;
    let byte = 0;
    for (; at < end; at += 1) {
      byte = uint8At(bytes, at);
      if (byte <= 32 || byte === 62 || byte === 47) break;
      name = byte === 58 ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    let count = 0;
    for (;;) {
      while (at < end && uint8At(bytes, at) <= 32) at += 1;
      if (at >= end) return MORE;
      byte = uint8At(bytes, at);
      if (byte === 62) break;
      if (byte === 47) {
        if (at + 1 >= end) return MORE;
        if (bytes[at + 1] !== 62) throw damaged('a tag that is none');
        break;
      }
      let attribute = 0;
      for (; at < end; at += 1) {
        byte = uint8At(bytes, at);
        if (byte === 61 || byte <= 32) break;
        if (byte === 62 || byte === 60) throw damaged('an attribute without a value');
        attribute = byte === 58 ? 0 : (Math.imul(attribute, 31) + byte) | 0;
      }
      while (at < end && (uint8At(bytes, at) <= 32 || bytes[at] === 61)) at += 1;
      if (at >= end) return MORE;
      const quote = uint8At(bytes, at);
      if (quote !== 34 && quote !== 39) throw damaged('an attribute without quotes');
      const start = (at += 1);
      while (at < end && bytes[at] !== quote) at += 1;
      if (at >= end) return MORE;
      if (count < this.#attributes.length) {
        this.#attributes[count] = attribute;
        this.#attributes[count + 1] = start;
        this.#attributes[count + 2] = at;
        count += 3;
      }
      at += 1;
    }
    this.empty = byte === 47;
    this.at = at + (this.empty ? 2 : 1);
    this.name = name;
    this.#attributeCount = count;
    if (!this.empty) this.depth += 1;
    if (this.depth > MOST_DEPTH) throw damaged('tags nested too deep');
    return START;
  }
}
