import { uint32At } from '../../element-at';
import { WORD, type CodeList, type CodeMask } from './code-list';

/**
 * A set of codes for each of many rows, in one typed array: 100,000 sets of up to 32 codes take 400
 * kB, of up to 64 codes twice that. Only `add`, `copyRow` and a column change a set.
 */
export class CodeSets<Code extends string> {
  readonly list: CodeList<Code>;
  readonly #words: number;
  #bits: Uint32Array;

  /** Empty sets for so many rows. */
  constructor(list: CodeList<Code>, rows: number) {
    this.list = list;
    this.#words = list.words;
    this.#bits = new Uint32Array(rows * list.words);
  }

  add(row: number, code: Code): void {
    const place = this.list.placeOf(code);
    const at = row * this.#words + (place >>> 5);
    this.#bits[at] = uint32At(this.#bits, at) | (1 << (place & 31));
  }

  has(row: number, code: Code): boolean {
    return this.column(code).has(row);
  }

  /**
   * One code in all rows: for loops over them, which look its bit up once. It shows what is in the
   * sets at any time.
   */
  column(code: Code): CodeColumn {
    const place = this.list.placeOf(code);
    return new CodeColumn(this.#bits, this.#words, place >>> 5, 1 << (place & 31));
  }

  /** Whether a row has one of the codes of a mask. */
  hasAny(row: number, mask: CodeMask): boolean {
    const first = row * this.#words;
    for (let word = 0; word < this.#words; word += 1)
      if ((uint32At(this.#bits, first + word) & uint32At(mask, word)) !== 0) return true;
    return false;
  }

  /**
   * The place in the list of the next code of a row that is in a mask, behind the place `after`
   * (-1: from the start); -1 when there is none.
   */
  next(row: number, mask: CodeMask, after: number): number {
    const first = row * this.#words;
    let behind = ~0 << ((after + 1) & 31);
    for (let word = (after + 1) >>> 5; word < this.#words; word += 1) {
      const left = uint32At(this.#bits, first + word) & uint32At(mask, word) & behind;
      if (left !== 0) return word * WORD + 31 - Math.clz32(left & -left);
      behind = ~0;
    }
    return -1;
  }

  /** Whether a row has the same codes in other sets of the same list. */
  isSame(row: number, other: CodeSets<Code>, otherRow: number): boolean {
    const [first, otherFirst] = [row * this.#words, otherRow * this.#words];
    for (let word = 0; word < this.#words; word += 1)
      if (uint32At(this.#bits, first + word) !== uint32At(other.#bits, otherFirst + word)) return false;
    return true;
  }

  /** The rows that have other codes in other sets of as many rows. */
  differing(other: CodeSets<Code>): readonly number[] {
    const rows: number[] = [];
    for (let at = 0; at < this.#bits.length; at += 1) {
      if (this.#bits[at] === other.#bits[at]) continue;
      const row = Math.floor(at / this.#words);
      if (rows.at(-1) !== row) rows.push(row);
    }
    return rows;
  }

  /** Gives a row the codes of a row of other sets. */
  copyRow(row: number, other: CodeSets<Code>, otherRow: number): void {
    for (let word = 0; word < this.#words; word += 1)
      this.#bits[row * this.#words + word] = uint32At(other.#bits, otherRow * this.#words + word);
  }

  copy(): CodeSets<Code> {
    const copied = new CodeSets(this.list, 0);
    copied.#bits = this.#bits.slice();
    return copied;
  }

  /**
   * With the n-th row of `other` at the n-th of `rows`: these very sets when none of them differs.
   */
  withRows(other: CodeSets<Code>, rows: readonly number[]): CodeSets<Code> {
    const differing = rows.findIndex((row, at) => !this.isSame(row, other, at));
    if (differing < 0) return this;
    const copied = this.copy();
    for (const [at, row] of rows.entries()) copied.copyRow(row, other, at);
    return copied;
  }
}

/** One code in the sets of all rows. */
export class CodeColumn {
  readonly #bits: Uint32Array;
  readonly #words: number;
  readonly #word: number;
  readonly #bit: number;

  constructor(bits: Uint32Array, words: number, word: number, bit: number) {
    this.#bits = bits;
    this.#words = words;
    this.#word = word;
    this.#bit = bit;
  }

  has(row: number): boolean {
    return (uint32At(this.#bits, row * this.#words + this.#word) & this.#bit) !== 0;
  }

  add(row: number): void {
    const at = row * this.#words + this.#word;
    this.#bits[at] = uint32At(this.#bits, at) | this.#bit;
  }

  remove(row: number): void {
    const at = row * this.#words + this.#word;
    this.#bits[at] = uint32At(this.#bits, at) & ~this.#bit;
  }
}
