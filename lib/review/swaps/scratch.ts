/**
 * Arrays that are needed only until a computation is done, in memory that the next one uses again:
 * a fresh array of 100,000 numbers costs more than the loop that fills it, and an edit needs thirty
 * of them. What is handed out holds until `done`, is zeros, and must not be kept.
 */
export class Scratch {
  #memory = new ArrayBuffer(0);
  #used = 0;
  /** Bytes that were asked for since the last `done`. */
  #wanted = 0;

  ints(length: number): Int32Array {
    return this.room(length).fill(0);
  }

  /** Numbers with any content, for callers that write each before they read it. */
  room(length: number): Int32Array {
    const at = this.#take(length * 4);
    return at < 0 ? new Int32Array(length) : new Int32Array(this.#memory, at, length);
  }

  bytes(length: number): Uint8Array {
    const at = this.#take(length);
    return at < 0 ? new Uint8Array(length) : new Uint8Array(this.#memory, at, length).fill(0);
  }

  floats(length: number): Float64Array {
    const at = this.#take(length * 8);
    return at < 0 ? new Float64Array(length) : new Float64Array(this.#memory, at, length).fill(0);
  }

  /**
   * Takes back what was handed out. The next time there is room for as much, if that is not very
   * much.
   */
  done(): void {
    const isMore = this.#wanted > this.#memory.byteLength;
    if (isMore && this.#wanted <= MOST_BYTES) this.#memory = new ArrayBuffer(this.#wanted);
    this.#used = 0;
    this.#wanted = 0;
  }

  /** Start of the next bytes; -1 when there is no room for them. */
  #take(bytes: number): number {
    const whole = (bytes + 7) & ~7;
    this.#wanted += whole;
    if (this.#used + whole > this.#memory.byteLength) return -1;
    this.#used += whole;
    return this.#used - whole;
  }
}

/** More than a sheet of 500,000 rows needs. */
const MOST_BYTES = 128 * 1024 * 1024;
