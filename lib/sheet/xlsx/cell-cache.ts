import { int32At } from '../../element-at';
import type { Cell } from '../cells/sheet';

/** A power of two. Of dates and grades, the same few thousand are met again and again. */
const PLACES = 1 << 13;

const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

/**
 * The cells of formatted numbers that were made last: to write a date out costs twenty times as much as to find it here.
 * No more memory than its places is ever taken; two that fall on one place push each other out.
 */
export class CellCache {
  readonly #values = new Float64Array(PLACES).fill(NaN);
  readonly #formats = new Int32Array(PLACES);
  readonly #cells: Cell[] = [];

  /** The cell of this value in this format (by its index), made by `make` when it is not here. */
  get(value: number, format: number, make: () => Cell): Cell {
    number[0] = value;
    const mixed = Math.imul(int32At(halves, 0) ^ int32At(halves, 1) ^ format, 0x9e3779b1);
    const place = mixed >>> 19;
    const kept = this.#cells[place];
    if (kept !== undefined && this.#values[place] === value && this.#formats[place] === format) return kept;
    const made = make();
    this.#values[place] = value;
    this.#formats[place] = format;
    this.#cells[place] = made;
    return made;
  }
}
