import type { CredentialId } from '../../credential/ids';
import type { IdentityShifts } from './shifts';
import { bitOf } from '../terms/finding-codes';
import type { Finding } from '../terms/finding';
import { matchedRowAt } from '../single-row/judge-single-row';
import type { IdentityAttribute } from '../identity/identity-hash';
import type { Review } from './review';
import { CHANGED, CLEARED } from '../single-row/row-columns';
import { NAMED_AT_MOST, type Exchange } from '../terms/matched-row';
import { emailTaken } from './email-taken';
import { emailsShifted } from './emails-shifted';
import { manyChanges } from './many-changes';
import { namesShifted } from './names-shifted';
import { peopleSwapped } from './people-swapped';
import { repeated } from './repeated';

/** Findings of a row that are about several rows: errors, which are told first, and the rest. */
export interface CrossRowFindings {
  readonly errors: readonly Finding[];
  readonly others: readonly Finding[];
}

/** Finds for the rows at these places whom they share what with, in a few passes over all rows; gives those of each. */
export function crossRowFindings(
  review: Review,
  places: readonly number[],
): (index: number) => CrossRowFindings {
  const { rows, crossRow, frame } = review;
  const numbers = frame.input.table.rows;
  const has = (index: number, code: Finding['code']) => ((crossRow.codes[index] ?? 0) & bitOf(code)) !== 0;
  const isMeant = (index: number) => crossRow.isExcluded[index] === 0;
  const sharing = rowsBy(
    numbers,
    rows.position,
    places.filter((index) => has(index, 'repeated')),
    isMeant,
  );
  const taken = places.filter((index) => has(index, 'email-taken'));
  const wanting = rowsBy(numbers, rows.toEmail, taken, (index) => has(index, 'email-taken'));
  const owners = ownersOf(review, taken);
  const exchangeOf = exchanges(review, places);
  return (index) => {
    const row = numbers[index] ?? 0;
    const errors: Finding[] = [];
    const others: Finding[] = [];
    if (has(index, 'repeated')) {
      const same = sharing(rows.position[index] ?? 0);
      errors.push(repeated(row, without(same.rows, row), same.count));
    }
    if (has(index, 'email-taken')) {
      const email = rows.toEmail[index] ?? 0;
      const wanters = without(wanting(email).rows, row);
      errors.push(emailTaken(row, newEmail(review, index), { credentials: owners(email), rows: wanters }));
    }
    const { names, emails } = crossRow.shifts;
    const exchange = (of: IdentityShifts, kind: 'shifted' | 'swapped', attribute: IdentityAttribute) =>
      of[kind][index] === 1 ? exchangeOf(attribute, kind, index) : null;
    const shiftedName = exchange(names, 'shifted', 'recipient-name');
    const shiftedEmail = exchange(emails, 'shifted', 'recipient-email');
    const swappedName = exchange(names, 'swapped', 'recipient-name');
    const swappedEmail = exchange(emails, 'swapped', 'recipient-email');
    if (shiftedName) others.push(namesShifted(row, shiftedName));
    if (shiftedEmail) others.push(emailsShifted(row, shiftedEmail));
    if (swappedName) others.push(peopleSwapped(row, 'recipient-name', swappedName));
    if (swappedEmail) others.push(peopleSwapped(row, 'recipient-email', swappedEmail));
    if (has(index, 'many-changes')) others.push(...manyChangesOf(review, index, row));
    return { errors, others };
  };
}

interface SharingRows {
  /** The first of them, one more than are named: the row itself is among them. */
  readonly rows: readonly number[];
  readonly count: number;
}

const NOBODY: SharingRows = { rows: [], count: 0 };

