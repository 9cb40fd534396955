import { addInt32, int32At } from '../../element-at';

/** Fewest rows that take the name of somebody who keeps it. One may be a namesake. */
const FEWEST = 2;
/** Different people who get one new name that nobody has. Two may be relatives. */
const PEOPLE_OF_ONE_NAME = 3;
/**
 * How many times more rows must take the name of somebody else than would by chance. In a group of
 * 100,000 every tenth new name is that of somebody else anyway.
 */
const ABOVE_CHANCE = 3;

/** The names that the rows give up and take, by numbers; 0 is none. A place for each row. */
export interface NameChanges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** One more than the highest number of a name. */
  readonly size: number;
  /** 1 for rows that repeat another one, and do not count. */
  readonly isDuplicate: Uint8Array;
  /** 1 where the new name is plainly another person's. */
  readonly isStrong: Uint8Array;
  /** 1 for rows that belong to a shift or a swap. */
  readonly isFound: Uint8Array;
}

/** Facts about the people of the group. */
export interface Holders {
  /** How many people have a name (its number) now. */
  peopleWith(name: number): number;
  /** Whether the person of a row has the name that the row takes. */
  isOwn(place: number): boolean;
  /** Share of the people who have their name together with another one, 0 to 1. */
  shareOfNamesakes(): number;
}

/**
 * Finds names that were pasted over people: a filtered paste, a fill-down, one half of the list
 * over the other. The sign is that the people whose names they are keep them, so that nothing
 * passes from row to row as in a shift.
 *
 *     row 2  Ada -> Cy     row 4  Cy -> Cy     Cy keeps his name, and Ada has it too
 *     row 3  Bo  -> Ed     row 6  Ed -> Ed
 *
 * Also found is one new name for several people, which nobody has. Gives 1 at the place of each row
 * in `marked` (zeros) that takes another person's name, and how many they are. Linear.
 */
export function findCopies(changes: NameChanges, holders: Holders, marked: Uint8Array): number {
  const { from, to, size, isDuplicate, isStrong, isFound } = changes;
  const outDegree = new Int32Array(size);
  const strong = new Int32Array(to.length);
  let strongs = 0;
  let count = 0;
  for (let place = 0; place < to.length; place += 1) {
    const name = int32At(from, place);
    if (name === 0 || to[place] === 0 || to[place] === name || isDuplicate[place] === 1) continue;
    count += 1;
    addInt32(outDegree, name, 1);
    if (isStrong[place] === 0) continue;
    strong[strongs] = place;
    strongs += 1;
  }
  if (strongs < FEWEST) return 0;
  const places = strong.subarray(0, strongs);
  const filled = namesOfSeveral(changes, places, holders);
  let taken = 0;
  let kept = 0;
  for (const place of places) {
    if (isFound[place] === 1) continue;
    const name = int32At(to, place);
    if (filled?.[name] === 1) marked[place] = FILLED;
    else if (holders.peopleWith(name) === 1 && !holders.isOwn(place)) {
      marked[place] = TAKEN;
      taken += 1;
      if (outDegree[name] === 0) kept += 1;
    }
  }
  const byChance = kept === 0 ? 0 : count * holders.shareOfNamesakes();
  const isSign = kept >= FEWEST && taken > byChance * ABOVE_CHANCE + 2 * Math.sqrt(byChance);
  let rows = 0;
  for (const place of places) {
    const isMarked = marked[place] === FILLED || (marked[place] === TAKEN && isSign);
    marked[place] = isMarked ? 1 : 0;
    rows += Number(isMarked);
  }
  return rows;
}

const FILLED = 1;
const TAKEN = 2;

/**
 * 1 at the new names that nobody has and that people of several names get; null where there are
 * none.
 */
function namesOfSeveral(
  { from, to, size }: NameChanges,
  strong: Int32Array,
  holders: Holders,
): Uint8Array | null {
  /** The last two present names of those who take a name, and how often it was none of them. */
  const last = new Int32Array(size);
  const before = new Int32Array(size);
  const names = new Int32Array(size);
  let found: Uint8Array | null = null;
  for (const place of strong) {
    const name = int32At(to, place);
    const present = int32At(from, place);
    if (last[name] === present || before[name] === present) continue;
    before[name] = int32At(last, name);
    last[name] = present;
    addInt32(names, name, 1);
    if (names[name] !== PEOPLE_OF_ONE_NAME || holders.peopleWith(name) > 0) continue;
    found ??= new Uint8Array(size);
    found[name] = 1;
  }
  return found;
}
