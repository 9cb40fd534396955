import { uint32At } from '../../element-at';
import { failed, ok, type Result } from '../../result';
import { QuoteAmbiguity, type FieldPlace } from './quote-ambiguity';
import { closingQuote, recordsAt, type Records } from '../cells/records';
import type { SheetProblem, TextReading } from '../cells/sheet';

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const BACKSLASH = 92;
const TAB = 9;
const NO_BREAK_SPACE = 0xa0;

/** Width of a sheet in every current spreadsheet program. A wider record is no table. */
const MOST_COLUMNS = 16_384;
/** Longest record in characters: 120 full cells of Excel. A longer one is no table. */
const LONGEST_RECORD = 4_000_000;
/** Three full sheets of a dozen columns: 200 MB of offsets. */
export const MOST_FIELDS = 40_000_000;

/**
 * Splits delimited text into records in one pass, without copying. Quoted fields may hold
 * delimiters, doubled quotes and line ends. LF, CRLF and CR, also mixed, end a record. Records may
 * differ in length.
 *
 * A quote opens a field only as its first character. The next quote that is not doubled closes it.
 * Text behind it, up to the delimiter or line end, belongs to the field, as in Excel and Python's
 * csv. So a stray quote never swallows a row. Text quoted as in RFC 4180 has no other reading.
 * Elsewhere the writer may have meant the field to go on (quote-ambiguity.ts). Such text, and a
 * quote that is never closed, fail with `quotes-unclear` and the place; nothing is guessed.
 *
 * `pause` is awaited every few megabytes. It stops the scan by throwing.
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

/** Amount of 10 to 20 ms of work. */
const CHARACTERS_AT_ONCE = 8_000_000;

