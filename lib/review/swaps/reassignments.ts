import { addInt32, int32At, itemAt, uint8At } from '../../element-at';
import type { Scratch } from './scratch';

/**
 * Rows in which a name (or e-mail) becomes really another one: more than case, accents, spacing or
 * order. In the order of the sheet. A *link* is a reassignment that may be one of several, because
 * another row gives up the name that it takes, or takes the name that it gives up. Most
 * reassignments of an honest sheet are no links, and only their row is kept. Names are the numbers
 * that they have in the review (identity-numbers.ts).
 */
export interface Reassignments {
  /** How many there are, and the number of each row in the sheet. */
  readonly count: number;
  readonly row: Int32Array;
  /**
   * How many links there are, which reassignment each is, and the place of its row in the table.
   */
  readonly links: number;
  readonly reassignment: Int32Array;
  readonly place: Int32Array;
  /** The present and the new name of each link. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /**
   * 1 where the new name is plainly another person's. A typing error or a new surname is a weak
   * sign only.
   */
  readonly isStrong: Uint8Array;
  /**
   * One more than the highest number of a name; how often each is given up (out-degree) and taken
   * (in-degree).
   */
  readonly names: number;
  readonly outDegree: Int32Array;
  readonly inDegree: Int32Array;
}

/** Rows without a reassignment that may lie between two of one block. */
export const GAP = 3;

/**
 * The columns that reassignments are collected from, with a place for each row: numbers of names, 0
 * for none.
 */
export interface ReassignmentSource {
  readonly rows: readonly number[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** One more than the highest number of a name. */
  readonly size: number;
  /** 1 for rows that repeat another one, and do not count. */
  readonly isDuplicate: Uint8Array;
  /** 1 where the new name of a row is plainly another person's; null where every one is. */
  readonly isStrong: Uint8Array | null;
  /**
   * Whether the person of a row has the name that it takes already: OWN or NOT_OWN. A name that
   * goes from one credential of a person to another is no reassignment. Where it is 0, `askOwn`
   * finds out, if another row gives the name up.
   */
  readonly own: Uint8Array;
  askOwn(place: number): typeof OWN | typeof NOT_OWN;
}

export const NOT_OWN = 1;
export const OWN = 2;

/**
 * Collects the reassignments of a sheet, in `scratch`. Plain loops, because an edit of a name runs
 * them over all rows.
 */
export function collectReassignments(source: ReassignmentSource, scratch: Scratch): Reassignments {
  const { rows, from: left, to: right, size } = source;
  const places = scratch.room(left.length);
  const outDegree = scratch.ints(size);
  const inDegree = scratch.ints(size);
  const count = findReassignments(source, { places, outDegree, inDegree }, scratch);
  const row = scratch.room(count);
  const reassignment = scratch.room(count);
  const place = scratch.room(count);
  const from = scratch.room(count);
  const to = scratch.room(count);
  const isStrong = scratch.bytes(count);
  let links = 0;
  for (let at = 0; at < count; at += 1) {
    const index = int32At(places, at);
    row[at] = itemAt(rows, index);
    const present = int32At(left, index);
    const wanted = int32At(right, index);
    if (outDegree[wanted] === 0 && inDegree[present] === 0) continue;
    reassignment[links] = at;
    place[links] = index;
    from[links] = present;
    to[links] = wanted;
    isStrong[links] = source.isStrong === null ? 1 : uint8At(source.isStrong, index);
    links += 1;
  }
  return { count, row, links, reassignment, place, from, to, isStrong, names: size, outDegree, inDegree };
}

/** The places of reassignments, and the degrees of each name. */
interface Found {
  readonly places: Int32Array;
  readonly outDegree: Int32Array;
  readonly inDegree: Int32Array;
}

/** Fills `found`, which is zeros, and returns how many reassignments there are. */
function findReassignments(
  source: ReassignmentSource,
  { places, outDegree, inDegree }: Found,
  scratch: Scratch,
): number {
  const { from, to, isDuplicate, own } = source;
  let count = 0;
  for (let place = 0; place < from.length; place += 1) {
    const left = int32At(from, place);
    const right = int32At(to, place);
    if (left === 0 || right === 0 || left === right || isDuplicate[place] === 1) continue;
    places[count] = place;
    count += 1;
    addInt32(outDegree, left, 1);
    addInt32(inDegree, right, 1);
  }
  const owning = scratch.room(count);
  let owns = 0;
  for (let reassignment = 0; reassignment < count; reassignment += 1) {
    const place = int32At(places, reassignment);
    if (outDegree[int32At(to, place)] === 0) continue;
    if (own[place] === 0) own[place] = source.askOwn(place);
    if (own[place] !== OWN) continue;
    owning[owns] = reassignment;
    owns += 1;
  }
  if (owns === 0) return count;
  // Only now, when all have been asked: a name that one of these gives up counted until here.
  let kept = int32At(owning, 0);
  for (let reassignment = kept, next = 0; reassignment < count; reassignment += 1) {
    const place = int32At(places, reassignment);
    if (next < owns && owning[next] === reassignment) {
      const left = int32At(from, place);
      const right = int32At(to, place);
      addInt32(outDegree, left, -1);
      addInt32(inDegree, right, -1);
      next += 1;
    } else {
      places[kept] = place;
      kept += 1;
    }
  }
  return kept;
}
