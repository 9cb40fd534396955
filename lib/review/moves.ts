import { DenseIds } from './dense-ids';

/**
 * Rows in which a name (or e-mail) becomes really another one: more than case, accents, spacing or order. In the order
 * of the sheet, a place in each column for each move; names are numbers from 0.
 */
export interface Moves {
  readonly count: number;
  /** Place of the row in the table, and its number in the sheet. */
  readonly index: Int32Array;
  readonly row: Int32Array;
  /**
   * The present and the new name of a move that may be one of several: somebody else gives up what it takes, or takes what
   * it gives up. ALONE in all others, which are most moves of an honest sheet.
   */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 where the new name is plainly another person's; a typing error or a new surname is only a weak sign. */
  readonly isStrong: Uint8Array;
  /** How many names there are, and how often each is given up and taken. */
  readonly names: number;
  readonly given: Int32Array;
  readonly taken: Int32Array;
  /** The identity hash of each name. */
  readonly hashes: Float64Array;
}

/** In place of a name: the move has nothing to do with any other. */
export const ALONE = -1;

/** Rows without a move between two moves that still stand together. */
export const GAP = 3;

/** What moves are collected from, a place for each row: identity hashes of names, 0 where there is none. */
export interface MoveSource {
  readonly rows: readonly number[];
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Whether the row counts, and whether its new name is plainly another person's. */
  readonly counts: (index: number) => boolean;
  readonly isStrong: (index: number) => boolean;
}

/** Collects the moves of a sheet. Plain loops: an edit of a name runs them over all rows again. */
export function collectMoves({ rows, from, to, counts, isStrong }: MoveSource): Moves {
  const index = new Int32Array(from.length);
  const given = new HashMarks();
  const taken = new HashMarks();
  let count = 0;
  for (let place = 0; place < from.length; place += 1) {
    const left = from[place] ?? 0;
    const right = to[place] ?? 0;
    if (left === 0 || right === 0 || left === right || !counts(place)) continue;
    index[count] = place;
    count += 1;
    given.add(left);
    taken.add(right);
  }
  const moves = emptyMoves(count);
  let linked = 0;
  for (let move = 0; move < count; move += 1) {
    const place = index[move] ?? 0;
    moves.index[move] = place;
    moves.row[move] = rows[place] ?? 0;
    moves.isStrong[move] = isStrong(place) ? 1 : 0;
    const isLinked = given.mayHave(to[place] ?? 0) || taken.mayHave(from[place] ?? 0);
    moves.from[move] = isLinked ? 0 : ALONE;
    moves.to[move] = isLinked ? 0 : ALONE;
    if (isLinked) linked += 1;
  }
  const ids = new DenseIds(linked * 2);
  const hashes = new Float64Array(linked * 2);
  for (let move = 0; move < count; move += 1) {
    if (moves.from[move] === ALONE) continue;
    const left = from[index[move] ?? 0] ?? 0;
    const right = to[index[move] ?? 0] ?? 0;
    moves.from[move] = ids.add(left);
    moves.to[move] = ids.add(right);
    hashes[moves.from[move] ?? 0] = left;
    hashes[moves.to[move] ?? 0] = right;
  }
  return { ...moves, ...countNames(moves, ids.size), hashes };
}

/** The same moves without those that `refuses` names; most often that is none. */
export function withoutMoves(moves: Moves, refuses: (move: number) => boolean): Moves {
  const kept = new Int32Array(moves.count);
  let count = 0;
  for (let move = 0; move < moves.count; move += 1) {
    if (refuses(move)) continue;
    kept[count] = move;
    count += 1;
  }
  if (count === moves.count) return moves;
  const next = emptyMoves(count);
  for (let at = 0; at < count; at += 1) {
    const move = kept[at] ?? 0;
    next.index[at] = moves.index[move] ?? 0;
    next.row[at] = moves.row[move] ?? 0;
    next.from[at] = moves.from[move] ?? 0;
    next.to[at] = moves.to[move] ?? 0;
    next.isStrong[at] = moves.isStrong[move] ?? 0;
  }
  return { ...next, ...countNames(next, moves.names), hashes: moves.hashes };
}

function emptyMoves(count: number) {
  return {
    count,
    index: new Int32Array(count),
    row: new Int32Array(count),
    from: new Int32Array(count),
    to: new Int32Array(count),
    isStrong: new Uint8Array(count),
  };
}

function countNames({ from, to }: Pick<Moves, 'from' | 'to'>, names: number) {
  return { names, given: countsOf(from, names), taken: countsOf(to, names) };
}

function countsOf(column: Int32Array, names: number): Int32Array {
  const counts = new Int32Array(names);
  for (const name of column) if (name !== ALONE) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** A set of hashes that may say yes by mistake, now and then, and never no: one bit for each, of a million. */
class HashMarks {
  readonly #bits = new Uint8Array(1 << 17);

  add(hash: number): void {
    const bit = bitOf(hash);
    this.#bits[bit >>> 3] = (this.#bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }

  mayHave(hash: number): boolean {
    const bit = bitOf(hash);
    return ((this.#bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}

function bitOf(hash: number): number {
  return (hash >>> 0) & 0xfffff;
}
