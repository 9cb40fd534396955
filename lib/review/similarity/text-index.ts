import { int32At, itemAt } from '../../element-at';

/**
 * Places of a list by a text that they have: one, or several that share it. Open addressing in an
 * array of numbers, and the texts themselves are compared; a `Map` of 100,000 texts takes ten times
 * as long to make.
 */
export class TextIndex {
  readonly #texts: string[] = [];
  readonly #places: number[] = [];
  /** By the number of a text: the places of those that several share. */
  readonly #shared = new Map<number, number[]>();
  /** One more than the number of a text, by the spread bits of the text; 0 for none. */
  #slots: Int32Array;

  /** Has room for so many texts; it grows when there are more. */
  constructor(expected: number) {
    let room = 16;
    while (room < expected * 2) room *= 2;
    this.#slots = new Int32Array(room);
  }

  /** How many different texts there are. */
  get size(): number {
    return this.#texts.length;
  }

  /** Adds a place to those of a text, if it is not the last one there. */
  add(text: string, place: number): void {
    const slot = this.#slotOf(text);
    const number = int32At(this.#slots, slot) - 1;
    if (number < 0) {
      this.#texts.push(text);
      this.#places.push(place);
      this.#slots[slot] = this.#texts.length;
      if (this.#texts.length * 2 > this.#slots.length) this.#grow();
      return;
    }
    const shared = this.#shared.get(number);
    const first = itemAt(this.#places, number);
    if (shared === undefined) {
      if (first !== place) this.#shared.set(number, [first, place]);
    } else if (shared.at(-1) !== place) shared.push(place);
  }

  /** The place that a text belongs to, or several: the same list whenever it is asked for. */
  get(text: string): number | readonly number[] | undefined {
    const number = int32At(this.#slots, this.#slotOf(text)) - 1;
    return number < 0 ? undefined : (this.#shared.get(number) ?? this.#places[number]);
  }

  has(text: string): boolean {
    return this.#slots[this.#slotOf(text)] !== 0;
  }

  #slotOf(text: string): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(text) & mask; ; slot = (slot + 1) & mask) {
      const number = int32At(this.#slots, slot) - 1;
      if (number < 0 || this.#texts[number] === text) return slot;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (const [number, text] of this.#texts.entries()) this.#slots[this.#slotOf(text)] = number + 1;
  }
}

/** FNV-1a over the code units, spread (the end of MurmurHash3). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
