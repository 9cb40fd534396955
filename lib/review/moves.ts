import type { Scratch } from './scratch';

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
  /** The number that each name has in the review (identity-numbers.ts). */
  readonly numbers: Int32Array;
}

/** In place of a name: the move has nothing to do with any other. */
export const ALONE = -1;

/** Rows without a move between two moves that still stand together. */
export const GAP = 3;

/** What moves are collected from, a place for each row: numbers of names, 0 where there is none. */
export interface MoveSource {
  readonly rows: readonly number[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** One more than the highest number of a name. */
  readonly size: number;
  /** 1 for rows that do not count, as they only repeat another. */
  readonly isAlike: Uint8Array;
  /** 1 where the new name of a row is plainly another person's. */
  readonly isStrong: Uint8Array;
}

/** Collects the moves of a sheet, in `scratch`. Plain loops: an edit of a name runs them over all rows again. */
export function collectMoves(source: MoveSource, scratch: Scratch): Moves {
  const { rows, from, to, size, isAlike, isStrong } = source;
  const index = scratch.room(from.length);
  const given = scratch.ints(size);
  const taken = scratch.ints(size);
  let count = 0;
  for (let place = 0; place < from.length; place += 1) {
    const left = from[place] ?? 0;
    const right = to[place] ?? 0;
    if (left === 0 || right === 0 || left === right || isAlike[place] === 1) continue;
    index[count] = place;
    count += 1;
    given[left] = (given[left] ?? 0) + 1;
    taken[right] = (taken[right] ?? 0) + 1;
  }
  const moves = emptyColumns(count, scratch);
  /** The name of each number, and one more; 0 while it has none. */
  const nameOf = scratch.ints(size);
  const numbers = scratch.room(Math.min(size, count * 2));
  let names = 0;
  const named = (number: number): number => {
    const known = nameOf[number] ?? 0;
    if (known > 0) return known - 1;
    numbers[names] = number;
    names += 1;
    nameOf[number] = names;
    return names - 1;
  };
  for (let move = 0; move < count; move += 1) {
    const place = index[move] ?? 0;
    const left = from[place] ?? 0;
    const right = to[place] ?? 0;
    moves.index[move] = place;
    moves.row[move] = rows[place] ?? 0;
    moves.isStrong[move] = isStrong[place] ?? 0;
    const isLinked = (given[right] ?? 0) > 0 || (taken[left] ?? 0) > 0;
    moves.from[move] = isLinked ? named(left) : ALONE;
    moves.to[move] = isLinked ? named(right) : ALONE;
  }
  return movesOf(count, moves, names, numbers, scratch);
}

/** The same moves without those that `refuses` names; most often that is none. */
export function withoutMoves(moves: Moves, refuses: (move: number) => boolean, scratch: Scratch): Moves {
  const kept = scratch.room(moves.count);
  let count = 0;
  for (let move = 0; move < moves.count; move += 1) {
    if (refuses(move)) continue;
    kept[count] = move;
    count += 1;
  }
  if (count === moves.count) return moves;
  const next = emptyColumns(count, scratch);
  for (let at = 0; at < count; at += 1) {
    const move = kept[at] ?? 0;
    next.index[at] = moves.index[move] ?? 0;
    next.row[at] = moves.row[move] ?? 0;
    next.from[at] = moves.from[move] ?? 0;
    next.to[at] = moves.to[move] ?? 0;
    next.isStrong[at] = moves.isStrong[move] ?? 0;
  }
  return movesOf(count, next, moves.names, moves.numbers, scratch);
}

type Columns = Pick<Moves, 'index' | 'row' | 'from' | 'to' | 'isStrong'>;

function emptyColumns(count: number, scratch: Scratch): Columns {
  return {
    index: scratch.room(count),
    row: scratch.room(count),
    from: scratch.room(count),
    to: scratch.room(count),
    isStrong: scratch.bytes(count),
  };
}

/** Made here alone, and by no spread: objects of two shapes make every loop over them slow. */
function movesOf(
  count: number,
  { index, row, from, to, isStrong }: Columns,
  names: number,
  numbers: Int32Array,
  scratch: Scratch,
): Moves {
  const given = countsOf(from, scratch.ints(names));
  const taken = countsOf(to, scratch.ints(names));
  return { count, index, row, from, to, isStrong, names, given, taken, numbers };
}

function countsOf(column: Int32Array, counts: Int32Array): Int32Array {
  for (let at = 0; at < column.length; at += 1) {
    const name = column[at] ?? ALONE;
    if (name !== ALONE) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
