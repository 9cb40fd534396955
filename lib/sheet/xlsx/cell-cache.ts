import { int32At } from '../../element-at';
import type { Cell } from '../cells/sheet';

/** Number of places, a power of two. Dates and grades repeat within a few thousand values. */
const PLACES = 1 << 13;

const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

/**
 * Cache of the last formatted number cells. Writing a date costs twenty times as much as finding it
 * here. Its memory is fixed: two cells for one place replace each other.
 */
export class CellCache {
  readonly #values = new Float64Array(PLACES).fill(NaN);
  readonly #formats = new Int32Array(PLACES);
  readonly #cells: Cell[] = [];

  /** Cell of a value in a format (by its index), made by `make` when it is not cached. */
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
