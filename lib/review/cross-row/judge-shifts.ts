import { shiftsOf, type Shifts } from './shifts';
import { bitOf, type Codes } from '../terms/finding-codes';
import type { IdentityAttribute } from '../identity/identity-hash';
import type { JudgedBefore } from './judged-before';
import type { ReviewFrame } from '../single-row/review-frame';
import type { RowColumns } from '../single-row/row-columns';
import { addCode } from './cross-row';

/** Names and e-mails that changed hands: what was found before where no row asks for another one since, else sought anew. */
export function judgeShifts(
  { input }: ReviewFrame,
  rows: RowColumns,
  isDuplicate: Uint8Array,
  before: JudgedBefore | null,
): Shifts {
  const find = (attribute: IdentityAttribute) =>
    shiftsOf(input, rows, isDuplicate, attribute, before && ownBefore(before, attribute));
  if (before === null) return { names: find('recipient-name'), emails: find('recipient-email') };
  const { shifts } = before.crossRow;
  const sameRows = sameMarks(before.crossRow.isDuplicate, isDuplicate);
  const nameHolds = sameRows && before.places.every((index) => sameName(before.rows, rows, index));
  const emailHolds = sameRows && before.places.every((index) => sameEmail(before.rows, rows, index));
  return {
    names: nameHolds ? shifts.names : find('recipient-name'),
    emails: emailHolds ? shifts.emails : find('recipient-email'),
  };
}

const NAMES_SHIFTED = bitOf('names-shifted');
const EMAILS_SHIFTED = bitOf('emails-shifted');
const PEOPLE_SWAPPED = bitOf('people-swapped');

/** Gives each row its alarms. */
export function markShifts(codes: Uint32Array, { names, emails }: Shifts): void {
  mark(codes, names.shifted, NAMES_SHIFTED);
  mark(codes, emails.shifted, EMAILS_SHIFTED);
  mark(codes, names.swapped, PEOPLE_SWAPPED);
  mark(codes, emails.swapped, PEOPLE_SWAPPED);
}

/** `marked` is empty where nothing was found. */
function mark(codes: Uint32Array, marked: Uint8Array, bit: Codes): void {
  for (let index = 0; index < marked.length; index += 1) if (marked[index] === 1) addCode(codes, index, bit);
}

/** What is known of rows that were not judged anew. */
function ownBefore({ crossRow, places }: JudgedBefore, attribute: IdentityAttribute): Uint8Array {
  const { names, emails } = crossRow.shifts;
  const own = (attribute === 'recipient-name' ? names : emails).own.slice();
  for (const index of places) own[index] = 0;
  return own;
}

/** Whether a row gives and takes the same name as before. */
function sameName(before: RowColumns, after: RowColumns, index: number): boolean {
  return (
    before.position[index] === after.position[index] &&
    before.nameClass[index] === after.nameClass[index] &&
    before.fromName[index] === after.fromName[index] &&
    before.toName[index] === after.toName[index]
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
