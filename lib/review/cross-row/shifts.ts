import { int32At } from '../../element-at';
import type { IdentityAttribute } from '../identity/identity-hash';
import type { IdentityHolders } from '../identity/identity-holders';
import type { IdentityNumbers } from '../identity/identity-numbers';
import type { RowColumns } from '../single-row/row-columns';
import { findShifts } from '../swaps/find-shifts';
import { findCopies } from '../swaps/copies';
import { collectReassignments, NOT_OWN, OWN, type Reassignments } from '../swaps/reassignments';
import { markPartShifts } from './part-shifts';
import { Scratch } from '../swaps/scratch';
import type { ReviewInput } from '../group/review-input';

/** Names (or e-mails) that changed hands: 1 at the place of each row; empty when there is none. */
export interface IdentityShifts {
  readonly shifted: Uint8Array;
  readonly swapped: Uint8Array;
  /**
   * Names of people who keep them, and what else was pasted over with them. Never e-mails: those
   * are taken.
   */
  readonly copied: Uint8Array;
  /** The shifted rows of which only a part of the name is that of another row. Never e-mails. */
  readonly partly: Uint8Array;
  readonly shiftedRows: number;
  readonly swappedRows: number;
  readonly copiedRows: number;
  /**
   * Whether the person of a row has the name that it takes already: OWN or NOT_OWN, 0 where nobody
   * had to ask.
   */
  readonly own: Uint8Array;
}

/** The names and the e-mails that changed hands: what the three alarms are made from. */
export interface Shifts {
  readonly names: IdentityShifts;
  readonly emails: IdentityShifts;
}

const NOBODY = new Uint8Array(0);

const NONE_SHIFTED: IdentityShifts = {
  shifted: NOBODY,
  swapped: NOBODY,
  copied: NOBODY,
  partly: NOBODY,
  shiftedRows: 0,
  swappedRows: 0,
  copiedRows: 0,
  own: NOBODY,
};

export const NO_SHIFTS: Shifts = { names: NONE_SHIFTED, emails: NONE_SHIFTED };

type Input = Pick<ReviewInput, 'table' | 'group'>;

/**
 * Finds names (or e-mails) that changed hands. Rows with errors count: a shift of the column did
 * not stop there. A name that only passes between credentials of one person is no exchange.
 * `isDuplicate`: rows that only repeat another. `own`: its answers for rows that ask for what they
 * asked for before, 0 for the others; it is filled, and kept in the result.
 */
export function shiftsOf(
  input: Input,
  rows: RowColumns,
  isDuplicate: Uint8Array,
  attribute: IdentityAttribute,
  own: Uint8Array,
): IdentityShifts {
  const found = shiftsIn(input, rows, isDuplicate, attribute, own);
  const all =
    attribute === 'recipient-name'
      ? withParts(input, rows, isDuplicate, withCopies(input, rows, isDuplicate, found))
      : found;
  scratch.done();
  return all;
}

/** Memory of one search at a time. */
const scratch = new Scratch();

function shiftsIn(
  { table, group }: Input,
  rows: RowColumns,
  isDuplicate: Uint8Array,
  attribute: IdentityAttribute,
  own: Uint8Array,
): IdentityShifts {
  const { length: size } = table.rows;
  const isName = attribute === 'recipient-name';
  const numbers = isName ? rows.names : rows.emails;
  const to = isName ? rows.toName : rows.toEmail;
  const reassignments = collectReassignments(
    {
      rows: table.rows,
      from: isName ? rows.fromName : rows.fromEmail,
      to,
      size: numbers.size,
      isDuplicate: isDuplicate,
      isStrong: isName ? rows.isStranger : null,
      own,
      askOwn: (place) =>
        isTheirs(
          numbers,
          group.holders(attribute),
          int32At(to, place),
          int32At(rows.position, place), // every reassignment has a credential
        )
          ? OWN
          : NOT_OWN,
    },
    scratch,
  );
  if (reassignments.links === 0) return { ...NONE_SHIFTED, own };
  const holders = group.holders(attribute);
  const peopleWith = (name: number) => Math.max(1, numbers.peopleWith(name, holders));
  const found = findShifts(reassignments, peopleWith, scratch);
  const shifted = byRow(reassignments, found.shifted, size);
  const swapped = byRow(reassignments, found.swapped, size);
  return {
    shifted: shifted.marked,
    swapped: swapped.marked,
    copied: NOBODY,
    partly: NOBODY,
    shiftedRows: shifted.count,
    swappedRows: swapped.count,
    copiedRows: 0,
    own,
  };
}

