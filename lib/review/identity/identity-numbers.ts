import { float64At, int32At } from '../../element-at';
import { DenseIds } from './dense-ids';
import type { IdentityHolders } from './identity-holders';

/**
 * Small numbers, from 1, for the names (or e-mails) that the rows of a sheet give up and take; 0 is
 * none. Numbers are only ever added: the reviews of a sheet share them, edit after edit, so that an
 * edit need not number 100,000 names again.
 */
export class IdentityNumbers {
  readonly #ids: DenseIds;
  #hashes: Float64Array;
  /** How many people have each, and one more; 0 where nobody has asked. */
  #people: Int32Array;

  /** Has room for as many as so many rows may take. */
  constructor(rows: number) {
    this.#ids = new DenseIds(rows);
    this.#hashes = new Float64Array(rows + 2);
    this.#people = new Int32Array(rows + 2);
  }

  /** One more than the highest number. */
  get size(): number {
    return this.#ids.size + 1;
  }

  /** The number of an identity hash. */
  of(hash: number): number {
    if (hash === 0) return 0;
    const number = this.#ids.add(hash) + 1;
    if (number >= this.#hashes.length) this.#grow();
    this.#hashes[number] = hash;
    return number;
  }

  hashOf(number: number): number {
    return float64At(this.#hashes, number);
  }

  /**
   * How many people of the group have it now. `holders` are those of the group that the sheet is
   * about.
   */
  peopleWith(number: number, holders: IdentityHolders): number {
    const known = int32At(this.#people, number);
    if (known > 0) return known - 1;
    const people = holders.peopleWith(this.hashOf(number));
    this.#people[number] = people + 1;
    return people;
  }

  #grow(): void {
    const [hashes, people] = [this.#hashes, this.#people];
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#hashes.set(hashes);
    this.#people = new Int32Array(people.length * 2);
    this.#people.set(people);
  }
}
