import { float64At, int32At } from '../../element-at';

/**
 * Small numbers for big ones: 0, 1, 2 ... in the order in which they are first given. Open
 * addressing in two arrays; a `Map` of 100,000 takes ten times as long. The key 0 means none and
 * has no number.
 */
export class DenseIds {
  #keys: Float64Array;
  #ids: Int32Array;
  #mask: number;
  size = 0;

  /** Has room for `expected` different keys; it grows when there are more. */
  constructor(expected: number) {
    let room = 16;
    while (room < expected * 2) room *= 2;
    this.#keys = new Float64Array(room);
    this.#ids = new Int32Array(room);
    this.#mask = room - 1;
  }

  /** The number of a key, a new one if it has none yet. */
  add(key: number): number {
    const place = this.#placeOf(key);
    if (this.#keys[place] !== 0) return int32At(this.#ids, place);
    this.#keys[place] = key;
    this.#ids[place] = this.size;
    this.size += 1;
    if (this.size * 2 > this.#mask) this.#grow();
    return this.size - 1;
  }

  /** The number of a key; NOT_THERE when it was never added. */
  find(key: number): number {
    const place = this.#placeOf(key);
    return key === 0 || this.#keys[place] === 0 ? NOT_THERE : int32At(this.#ids, place);
  }

  #placeOf(key: number): number {
    let place = Math.imul((key >>> 0) ^ Math.floor(key / 0x100000000), 0x9e3779b1) >>> 3;
    for (place &= this.#mask; ; place = (place + 1) & this.#mask) {
      const there = this.#keys[place];
      if (there === key || there === 0) return place;
    }
  }

  #grow(): void {
    const [keys, ids] = [this.#keys, this.#ids];
    this.#keys = new Float64Array(keys.length * 2);
    this.#ids = new Int32Array(keys.length * 2);
    this.#mask = keys.length * 2 - 1;
    for (let at = 0; at < keys.length; at += 1) {
      const key = float64At(keys, at);
      if (key === 0) continue;
      const place = this.#placeOf(key);
      this.#keys[place] = key;
      this.#ids[place] = int32At(ids, at);
    }
  }
}

export const NOT_THERE = -1;
