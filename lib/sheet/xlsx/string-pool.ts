import { float64At, int32At, itemAt, uint8At } from '../../element-at';
import type { TextRuns } from '../xml/text-runs';

const BLOCK_BITS = 22;
const BLOCK = 1 << BLOCK_BITS;
/** Number of cached strings. The same few are asked for again and again. */
const CACHE_SIZE = 1 << 14;
/**
 * Number of recent texts that are compared. Few enough for a table of 64 KB, which stays in the
 * CPU's cache.
 */
const RECENT = 1 << 13;
/** Longest text that is interned. Longer ones seldom repeat. */
const LONG = 200;

/**
 * Texts as UTF-8 bytes in a few large blocks, by index. A text becomes a string when it is asked
 * for, so that a million cells are not a million strings.
 */
export class StringPool {
  count = 0;
  #blocks: Uint8Array[] = [];
  #block = new Uint8Array();
  /** Views over the same blocks. Texts are copied and compared four bytes at a time. */
  #views: DataView[] = [];
  #view: DataView = viewOf(this.#block);
  #blockStart = 0;
  #used = 0;
  /** Start of each text (block and offset) and its length. */
  #starts = new Float64Array(256);
  #lengths = new Int32Array(256);
  /**
   * Hash table of the recent texts: pairs of hash and index + 1, made at the first `intern`. The
   * hash is here so that a different text is seldom looked up. That memory is far away, and it took
   * a fifth of the scan of a sheet with distinct e-mails and ids.
   */
  #recent = new Int32Array();
  /** Texts that UTF-8 cannot hold: half a surrogate pair, written as `_xD83D_`. */
  readonly #odd = new Map<number, string>();
  readonly #cachedNumbers = new Int32Array(CACHE_SIZE).fill(-1);
  readonly #cachedTexts: string[] = [];
  /** Each block decoded as one character per byte, which is right for ASCII. Made on demand. */
  readonly #asciiBlocks: string[] = [];
  readonly #asciiDecoder = new TextDecoder('latin1');
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #encoder = new TextEncoder();

  /** Adds a text and returns its index. */
  append(runs: TextRuns): number {
    const text = runs.decoded();
    const bytes = text === null ? runs.bytes : this.#encoder.encode(text);
    const number = this.appendBytes(viewOf(bytes), 0, text === null ? runs.length : bytes.length);
    if (text === null) return number;
    if (/[\uD800-\uDFFF]/u.test(text)) this.#odd.set(number, text);
    return number;
  }

  /**
   * Index of a text, a new one unless it is among the recent texts. Repeated values of a column are
   * stored once. A table of all texts would cost more time than it saves memory.
   */
  intern(runs: TextRuns): number {
    const text = runs.decoded();
    if (text !== null && /[\uD800-\uDFFF]/u.test(text)) return this.append(runs);
    const bytes = text === null ? runs.bytes : this.#encoder.encode(text);
    return this.internBytes(viewOf(bytes), 0, text === null ? runs.length : bytes.length);
  }

  /** Interns UTF-8 bytes, like `intern`. */
  internBytes(bytes: DataView, from: number, to: number): number {
    if (to - from > LONG) return this.appendBytes(bytes, from, to);
    let hash = to - from;
    let at = from;
    for (; at + 4 <= to; at += 4) hash = Math.imul(hash ^ bytes.getInt32(at, true), 0x01000193);
    for (; at < to; at += 1) hash = Math.imul(hash ^ bytes.getUint8(at), 0x01000193);
    const place = ((hash ^ (hash >>> 15)) & (RECENT - 1)) * 2;
    if (this.#recent.length === 0) this.#recent = new Int32Array(RECENT * 2);
    if (this.#recent[place] === hash) {
      const number = int32At(this.#recent, place + 1) - 1;
      if (number >= 0 && this.#equals(number, bytes, from, to)) return number;
    }
    const added = this.appendBytes(bytes, from, to);
    this.#recent[place] = hash;
    this.#recent[place + 1] = added + 1;
    return added;
  }

  /** Number of bytes of a text. */
  length(number: number): number {
    return int32At(this.#lengths, number);
  }

  /** Text of an index; "" for one that is missing. */
  text(number: number): string {
    if (!(number >= 0 && number < this.count)) return '';
    const place = number & (CACHE_SIZE - 1);
    if (this.#cachedNumbers[place] === number) return itemAt(this.#cachedTexts, place);
    const text = this.#odd.get(number) ?? this.#decode(number);
    this.#cachedNumbers[place] = number;
    this.#cachedTexts[place] = text;
    return text;
  }

  #decode(number: number): string {
    const start = float64At(this.#starts, number);
    const index = Math.floor(start / BLOCK);
    const block = itemAt(this.#blocks, index);
    const from = start % BLOCK;
    const to = from + int32At(this.#lengths, number);
    for (let at = from; at < to; at += 1) {
      if (uint8At(block, at) > 127) return this.#decoder.decode(block.subarray(from, to));
    }
    // A slice of one long string costs a tenth of decoding.
    return (this.#asciiBlocks[index] ??= this.#asciiDecoder.decode(block)).slice(from, to);
  }

  /** Adds UTF-8 bytes and returns their index. */
  appendBytes(bytes: DataView, from: number, to: number): number {
    const length = to - from;
    // Not `>`: the first text may be empty, and needs a block too.
    if (this.#used + length >= this.#block.length) this.#newBlock(length);
    const block = this.#view;
    const shift = this.#used - from;
    let at = from;
    for (; at + 4 <= to; at += 4) block.setInt32(shift + at, bytes.getInt32(at, true), true);
    for (; at < to; at += 1) block.setUint8(shift + at, bytes.getUint8(at));
    // The decoded string of the last block lacks this text.
    if (this.#asciiBlocks.length === this.#blocks.length) this.#asciiBlocks.pop();
    const number = this.count;
    if (number >= this.#lengths.length) this.#grow();
    this.#starts[number] = this.#blockStart + this.#used;
    this.#lengths[number] = length;
    this.#used += length;
    this.count += 1;
    return number;
  }

  /**
   * Begins a block. The first one is small, so that a workbook of many small sheets stays small. A
   * text longer than a block gets one of its own.
   */
  #newBlock(least: number): void {
    const size = this.#blocks.length === 0 ? Math.max(4096, least) : Math.max(BLOCK, least);
    this.#block = new Uint8Array(size);
    this.#blockStart = this.#blocks.length * BLOCK;
    this.#blocks.push(this.#block);
    this.#view = viewOf(this.#block);
    this.#views.push(this.#view);
    this.#used = 0;
  }

  #grow(): void {
    const size = this.#lengths.length * 2;
    const starts = new Float64Array(size);
    starts.set(this.#starts);
    this.#starts = starts;
    const lengths = new Int32Array(size);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }

  #equals(number: number, bytes: DataView, begin: number, end: number): boolean {
    const length = end - begin;
    if (this.#lengths[number] !== length) return false;
    const start = float64At(this.#starts, number);
    const index = Math.floor(start / BLOCK);
    const block = itemAt(this.#views, index);
    const shift = (start % BLOCK) - begin;
    let at = begin;
    for (; at + 4 <= end; at += 4) {
      if (block.getInt32(shift + at, true) !== bytes.getInt32(at, true)) return false;
    }
    for (; at < end; at += 1) {
      if (block.getUint8(shift + at) !== bytes.getUint8(at)) return false;
    }
    return true;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
