import { uint32At } from '../../element-at';

/** Bits in a word of a set. */
export const WORD = 32;

/** Some codes of a list, as they are stored: to be asked for at once. */
export type CodeMask = Uint32Array & { readonly mask: unique symbol };

/**
 * A list of codes, of any length. The place of a code is its bit in a set; sets have as many words
 * of 32 bits as the list needs.
 */
export class CodeList<Code extends string> {
  readonly codes: readonly Code[];
  readonly words: number;
  readonly #places: ReadonlyMap<Code, number>;

  constructor(codes: readonly Code[]) {
    this.codes = codes;
    this.words = Math.ceil(codes.length / WORD);
    this.#places = new Map(codes.map((code, place) => [code, place]));
  }

  /** The place of a code in the list. @throws RangeError for a code that is not in it. */
  placeOf(code: Code): number {
    const place = this.#places.get(code);
    if (place === undefined) throw new RangeError(`the list has no code "${code}"`);
    return place;
  }

  mask(codes: readonly Code[]): CodeMask {
    const words = new Uint32Array(this.words);
    for (const code of codes) {
      const place = this.placeOf(code);
      words[place >>> 5] = uint32At(words, place >>> 5) | (1 << (place & 31));
    }
    return words as CodeMask;
  }
}
