import { float64At, itemAt, uint32At } from '../../element-at';
import { ReaderError } from '../zip/reader-error';

/** Kinds of stored cells: the meaning of their number. */
export const NUMBER = 1;
export const SHARED_TEXT = 2;
export const OWN_TEXT = 3;
export const FLAG = 4;
export const ERROR = 5;
/** Day by its type (`t="d"`), as a serial number. */
export const ISO_DAY = 6;

const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;
const FIRST_CHUNK = 1024;
/** Most cells of one workbook. A full sheet of 12 columns has 12.6 million. */
const MOST_CELLS = 30_000_000;
/** Most formats: 15 bits of a cell's word. */
export const MOST_FORMATS = 32_767;

/**
 * Most text that all cells of a workbook show together. Half a million cells that share a text of
 * 32 KB are an attack.
 */
const MOST_TEXT_BYTES = 1_000_000_000;

/** Count of the cells of all sheets of a workbook, and of the bytes of text that they show. */
export interface CellCount {
  cells: number;
  textBytes: number;
}

/**
 * Filled cells of a sheet in the order of rows and columns: 12 bytes each in typed arrays, and no
 * objects. A word has the column (14 bits), the kind (3) and the format (15); the number is beside
 * it. Rows have their offsets, so that one cell in the last row costs one cell.
 */
export class CellStore {
  /** Last row and number of columns that hold anything. */
  rowCount = 0;
  columnCount = 0;
  #size = 0;
  #words: Uint32Array[] = [new Uint32Array(FIRST_CHUNK)];
  #values: Float64Array[] = [new Float64Array(FIRST_CHUNK)];
  #lastWords: Uint32Array = itemAt(this.#words, 0);
  #lastValues: Float64Array = itemAt(this.#values, 0);
  #rowNumbers = new Uint32Array(FIRST_CHUNK);
  #rowStarts = new Uint32Array(FIRST_CHUNK);
  #rows = 0;
  #lastRow = 0;
  #lastColumn = -1;
  #ordered = true;
  readonly #sheet: string;
  readonly #count: CellCount;

  constructor(sheet: string, count: CellCount) {
    this.#sheet = sheet;
    this.#count = count;
  }

