import { failed, ok, type Result } from '../result';
import { recordsAt, type Records } from './records';
import type { SheetProblem, TextReading } from './sheet';

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const NO_BREAK_SPACE = 0xa0;

/** The width of a sheet in every spreadsheet program of today: a wider record is no table. */
const MOST_COLUMNS = 16_384;
/** Three full sheets of a dozen columns; 200 MB of places. */
export const MOST_FIELDS = 40_000_000;

/**
 * Splits delimited text into records in one pass that copies nothing. Quoted fields may hold delimiters, doubled quotes
 * and line ends; LF, CRLF, CR and all of them mixed end a record; records may be of different length. A quote opens a
 * field only as its first character, and closes it only before a delimiter or line end (spaces between are dropped); any
 * other is a character like others. A quote that is never closed, or a field with such other quotes that runs over a line
 * end or over quotes around a delimiter, would swallow rows or fields: that is `file-damaged` with the record, never a
 * guess.
 *
 * `pause` is awaited after every few megabytes, so that whoever wants to stop it can (by throwing from it).
 */
export async function scanRecords(
  text: string,
  delimiter: TextReading['delimiter'],
  pause: () => Promise<void>,
): Promise<Result<Records, SheetProblem>> {
  const scan = new Scan(text, delimiter.charCodeAt(0));
  while (scan.problem === null && !scan.done) {
    if (scan.at > 0) await pause();
    scan.run(scan.at + CHARACTERS_AT_ONCE);
  }
  return scan.problem === null ? ok(scan.records()) : failed(scan.problem);
}

/** 10 to 20 ms of work. */
const CHARACTERS_AT_ONCE = 8_000_000;

/** Where a scan stands: a class, because its numbers are changed millions of times. */
class Scan {
  at = 0;
  done = false;
  problem: SheetProblem | null = null;
  readonly #text: string;
  readonly #delimiter: number;
  #bounds: Uint32Array;
  #places = 0;
  #firsts: Uint32Array;
  #count = 0;

  constructor(text: string, delimiter: number) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#bounds = new Uint32Array(64 + Math.min(MOST_FIELDS, text.length >>> 3));
    this.#firsts = new Uint32Array(64 + (text.length >>> 6));
  }

  /** Takes whole records until one begins at or behind `until`, or all are taken. */
  run(until: number): void {
    const text = this.#text;
    const length = text.length;
    const delimiter = this.#delimiter;
    let at = this.at;
    while (at < length && at < until) {
      const first = this.#places;
      let recordOpen = true;
      while (recordOpen) {
        this.#place(at);
        // The common field, without a call: nothing in it but its characters.
        let code = at < length ? text.charCodeAt(at) : LF;
        if (code === QUOTE) {
          at = this.#endOfQuoted(at);
          if (this.problem !== null) return;
          code = at < length ? text.charCodeAt(at) : LF;
        } else {
          while (code !== delimiter && code !== LF && code !== CR) {
            at += 1;
            code = at < length ? text.charCodeAt(at) : LF;
          }
        }
        if (code === delimiter) {
          at += 1;
          if (this.#places - first <= MOST_COLUMNS) continue;
          const detail = `record ${this.#count + 1} has more than ${MOST_COLUMNS} fields`;
          this.problem = { code: 'file-damaged', detail };
          return;
        }
        this.#place(at + 1);
        at += code === CR && at + 1 < length && text.charCodeAt(at + 1) === LF ? 2 : 1;
        recordOpen = false;
      }
      this.#endRecord(first);
      if (this.problem !== null) return;
    }
    this.at = at;
    this.done = at >= length;
  }

  records(): Records {
    const firsts = growTo(this.#firsts, this.#count + 1);
    firsts[this.#count] = this.#places;
    // Cut to size by a copy: the room for growth is given back.
    return recordsAt(this.#text, this.#bounds.slice(0, this.#places), firsts.slice(0, this.#count + 1));
  }

  #place(at: number): void {
    if (this.#places === this.#bounds.length) this.#bounds = growTo(this.#bounds, this.#places + 1);
    this.#bounds[this.#places] = at;
    this.#places += 1;
  }

  #endRecord(first: number): void {
    this.#firsts = growTo(this.#firsts, this.#count + 1);
    this.#firsts[this.#count] = first;
    this.#count += 1;
    if (this.#places > MOST_FIELDS) {
      this.problem = { code: 'too-many-cells', sheet: 'Sheet1', cells: this.#places, limit: MOST_FIELDS };
    }
  }

  /** The end of the field whose quote is at `open`: its delimiter, line end or the end of the text. */
  #endOfQuoted(open: number): number {
    const text = this.#text;
    let strayQuote = false;
    let close = text.indexOf('"', open + 1);
    while (close !== -1) {
      if (text.charCodeAt(close + 1) === QUOTE) {
        close = text.indexOf('"', close + 2);
        continue;
      }
      const end = this.#behindSpaces(close + 1);
      if (end !== -1) {
        if (strayQuote && this.#swallows(open, close)) break;
        return end;
      }
      strayQuote = true;
      close = text.indexOf('"', close + 1);
    }
    this.problem = { code: 'file-damaged', detail: `a quote in record ${this.#count + 1} is not closed` };
    return open;
  }

  /** Whether a field with other quotes in it runs over a line end, or over where one ends and the next begins (`","`). */
  #swallows(open: number, close: number): boolean {
    const text = this.#text;
    for (let at = open + 1; at < close; at += 1) {
      const code = text.charCodeAt(at);
      if (code === LF || code === CR) return true;
      if (code !== QUOTE || text.charCodeAt(at + 1) !== this.#delimiter) continue;
      if (at + 2 < close && text.charCodeAt(at + 2) === QUOTE) return true;
    }
    return false;
  }

  /** Where the field ends when nothing but spaces is before its delimiter or line end; else -1. */
  #behindSpaces(from: number): number {
    const text = this.#text;
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === LF || code === CR) return at;
      if (code !== SPACE && code !== TAB && code !== NO_BREAK_SPACE) return -1;
    }
    return at;
  }
}

/** The same numbers with room for `size` of them: twice as much when it is short. */
function growTo(numbers: Uint32Array, size: number): Uint32Array {
  if (size <= numbers.length) return numbers;
  const grown = new Uint32Array(Math.max(size, numbers.length * 2));
  grown.set(numbers);
  return grown;
}
