import { int32At, itemAt } from '../../element-at';
import type { CredentialId } from '../../credential/ids';
import { textOf } from '../../sheet/cells/sheet';
import { matchedRowAt } from '../single-row/judge-single-row';
import { CHANGED, CLEARED } from '../single-row/row-columns';
import type { Finding } from '../terms/finding';
import { alarmAt, errorAt, NAMED_AT_MOST, warningAt } from '../terms/finding-at';
import { alarmFindings } from './alarms';
import type { Review } from './review';
import { shiftedIn } from './shifted-days';

/**
 * Findings of a row that are about several rows: errors, which are reported first, and the rest.
 */
export interface CrossRowFindings {
  readonly errors: readonly Finding[];
  readonly others: readonly Finding[];
}

/**
 * Finds the other rows and credentials that the rows at these places conflict with, in a few
 * passes; gives the findings of each.
 */
export function crossRowFindings(
  review: Review,
  places: readonly number[],
): (index: number) => CrossRowFindings {
  const { rows, crossRow, frame } = review;
  const numbers = frame.input.table.rows;
  const isRepeated = crossRow.codes.column('repeated');
  const isTaken = crossRow.codes.column('email-taken');
  const sharing = rowsBy(
    numbers,
    rows.position,
    places.filter((index) => isRepeated.has(index)),
    (index) => crossRow.isExcluded[index] === 0,
  );
  const taken = places.filter((index) => isTaken.has(index));
  const wanting = rowsBy(numbers, rows.toEmail, taken, (index) => isTaken.has(index));
  const owners = ownersOf(review, taken);
  const alarms = alarmFindings(review, places);
  return (index) => {
    const row = itemAt(numbers, index);
    const errors: Finding[] = [];
    if (isRepeated.has(index)) {
      const same = sharing(int32At(rows.position, index));
      errors.push(errorAt(row, 'repeated', null, { rows: without(same.rows, row), count: same.count }));
    }
    if (isTaken.has(index)) {
      const email = int32At(rows.toEmail, index);
      const text = newEmail(review, index);
      const wanters = without(wanting(email).rows, row);
      const facts = { text, credentials: owners(email), rows: wanters };
      errors.push(errorAt(row, 'email-taken', 'recipient-email', facts));
    }
    const newAddress = newAddressAt(review, index, row);
    if (newAddress !== null) errors.push(newAddress);
    const others = [
      ...alarms(index),
      ...shiftedDaysOf(review, index, row),
      ...manyChangesOf(review, index, row),
    ];
    return { errors, others };
  };
}

interface SharingRows {
  /** The first of them, one more than are named: the row itself is among them. */
  readonly rows: readonly number[];
  readonly count: number;
}

const NOBODY: SharingRows = { rows: [], count: 0 };

/** Rows by their value in a column, for the values that the rows at `places` have. */
function rowsBy(
  numbers: readonly number[],
  column: Int32Array,
  places: readonly number[],
  counts: (index: number) => boolean,
): (value: number) => SharingRows {
  if (places.length === 0) return () => NOBODY;
  const found = new Map(places.map((index) => [int32At(column, index), { rows: [] as number[], count: 0 }]));
  for (let index = 0; index < column.length; index += 1) {
    const same = found.get(int32At(column, index));
    if (same === undefined || !counts(index)) continue;
    same.count += 1;
    if (same.rows.length <= NAMED_AT_MOST) same.rows.push(itemAt(numbers, index));
  }
  return (value) => found.get(value) ?? NOBODY;
}

function without(rows: readonly number[], row: number): readonly number[] {
  return rows.filter((other) => other !== row).slice(0, NAMED_AT_MOST);
}

function newAddressAt({ frame, crossRow }: Review, index: number, row: number): Finding | null {
  const position = crossRow.newAddresses.get(index);
  const { address } = frame.columns;
  if (position === undefined || address === null) return null; // most rows have none
  const { id, recipientName, recipientEmail } = itemAt(frame.input.group.all, position);
  return errorAt(row, 'new-address', null, {
    text: textOf(frame.input.table.cell(row, address.column)).trim(),
    credential: id,
    name: recipientName ?? '', // it was found by it
    present: recipientEmail,
  });
}

/** The credentials that have the e-mails which these rows want. */
function ownersOf(review: Review, places: readonly number[]): (email: number) => readonly CredentialId[] {
  if (places.length === 0) return () => [];
  const { emails, toEmail } = review.rows;
  const { group } = review.frame.input;
  const { hashes } = group.holders('recipient-email');
  const found = new Map(
    places.map((index) => [emails.hashOf(int32At(toEmail, index)), [] as CredentialId[]]),
  );
  hashes.forEach((hash, position) => {
    const ids = found.get(hash);
    if (ids !== undefined && ids.length < NAMED_AT_MOST) ids.push(itemAt(group.all, position).id);
  });
  return (email) => found.get(emails.hashOf(email)) ?? [];
}

function newEmail(review: Review, index: number): string {
  const { diff } = matchedRowAt(review.frame, index, int32At(review.rows.position, index), 'what-changes');
  return String(diff.fields.find(({ attribute }) => attribute === 'recipient-email')?.after ?? ''); // it has one
}

/** A finding at each cell of the row whose day is off like those of its column. */
function shiftedDaysOf({ frame, rows, crossRow }: Review, index: number, row: number): readonly Finding[] {
  if (crossRow.isDuplicate[index] === 1) return [];
  return shiftedIn(crossRow.shiftedDays, rows, frame.attributes.length, index).map(([place, { code }]) => {
    const attribute = itemAt(frame.attributes, place);
    return code === 'days-from-1904'
      ? alarmAt(row, code, attribute, null)
      : warningAt(row, code, attribute, null);
  });
}

/** A warning at each cell of the row whose attribute changes in most rows. */
function manyChangesOf({ frame, rows, crossRow }: Review, index: number, row: number): readonly Finding[] {
  if (!crossRow.codes.has(index, 'many-changes')) return [];
  return [...crossRow.manyChanges].flatMap(([place, count]) => {
    const outcome = rows.outcomes[index * frame.attributes.length + place];
    if (outcome !== CHANGED && outcome !== CLEARED) return [];
    return [warningAt(row, 'many-changes', itemAt(frame.attributes, place), { count })];
  });
}
