import type { IdentityAttribute } from '../identity/identity-hash';
import type { ReviewFrame } from '../single-row/review-frame';
import type { RowColumns } from '../single-row/row-columns';
import type { RowFindings } from '../terms/finding-codes';
import { ALARMS, marksOf } from './alarms';
import type { Previous } from './previous';
import { shiftsOf, type Shifts } from './shifts';

/**
 * Finds names and e-mails that changed hands: those found before where no row asks for another one
 * since.
 */
export function judgeShifts(
  { input }: ReviewFrame,
  rows: RowColumns,
  isDuplicate: Uint8Array,
  previous: Previous,
): Shifts {
  const { shifts } = previous.crossRow;
  const { places, rows: before } = previous;
  const sameRows = sameMarks(previous.crossRow.isDuplicate, isDuplicate);
  const nameHolds = sameRows && places.every((index) => sameName(before, rows, index));
  const emailHolds = sameRows && places.every((index) => sameEmail(before, rows, index));
  const find = (attribute: IdentityAttribute) =>
    shiftsOf(input, rows, isDuplicate, attribute, ownBefore(previous, attribute));
  return {
    names: nameHolds ? shifts.names : find('recipient-name'),
    emails: emailHolds ? shifts.emails : find('recipient-email'),
  };
}

/** Gives each row its alarms. */
export function markShifts(codes: RowFindings, shifts: Shifts): void {
  for (const alarm of ALARMS) {
    const marked = marksOf(shifts, alarm); // empty where nothing was found
    const column = codes.column(alarm.code);
    for (let index = 0; index < marked.length; index += 1) if (marked[index] === 1) column.add(index);
  }
}

/** Answers that hold for rows that were not judged again; 0 for the others. */
function ownBefore({ crossRow, places, rows }: Previous, attribute: IdentityAttribute): Uint8Array {
  const { names, emails } = crossRow.shifts;
  const known = (attribute === 'recipient-name' ? names : emails).own;
  const own = known.length === 0 ? new Uint8Array(rows.status.length) : known.slice();
  for (const index of places) own[index] = 0;
  return own;
}

/** Whether a row gives and takes the same name as before. */
function sameName(before: RowColumns, after: RowColumns, index: number): boolean {
  return (
    before.position[index] === after.position[index] &&
    before.isStranger[index] === after.isStranger[index] &&
    before.fromName[index] === after.fromName[index] &&
    before.toName[index] === after.toName[index] &&
    before.lostPart[index] === after.lostPart[index] &&
    before.wonPart[index] === after.wonPart[index]
  );
}

function sameEmail(before: RowColumns, after: RowColumns, index: number): boolean {
  return (
    before.position[index] === after.position[index] &&
    before.fromEmail[index] === after.fromEmail[index] &&
    before.toEmail[index] === after.toEmail[index]
  );
}

function sameMarks(a: Uint8Array, b: Uint8Array): boolean {
  for (let index = 0; index < b.length; index += 1) if (a[index] !== b[index]) return false;
  return a.length === b.length;
}