/** Rows by what they have in a column, for the values that the rows at `places` have. */
function rowsBy(
  numbers: readonly number[],
  column: Int32Array,
  places: readonly number[],
  counts: (index: number) => boolean,
): (value: number) => SharingRows {
  if (places.length === 0) return () => NOBODY;
  const found = new Map(places.map((index) => [column[index] ?? 0, { rows: [] as number[], count: 0 }]));
  for (let index = 0; index < column.length; index += 1) {
    const same = found.get(column[index] ?? 0);
    if (same === undefined || !counts(index)) continue;
    same.count += 1;
    if (same.rows.length <= NAMED_AT_MOST) same.rows.push(numbers[index] ?? 0);
  }
  return (value) => found.get(value) ?? NOBODY;
}

function without(rows: readonly number[], row: number): readonly number[] {
  return rows.filter((other) => other !== row).slice(0, NAMED_AT_MOST);
}

/** The credentials that have the e-mails which these rows want. */
function ownersOf(review: Review, places: readonly number[]): (email: number) => readonly CredentialId[] {
  if (places.length === 0) return () => [];
  const { emails, toEmail } = review.rows;
  const { group } = review.frame.input;
  const { hashes } = group.holders('recipient-email');
  const found = new Map(places.map((index) => [emails.hashOf(toEmail[index] ?? 0), [] as CredentialId[]]));
  hashes.forEach((hash, position) => {
    const ids = found.get(hash);
    const id = group.all[position]?.id; // hashes has a place for each credential
    if (ids !== undefined && id !== undefined && ids.length < NAMED_AT_MOST) ids.push(id);
  });
  return (email) => found.get(emails.hashOf(email)) ?? [];
}

function newEmail(review: Review, index: number): string {
  const { diff } = matchedRowAt(review.frame, index, review.rows.position[index] ?? -1, 'what-changes');
  return String(diff.fields.find(({ attribute }) => attribute === 'recipient-email')?.after ?? ''); // it has one
}

/** Who gives up what the rows at `places` take, in each of the four kinds of exchange. */
function exchanges(review: Review, places: readonly number[]) {
  const numbers = review.frame.input.table.rows;
  const made = new Map<string, (index: number) => Exchange>();
  for (const attribute of ['recipient-name', 'recipient-email'] as const) {
    const isName = attribute === 'recipient-name';
    const of = isName ? review.crossRow.shifts.names : review.crossRow.shifts.emails;
    const from = isName ? review.rows.fromName : review.rows.fromEmail;
    const to = isName ? review.rows.toName : review.rows.toEmail;
    const { size } = isName ? review.rows.names : review.rows.emails;
    for (const kind of ['shifted', 'swapped'] as const) {
      const marked = of[kind];
      const count = kind === 'shifted' ? of.shiftedRows : of.swappedRows;
      const isTaken = new Uint8Array(size);
      const giving = new Map<number, number[]>();
      for (const index of places) {
        if (marked[index] !== 1) continue;
        isTaken[to[index] ?? 0] = 1;
        giving.set(to[index] ?? 0, []);
      }
      for (let index = 0; index < marked.length && giving.size > 0; index += 1) {
        if (isTaken[from[index] ?? 0] === 0 || marked[index] === 0) continue;
        const rows = giving.get(from[index] ?? 0) ?? []; // it is there: somebody takes it
        if (rows.length < NAMED_AT_MOST) rows.push(numbers[index] ?? 0);
      }
      made.set(`${attribute} ${kind}`, (index) => ({ rows: giving.get(to[index] ?? 0) ?? [], count }));
    }
  }
  return (attribute: IdentityAttribute, kind: 'shifted' | 'swapped', index: number): Exchange =>
    made.get(`${attribute} ${kind}`)?.(index) ?? { rows: [], count: 0 };
}

function manyChangesOf({ frame, rows, crossRow }: Review, index: number, row: number): readonly Finding[] {
  return [...crossRow.manyChanges].flatMap(([place, count]) => {
    const outcome = rows.outcomes[index * frame.attributes.length + place];
    const attribute = frame.attributes[place];
    const changes = outcome === CHANGED || outcome === CLEARED;
    return changes && attribute !== undefined ? [manyChanges(row, attribute, count)] : [];
  });
}