/** State of a scan. A class, because its numbers change millions of times. */
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
  readonly #ambiguity = new QuoteAmbiguity();

  constructor(text: string, delimiter: number) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#bounds = new Uint32Array(64 + Math.min(MOST_FIELDS, text.length >>> 3));
    this.#firsts = new Uint32Array(64 + (text.length >>> 6));
  }

  /** Scans whole records until one begins at `until` or later, or the text ends. */
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
        // Fast path without a call for the common, unquoted field.
        let code = at < length ? text.charCodeAt(at) : LF;
        if (code === QUOTE) {
          at = this.#endOfQuoted(at, this.#places - first - 1);
          if (this.problem !== null) return;
          code = at < length ? text.charCodeAt(at) : LF;
        } else {
          const isSpaced = code !== delimiter && isSpace(code);
          while (code !== delimiter && code !== LF && code !== CR) {
            at += 1;
            code = at < length ? text.charCodeAt(at) : LF;
          }
          if (isSpaced || this.#ambiguity.isPending) this.#lookAtBare(at, this.#places - first - 1);
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
    // Copies to the exact size, which frees the room for growth.
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
    if (this.#ambiguity.isPending) {
      const isRegular = this.#count > 1 && this.#places - first === uint32At(this.#firsts, 1);
      this.#ambiguity.endRecord(this.#count, isRegular);
    }
    const { rejected } = this.#ambiguity;
    const length = uint32At(this.#bounds, this.#places - 1) - uint32At(this.#bounds, first);
    if (rejected !== null) this.#reject(rejected);
    else if (length > LONGEST_RECORD) {
      const detail = `record ${this.#count} has more than ${LONGEST_RECORD} characters`;
      this.problem = { code: 'file-damaged', detail };
    } else if (this.#places > MOST_FIELDS) {
      this.problem = { code: 'too-many-cells', sheet: null, cells: this.#places, limit: MOST_FIELDS };
    }
  }

  #reject({ row, column }: FieldPlace): void {
    this.problem = { code: 'quotes-unclear', row, column };
  }

  /** End of the field whose quote is at `open`: its delimiter, line end, or the end of the text. */
  #endOfQuoted(open: number, column: number): number {
    const text = this.#text;
    const close = closingQuote(text, open);
    const place = { row: this.#count + 1, column };
    if (close === -1) {
      this.#reject(place);
      return open;
    }
    // In another dialect a quote behind a backslash does not close.
    const isEscaped = text.charCodeAt(close - 1) === BACKSLASH;
    const end = this.#behindSpaces(close + 1);
    if (end === -1) {
      if (!isEscaped && !this.#mayEndBefore(open + 1, close)) return this.#endOfStray(close + 1, place);
      this.#reject(place);
      return open;
    }
    // An empty one could be two quotes within the ambiguous field.
    if (this.#ambiguity.isPending && close > open + 1) this.#ambiguity.meetQuotedField();
    if (isEscaped) this.#ambiguity.raise({ ...place, odd: false, ended: false });
    return end;
  }

  /**
   * Tells whether the field could have ended before its closing quote, at a line end or at a quote
   * before a delimiter. Otherwise a field that ends with an undoubled quote (24") would swallow the
   * next field or row.
   */
  #mayEndBefore(from: number, close: number): boolean {
    const text = this.#text;
    for (let at = from; at < close; at += 1) {
      const code = text.charCodeAt(at);
      if (code === LF || code === CR) return true;
      if (code === QUOTE && text.charCodeAt(at + 1) === this.#delimiter) return true;
    }
    return false;
  }

  /** End of a field with text behind its closing quote. */
  #endOfStray(from: number, place: FieldPlace): number {
    const text = this.#text;
    let end = from;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === this.#delimiter || code === LF || code === CR) break;
    }
    const odd = this.#quotesIn(from, end) % 2 === 1;
    const ended = this.#quotesAtEnd(from, end) % 2 === 1;
    if (odd && ended) this.#ambiguity.meetQuoteAtEnd(place);
    // `"Joe "Big" Smith"` is complete. `"6" pipe"` could go on in its record, `"Big" Joe` to any
    // closing quote.
    if (odd || !ended) this.#ambiguity.raise({ ...place, odd, ended });
    return end;
  }

  /** Examines the quotes of an unquoted field that ends at `end`. */
  #lookAtBare(end: number, column: number): void {
    const start = uint32At(this.#bounds, this.#places - 1);
    const ended = this.#quotesAtEnd(start, end) > 0;
    const place = { row: this.#count + 1, column };
    if (ended) this.#ambiguity.meetQuoteAtEnd(place);
    // In another dialect spaces may stand before the opening quote.
    let at = start;
    while (at < end && isSpace(this.#text.charCodeAt(at))) at += 1;
    const opens = at > start && at < end && this.#text.charCodeAt(at) === QUOTE;
    if (opens && this.#quotesIn(at, end) % 2 === 1) this.#ambiguity.raise({ ...place, odd: true, ended });
  }

  #quotesIn(from: number, end: number): number {
    let quotes = 0;
    for (let at = from; at < end; at += 1) {
      if (this.#text.charCodeAt(at) === QUOTE) quotes += 1;
    }
    return quotes;
  }

  /** Counts the quotes at the end of a field, ignoring spaces behind them. */
  #quotesAtEnd(from: number, end: number): number {
    const text = this.#text;
    let at = end;
    while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1;
    let quotes = 0;
    while (at > from && text.charCodeAt(at - 1) === QUOTE) {
      at -= 1;
      quotes += 1;
    }
    return quotes;
  }

  /** End of the field when only spaces follow up to it; else -1. */
  #behindSpaces(from: number): number {
    const text = this.#text;
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === LF || code === CR) return at;
      if (!isSpace(code)) return -1;
    }
    return at;
  }
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === NO_BREAK_SPACE;
}

/** Grows an array to at least `size`, by doubling. */
function growTo(numbers: Uint32Array, size: number): Uint32Array {
  if (size <= numbers.length) return numbers;
  const grown = new Uint32Array(Math.max(size, numbers.length * 2));
  grown.set(numbers);
  return grown;
}