  /** Adds a cell; `row` from 1, `column` from 0. */
  add(row: number, column: number, kind: number, format: number, value: number): void {
    if (row !== this.#lastRow) this.#beginRow(row);
    else if (column <= this.#lastColumn) this.#ordered = false;
    this.#lastColumn = column;
    const place = this.#size & (CHUNK - 1);
    if (place >= this.#lastWords.length || (place === 0 && this.#size > 0)) this.#grow();
    this.#lastWords[place] = (column << 18) | (kind << 15) | format;
    this.#lastValues[place] = value;
    this.#size += 1;
    if (column >= this.columnCount) this.columnCount = column + 1;
    this.#count.cells += 1;
    if (this.#count.cells > MOST_CELLS) {
      const facts = { sheet: this.#sheet, cells: this.#count.cells, limit: MOST_CELLS };
      throw new ReaderError({ code: 'too-many-cells', ...facts }, 'too many cells');
    }
  }

  /** Counts the text of a cell with a shared string. */
  addText(bytes: number): void {
    this.#count.textBytes += bytes;
    if (this.#count.textBytes <= MOST_TEXT_BYTES) return;
    const amount = Math.ceil(this.#count.textBytes / 1e6);
    const facts = { what: 'text', amount, limit: MOST_TEXT_BYTES / 1e6 } as const;
    throw new ReaderError({ code: 'file-too-large', ...facts }, 'too much text');
  }

  #beginRow(row: number): void {
    if (row < this.#lastRow) this.#ordered = false;
    if (row > this.rowCount) this.rowCount = row;
    if (this.#rows >= this.#rowNumbers.length) {
      this.#rowNumbers = grown(this.#rowNumbers, this.#rows * 2);
      this.#rowStarts = grown(this.#rowStarts, this.#rows * 2);
    }
    this.#rowNumbers[this.#rows] = row;
    this.#rowStarts[this.#rows] = this.#size;
    this.#rows += 1;
    this.#lastRow = row;
    this.#lastColumn = -1;
  }

  #grow(): void {
    const first = this.#size < CHUNK;
    const words = new Uint32Array(first ? this.#lastWords.length * 2 : CHUNK);
    const values = new Float64Array(words.length);
    if (first) {
      words.set(this.#lastWords);
      values.set(this.#lastValues);
      this.#words.pop();
      this.#values.pop();
    }
    this.#words.push(words);
    this.#values.push(values);
    this.#lastWords = words;
    this.#lastValues = values;
  }

  /** Place of a cell, for the methods below; -1 for a blank one. */
  find(row: number, column: number): number {
    if (!this.#ordered) this.#sort();
    const line = this.#line(row);
    if (line < 0) return -1;
    let low = uint32At(this.#rowStarts, line);
    const end = this.#end(line);
    let high = end;
    // In a row without gaps the cell is right here.
    const guess = low + column;
    if (guess < high && this.#column(guess) === column) return guess;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#column(middle) < column) low = middle + 1;
      else high = middle;
    }
    return low < end && this.#column(low) === column ? low : -1;
  }

  /** Number of columns of a row up to its last cell. */
  width(row: number): number {
    if (!this.#ordered) this.#sort();
    const line = this.#line(row);
    return line < 0 ? 0 : this.#column(this.#end(line) - 1) + 1;
  }

  kind(place: number): number {
    return (this.#word(place) >>> 15) & 7;
  }

  format(place: number): number {
    return this.#word(place) & MOST_FORMATS;
  }

  value(place: number): number {
    return float64At(itemAt(this.#values, place >>> CHUNK_BITS), place & (CHUNK - 1));
  }

  #word(place: number): number {
    return uint32At(itemAt(this.#words, place >>> CHUNK_BITS), place & (CHUNK - 1));
  }

  #column(place: number): number {
    return this.#word(place) >>> 18;
  }

  /** Place behind the last cell of a line. */
  #end(line: number): number {
    return line + 1 < this.#rows ? uint32At(this.#rowStarts, line + 1) : this.#size;
  }

  #line(row: number): number {
    if (this.#rowNumbers[row - 1] === row && row <= this.#rows) return row - 1;
    let low = 0;
    let high = this.#rows;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (uint32At(this.#rowNumbers, middle) < row) low = middle + 1;
      else high = middle;
    }
    return low < this.#rows && this.#rowNumbers[low] === row ? low : -1;
  }

  /**
   * Sorts cells that a program wrote out of order. Of two in one place the later one counts, as in
   * Excel.
   */
  #sort(): void {
    const rowOf = new Uint32Array(this.#size);
    for (let line = 0; line < this.#rows; line += 1) {
      rowOf.fill(uint32At(this.#rowNumbers, line), this.#rowStarts[line], this.#end(line));
    }
    const order = Array.from({ length: this.#size }, (_, place) => place).sort(
      (one, other) =>
        uint32At(rowOf, one) - uint32At(rowOf, other) ||
        this.#column(one) - this.#column(other) ||
        other - one,
    );
    const sorted = new CellStore(this.#sheet, { cells: 0, textBytes: 0 });
    let before = -1;
    for (const place of order) {
      const same =
        before >= 0 && rowOf[before] === rowOf[place] && this.#column(before) === this.#column(place);
      before = place;
      if (same) continue;
      sorted.add(
        uint32At(rowOf, place),
        this.#column(place),
        this.kind(place),
        this.format(place),
        this.value(place),
      );
    }
    this.#words = sorted.#words;
    this.#values = sorted.#values;
    this.#rowNumbers = sorted.#rowNumbers;
    this.#rowStarts = sorted.#rowStarts;
    this.#rows = sorted.#rows;
    this.#size = sorted.#size;
    this.#ordered = true;
  }
}

function grown(from: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(size);
  made.set(from);
  return made;
}
