import type { Credential } from '../credential/credential';
import { displaced, type Displaced } from './displaced';
import type { JudgedRow } from './review';
import { holdersOf, realMoves, type IdentityAttribute, type Move } from './real-moves';

/** What the three alarms are made from. */
export interface DisplacedPeople {
  readonly names: Displaced;
  readonly emails: Displaced;
}

/**
 * Looks in the judged rows for names and e-mails that changed hands. `rows` with their changes, in any order;
 * `credentials`: all of the group. A name that only passes between credentials of one person is no exchange.
 */
export function displacedPeople(
  rows: readonly JudgedRow[],
  credentials: readonly Credential[],
): DisplacedPeople {
  return {
    names: displacedBy(rows, credentials, 'recipient-name'),
    emails: displacedBy(rows, credentials, 'recipient-email'),
  };
}

const NOBODY: Displaced = { shifted: [], swapped: [] };

function displacedBy(
  rows: readonly JudgedRow[],
  credentials: readonly Credential[],
  attribute: IdentityAttribute,
): Displaced {
  const moves = realMoves(rows, attribute);
  const given = new Set(moves.map(({ from }) => from));
  const passed = new Set(moves.flatMap(({ to }) => (given.has(to) ? [to] : [])));
  if (passed.size === 0) return NOBODY;
  const ends = new Set([...passed, ...given]);
  const { personsOf, personOfCredential } = holdersOf(credentials, attribute, ends);
  const credentialOf = new Map(rows.map(({ row, credential }) => [row, credential]));
  const isAnothers = ({ row, to }: Move): boolean => {
    const persons = personsOf.get(to);
    const credential = credentialOf.get(row);
    if (persons === undefined || credential === null || credential === undefined) return true;
    return persons.size > 1 || !persons.has(personOfCredential.get(credential) ?? '');
  };
  return displaced(
    moves.filter(isAnothers).toSorted((a, b) => a.row - b.row),
    (key) => personsOf.get(key)?.size ?? 1,
  );
}
