import type { Scratch } from './scratch';

/**
 * Rows in which a name (or e-mail) becomes really another one: more than case, accents, spacing or order. In the order of
 * the sheet. Links are those that may be one of several: somebody else gives up what they take, or takes what they give
 * up. Most moves of an honest sheet are none, and of these nothing but the row is known. Names are the numbers that they
 * have in the review (identity-numbers.ts).
 */
export interface Moves {
  /** How many there are, and the number of each one's row in the sheet. */
  readonly count: number;
  readonly row: Int32Array;
  /** How many links there are, which move each is, and the place of its row in the table. */
  readonly links: number;
  readonly move: Int32Array;
  readonly place: Int32Array;
  /** The present and the new name of each link. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 where the new name is plainly another person's; a typing error or a new surname is only a weak sign. */
  readonly isStrong: Uint8Array;
  /** One more than the highest number of a name, and how often each is given up and taken: by links alone where both is more than 0. */
  readonly names: number;
  readonly given: Int32Array;
  readonly taken: Int32Array;
}

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
  /** 1 where the new name of a row is plainly another person's; null where every one is. */
  readonly isStrong: Uint8Array | null;
  /**
   * Whether the person that a row is about has what it takes already: OWN or NOT_OWN. A name that only passes between
   * credentials of one person is no move. Asked by `askOwn` where it is 0, and only where another row gives the name up.
   */
  readonly own: Uint8Array;
  askOwn(place: number): typeof OWN | typeof NOT_OWN;
}

export const NOT_OWN = 1;
export const OWN = 2;

/** Collects the moves of a sheet, in `scratch`. Plain loops: an edit of a name runs them over all rows again. */
export function collectMoves(source: MoveSource, scratch: Scratch): Moves {
  const { rows, from: left, to: right, size } = source;
  const places = scratch.room(left.length);
  const given = scratch.ints(size);
  const taken = scratch.ints(size);
  const count = findMoves(source, { places, given, taken }, scratch);
  const row = scratch.room(count);
  const move = scratch.room(count);
  const place = scratch.room(count);
  const from = scratch.room(count);
  const to = scratch.room(count);
  const isStrong = scratch.bytes(count);
  let links = 0;
  for (let at = 0; at < count; at += 1) {
    const index = places[at] ?? 0;
    row[at] = rows[index] ?? 0;
    const present = left[index] ?? 0;
    const wanted = right[index] ?? 0;
    if (given[wanted] === 0 && taken[present] === 0) continue;
    move[links] = at;
    place[links] = index;
    from[links] = present;
    to[links] = wanted;
    isStrong[links] = source.isStrong === null ? 1 : (source.isStrong[index] ?? 0);
    links += 1;
  }
  return { count, row, links, move, place, from, to, isStrong, names: size, given, taken };
}

/** The places of moves, and how often each name is given up and taken. */
interface Found {
  readonly places: Int32Array;
  readonly given: Int32Array;
  readonly taken: Int32Array;
}

/** Fills `found`, which is zeros, and gives how many moves there are. */
function findMoves(source: MoveSource, { places, given, taken }: Found, scratch: Scratch): number {
  const { from, to, isAlike, own } = source;
  let count = 0;
  for (let place = 0; place < from.length; place += 1) {
    const left = from[place] ?? 0;
    const right = to[place] ?? 0;
    if (left === 0 || right === 0 || left === right || isAlike[place] === 1) continue;
    places[count] = place;
    count += 1;
    given[left] = (given[left] ?? 0) + 1;
    taken[right] = (taken[right] ?? 0) + 1;
  }
  const owning = scratch.room(count);
  let owns = 0;
  for (let move = 0; move < count; move += 1) {
    const place = places[move] ?? 0;
    if (given[to[place] ?? 0] === 0) continue;
    if (own[place] === 0) own[place] = source.askOwn(place);
    if (own[place] !== OWN) continue;
    owning[owns] = move;
    owns += 1;
  }
  if (owns === 0) return count;
  // Not before all have been asked: to be given up by one of these counts as well.
  let kept = owning[0] ?? 0;
  for (let move = kept, next = 0; move < count; move += 1) {
    const place = places[move] ?? 0;
    if (next < owns && owning[next] === move) {
      const left = from[place] ?? 0;
      const right = to[place] ?? 0;
      given[left] = (given[left] ?? 0) - 1;
      taken[right] = (taken[right] ?? 0) - 1;
      next += 1;
    } else {
      places[kept] = place;
      kept += 1;
    }
  }
  return kept;
}
