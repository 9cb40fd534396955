import { displaced } from './displaced';
import { NAME_CLASSES } from './finding-classes';
import { identityHolders } from './identity-holders';
import type { IdentityAttribute } from './identity-hash';
import { ALONE, collectMoves, withoutMoves, type Moves } from './moves';
import type { ReviewInput } from './review-input';
import type { RowColumns } from './row-columns';

/** Names (or e-mails) that changed hands: 1 at the place of each row. */
export interface Displacement {
  readonly shifted: Uint8Array;
  readonly swapped: Uint8Array;
  readonly shiftedRows: number;
  readonly swappedRows: number;
}

/** What the three alarms are made from. */
export interface Displacements {
  readonly names: Displacement;
  readonly emails: Displacement;
}

type Input = Pick<ReviewInput, 'table' | 'credentials'>;

/**
 * Looks for names and e-mails that changed hands. Rows with errors count: what shifted a column did not stop there. A
 * name that only passes between credentials of one person is no exchange. `isAlike`: rows that only repeat another.
 */
export function displacements(input: Input, rows: RowColumns, isAlike: Uint8Array): Displacements {
  return {
    names: displacementOf(input, rows, isAlike, 'recipient-name'),
    emails: displacementOf(input, rows, isAlike, 'recipient-email'),
  };
}

function displacementOf(
  { table, credentials }: Input,
  rows: RowColumns,
  isAlike: Uint8Array,
  attribute: IdentityAttribute,
): Displacement {
  const size = table.rows.length;
  const moves = movesOf(table.rows, rows, isAlike, attribute);
  let passed = false;
  for (let move = 0; move < moves.count && !passed; move += 1) passed = isGiven(moves, move);
  const nobody = new Uint8Array(0);
  if (!passed) return { shifted: nobody, swapped: nobody, shiftedRows: 0, swappedRows: 0 };
  const holders = identityHolders(credentials, attribute);
  const isOwn = (move: number): boolean => {
    if (!isGiven(moves, move)) return false;
    const hash = moves.hashes[moves.to[move] ?? 0] ?? 0;
    const position = rows.position[moves.index[move] ?? 0] ?? 0;
    return holders.peopleWith(hash) === 1 && holders.isHeldByPersonOf(hash, position);
  };
  const real = withoutMoves(moves, isOwn);
  const found = displaced(real, (name) => Math.max(1, holders.peopleWith(real.hashes[name] ?? 0)));
  const shifted = byRow(real, found.shifted, size);
  const swapped = byRow(real, found.swapped, size);
  return { shifted, swapped, shiftedRows: countOf(found.shifted), swappedRows: countOf(found.swapped) };
}

function movesOf(
  numbers: readonly number[],
  rows: RowColumns,
  isAlike: Uint8Array,
  attribute: IdentityAttribute,
): Moves {
  const isName = attribute === 'recipient-name';
  const anotherPerson = NAME_CLASSES.indexOf('another-person') + 1;
  return collectMoves({
    rows: numbers,
    from: isName ? rows.fromName : rows.fromEmail,
    to: isName ? rows.toName : rows.toEmail,
    counts: (index) => isAlike[index] === 0,
    isStrong: (index) => !isName || rows.nameClass[index] === anotherPerson,
  });
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
