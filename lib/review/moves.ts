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
  /** The present and the new name. */
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

/** Rows without a move between two moves that still stand together. */
export const GAP = 3;

/** Collects moves; `each` is called with a function that takes one, in the order of the sheet. At most `most`. */
export function collectMoves(
  most: number,
  each: (add: (index: number, row: number, from: number, to: number, isStrong: boolean) => void) => void,
): Moves {
  const ids = new DenseIds(most * 2);
  const index = new Int32Array(most);
  const row = new Int32Array(most);
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  const isStrong = new Uint8Array(most);
  const given = new Int32Array(most * 2);
  const taken = new Int32Array(most * 2);
  const hashes = new Float64Array(most * 2);
  let count = 0;
  const idOf = (hash: number) => {
    const id = ids.add(hash);
    hashes[id] = hash;
    return id;
  };
  each((at, number, fromHash, toHash, strong) => {
    const [left, right] = [idOf(fromHash), idOf(toHash)];
    index[count] = at;
    row[count] = number;
    from[count] = left;
    to[count] = right;
    isStrong[count] = strong ? 1 : 0;
    given[left] = (given[left] ?? 0) + 1;
    taken[right] = (taken[right] ?? 0) + 1;
    count += 1;
  });
  return { count, index, row, from, to, isStrong, names: ids.size, given, taken, hashes };
}

/** The same moves without those that `keeps` refuses. */
export function keepMoves(moves: Moves, keeps: (move: number) => boolean): Moves {
  const at = (column: Int32Array | Float64Array | Uint8Array, place: number) => column[place] ?? 0;
  return collectMoves(moves.count, (add) => {
    for (let move = 0; move < moves.count; move += 1) {
      if (!keeps(move)) continue;
      add(
        at(moves.index, move),
        at(moves.row, move),
        at(moves.hashes, at(moves.from, move)),
        at(moves.hashes, at(moves.to, move)),
        at(moves.isStrong, move) === 1,
      );
    }
  });
}
