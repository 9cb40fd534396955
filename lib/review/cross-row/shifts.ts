import { findShifts } from '../swaps/find-shifts';
import { NAME_CLASSES } from '../terms/finding-classes';
import type { IdentityHolders } from '../identity/identity-holders';
import type { IdentityAttribute } from '../identity/identity-hash';
import type { IdentityNumbers } from '../identity/identity-numbers';
import { collectReassignments, NOT_OWN, OWN, type Reassignments } from '../swaps/reassignments';
import type { ReviewInput } from '../group/review-input';
import type { RowColumns } from '../single-row/row-columns';
import { Scratch } from '../swaps/scratch';

/** Names (or e-mails) that changed hands: 1 at the place of each row; empty when there is none. */
export interface IdentityShifts {
  readonly shifted: Uint8Array;
  readonly swapped: Uint8Array;
  readonly shiftedRows: number;
  readonly swappedRows: number;
  /** Whether what a row takes is the same person's already: OWN or NOT_OWN, 0 where nobody had to ask. */
  readonly own: Uint8Array;
}

/** What the three alarms are made from. */
export interface Shifts {
  readonly names: IdentityShifts;
  readonly emails: IdentityShifts;
}

type Input = Pick<ReviewInput, 'table' | 'group'>;

/**
 * Looks for names (or e-mails) that changed hands. Rows with errors count: what shifted a column did not stop there. A
 * name that only passes between credentials of one person is no exchange. `isDuplicate`: rows that only repeat another.
 * `known`: `own` of rows that ask for what they asked for before.
 */
export function shiftsOf(
  input: Input,
  rows: RowColumns,
  isDuplicate: Uint8Array,
  attribute: IdentityAttribute,
  known: Uint8Array | null,
): IdentityShifts {
  const found = shiftsIn(input, rows, isDuplicate, attribute, known);
  scratch.done();
  return found;
}

/** Of one search at a time. */
const scratch = new Scratch();

function shiftsIn(
  { table, group }: Input,
  rows: RowColumns,
  isDuplicate: Uint8Array,
  attribute: IdentityAttribute,
  known: Uint8Array | null,
): IdentityShifts {
  const { length: size } = table.rows;
  const own = known ?? new Uint8Array(size);
  const isName = attribute === 'recipient-name';
  const numbers = isName ? rows.names : rows.emails;
  const to = isName ? rows.toName : rows.toEmail;
  const reassignments = collectReassignments(
    {
      rows: table.rows,
      from: isName ? rows.fromName : rows.fromEmail,
      to,
      size: numbers.size,
      isAlike: isDuplicate,
      isStrong: isName ? anotherPersons(rows) : null,
      own,
      askOwn: (place) =>
        isTheirs(
          numbers,
          group.holders(attribute),
          to[place] ?? 0,
          rows.position[place] ?? 0, // every reassignment has a credential
        )
          ? OWN
          : NOT_OWN,
    },
    scratch,
  );
  if (reassignments.links === 0)
    return { shifted: NOBODY, swapped: NOBODY, shiftedRows: 0, swappedRows: 0, own };
  const holders = group.holders(attribute);
  const peopleWith = (name: number) => Math.max(1, numbers.peopleWith(name, holders));
  const found = findShifts(reassignments, peopleWith, scratch);
  const shifted = byRow(reassignments, found.shifted, size);
  const swapped = byRow(reassignments, found.swapped, size);
  return {
    shifted: shifted.marked,
    swapped: swapped.marked,
    shiftedRows: shifted.count,
    swappedRows: swapped.count,
    own,
  };
}

const ANOTHER_PERSON = NAME_CLASSES.indexOf('another-person') + 1;

/** 1 at rows that are given the name of another person. */
function anotherPersons({ nameClass }: RowColumns): Uint8Array {
  const marked = scratch.bytes(nameClass.length);
  for (let place = 0; place < nameClass.length; place += 1)
    if (nameClass[place] === ANOTHER_PERSON) marked[place] = 1;
  return marked;
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
    marked[place[link] ?? 0] = 1;
    count += 1;
  }
  return { marked, count };
}

const NOBODY = new Uint8Array(0);