/**
 * Adds the names that were pasted over people. Where a part of them passes from row to row as well,
 * all rows are of the alarm that has more of them: the admin types one number for one mistake.
 */
function withCopies(
  { group }: Input,
  rows: RowColumns,
  isDuplicate: Uint8Array,
  found: IdentityShifts,
): IdentityShifts {
  const { names, fromName, toName, position } = rows;
  if (!toName.some((name) => name !== 0)) return found;
  const isFound = scratch.bytes(toName.length);
  for (const marked of [found.shifted, found.swapped]) markAll(marked, isFound);
  const holders = group.holders('recipient-name');
  const copied = new Uint8Array(toName.length);
  const copiedRows = findCopies(
    {
      from: fromName,
      to: toName,
      size: names.size,
      isDuplicate: isDuplicate,
      isStrong: rows.isStranger,
      isFound,
    },
    {
      peopleWith: (name) => names.peopleWith(name, holders),
      isOwn: (place) =>
        holders.isHeldByPersonOf(names.hashOf(int32At(toName, place)), int32At(position, place)),
      shareOfNamesakes: holders.shareOfNamesakes,
    },
    copied,
  );
  if (copiedRows === 0) return found;
  const { shifted, shiftedRows } = found;
  if (shiftedRows === 0) return { ...found, copied, copiedRows };
  const count = copiedRows + shiftedRows;
  const [most, others] = shiftedRows > copiedRows ? [shifted.slice(), copied] : [copied, shifted];
  markAll(others, most);
  return shiftedRows > copiedRows
    ? { ...found, shifted: most, shiftedRows: count }
    : { ...found, copied: most, copiedRows: count, shifted: NOBODY, shiftedRows: 0 };
}

/** Adds the rows of which a part of the name was shifted, and nothing else was found. */
function withParts(
  { table }: Input,
  rows: RowColumns,
  isDuplicate: Uint8Array,
  found: IdentityShifts,
): IdentityShifts {
  const isOther = isDuplicate.slice();
  for (const marked of [found.shifted, found.swapped, found.copied]) markAll(marked, isOther);
  const partly = new Uint8Array(isOther.length);
  const count = markPartShifts(table.rows, rows, isOther, partly, scratch);
  if (count === 0) return found;
  const shifted = partly.slice();
  markAll(found.shifted, shifted);
  return { ...found, shifted, partly, shiftedRows: found.shiftedRows + count };
}

/** Marks in `all` what is marked here. */
function markAll(marked: Uint8Array, all: Uint8Array): void {
  for (let place = 0; place < marked.length; place += 1) if (marked[place] === 1) all[place] = 1;
}

/** Whether one person alone has a name, and has the credential at a position too. */
function isTheirs(
  numbers: IdentityNumbers,
  holders: IdentityHolders,
  number: number,
  position: number,
): boolean {
  const isOnePersons = numbers.peopleWith(number, holders) === 1;
  return isOnePersons && holders.isHeldByPersonOf(numbers.hashOf(number), position);
}

/** 1 at the rows of the links that were found, and how many there are. */
function byRow({ links, place }: Reassignments, found: Uint8Array, rows: number) {
  if (!found.includes(1)) return { marked: NOBODY, count: 0 };
  const marked = new Uint8Array(rows);
  let count = 0;
  for (let link = 0; link < links; link += 1) {
    if (found[link] === 0) continue;
    marked[int32At(place, link)] = 1;
    count += 1;
  }
  return { marked, count };
}
