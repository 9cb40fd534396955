import { displaced } from './displaced';
import { NAME_CLASSES } from './finding-classes';
import { identityHolders, type IdentityHolders } from './identity-holders';
import type { IdentityAttribute } from './identity-hash';
import type { IdentityNumbers } from './identity-numbers';
import { ALONE, collectMoves, withoutMoves, type Moves } from './moves';
import type { ReviewInput } from './review-input';
import type { RowColumns } from './row-columns';
import { Scratch } from './scratch';

/** Names (or e-mails) that changed hands: 1 at the place of each row. */
export interface Displacement {
  readonly shifted: Uint8Array;
  readonly swapped: Uint8Array;
  readonly shiftedRows: number;
  readonly swappedRows: number;
  /** Whether what a row takes is the same person's already: OWN or NOT_OWN, 0 where nobody had to ask. */
  readonly own: Uint8Array;
}

const NOT_OWN = 1;
const OWN = 2;

/** What the three alarms are made from. */
export interface Displacements {
  readonly names: Displacement;
  readonly emails: Displacement;
}

type Input = Pick<ReviewInput, 'table' | 'credentials'>;

/**
 * Looks for names (or e-mails) that changed hands. Rows with errors count: what shifted a column did not stop there. A
 * name that only passes between credentials of one person is no exchange. `isAlike`: rows that only repeat another.
 * `known`: `own` of rows that ask for what they asked for before.
 */
export function displacementOf(
  input: Input,
  rows: RowColumns,
  isAlike: Uint8Array,
  attribute: IdentityAttribute,
  known: Uint8Array | null,
): Displacement {
  const found = findDisplacement(input, rows, isAlike, attribute, known);
  scratch.done();
  return found;
}

/** Of one search at a time. */
const scratch = new Scratch();

function findDisplacement(
  { table, credentials }: Input,
  rows: RowColumns,
  isAlike: Uint8Array,
  attribute: IdentityAttribute,
  known: Uint8Array | null,
): Displacement {
  const size = table.rows.length;
  const own = known ?? new Uint8Array(size);
  const numbers = attribute === 'recipient-name' ? rows.names : rows.emails;
  const moves = movesOf(table.rows, rows, isAlike, attribute);
  let passed = false;
  for (let move = 0; move < moves.count && !passed; move += 1) passed = isGiven(moves, move);
  const nobody = new Uint8Array(0);
  if (!passed) return { shifted: nobody, swapped: nobody, shiftedRows: 0, swappedRows: 0, own };
  const holders = identityHolders(credentials, attribute);
  const isOwn = (move: number): boolean => {
    if (!isGiven(moves, move)) return false;
    const place = moves.index[move] ?? 0;
    if (own[place] === 0) {
      const number = moves.numbers[moves.to[move] ?? 0] ?? 0;
      own[place] = isTheirs(numbers, holders, number, rows.position[place] ?? 0) ? OWN : NOT_OWN;
    }
    return own[place] === OWN;
  };
  const real = withoutMoves(moves, isOwn, scratch);
  const peopleWith = (name: number) => Math.max(1, numbers.peopleWith(real.numbers[name] ?? 0, holders));
  const found = displaced(real, peopleWith, scratch);
  const shifted = byRow(real, found.shifted, size);
  const swapped = byRow(real, found.swapped, size);
  return {
    shifted,
    swapped,
    shiftedRows: countOf(found.shifted),
    swappedRows: countOf(found.swapped),
    own,
  };
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

function movesOf(
  numbers: readonly number[],
  rows: RowColumns,
  isAlike: Uint8Array,
  attribute: IdentityAttribute,
): Moves {
  const { length: size } = numbers;
  const isStrong = scratch.bytes(size);
  if (attribute === 'recipient-email') {
    const { fromEmail: from, toEmail: to, emails } = rows;
    isStrong.fill(1);
    return collectMoves({ rows: numbers, from, to, size: emails.size, isAlike, isStrong }, scratch);
  }
  const { fromName: from, toName: to, nameClass, names } = rows;
  const anotherPerson = NAME_CLASSES.indexOf('another-person') + 1;
  for (let place = 0; place < size; place += 1) if (nameClass[place] === anotherPerson) isStrong[place] = 1;
  return collectMoves({ rows: numbers, from, to, size: names.size, isAlike, isStrong }, scratch);
}

function isGiven(moves: Moves, move: number): boolean {
  const to = moves.to[move] ?? ALONE;
  return to !== ALONE && (moves.given[to] ?? 0) > 0;
}

function byRow(moves: Moves, found: Uint8Array, rows: number): Uint8Array {
  const marked = new Uint8Array(rows);
  for (let move = 0; move < moves.count; move += 1) if (found[move] === 1) marked[moves.index[move] ?? 0] = 1;
  return marked;
}

function countOf(marks: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < marks.length; at += 1) count += marks[at] ?? 0;
  return count;
}
