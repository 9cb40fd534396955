import { createGroup } from '../../../lib/review/group/group';
import type { ColumnChoice } from '../../../lib/assign/choice/assignment';
import type { AttributeId } from '../../../lib/credential/attribute';
import { attributesOf } from '../../../lib/credential/attributes';
import type { Credential } from '../../../lib/credential/credential';
import { makeDay, type Day } from '../../../lib/credential/day';
import { credentialId, groupId } from '../../../lib/credential/ids';
import { NOTHING_CORRECTED, type ReviewInput } from '../../../lib/review/group/review-input';
import { makeTable } from '../../../lib/sheet/table/make-table';
import { readWorkbook } from '../../../lib/sheet/read-workbook';
import { benchRows, type BenchCell } from '../rows';

/** How many of 100 rows change, and how. `shifted`: every name stands one row too high. */
export const REVIEW_VARIANTS = ['all-change', 'tenth-changes', 'unchanged', 'shifted'] as const;
export type ReviewVariant = (typeof REVIEW_VARIANTS)[number];

const SEED = 4;
const COLUMNS: readonly (readonly [string, AttributeId])[] = [
  ['Credential ID', 'credential-id'],
  ['Recipient Name', 'recipient-name'],
  ['Recipient Email', 'recipient-email'],
  ['Recipient ID', 'recipient-id'],
  ['Issue Date', 'issue-date'],
  ['Expiry Date', 'expiry-date'],
  ['Grade', 'grade'],
  ['Credential Name', 'credential-name'],
  ['Published', 'published'],
  ['License ID', 'license-id'],
];

/**
 * A group of as many credentials as there are rows, and a CSV of ten columns about them, as the
 * sheet engine reads it.
 */
export async function reviewInput(rows: number, variant: ReviewVariant): Promise<ReviewInput> {
  const cellsOf = benchRows(SEED);
  const credentials: Credential[] = [];
  const lines = [COLUMNS.map(([header]) => header).join(',')];
  for (let row = 0; row < rows; row += 1) {
    const credential = credentialOf(cellsOf(row));
    credentials.push(credential);
    const above = credentialOf(cellsOf((row + 1) % rows));
    lines.push(lineOf(credential, row, variant, above.recipientName ?? ''));
  }
  const read = await readWorkbook(new TextEncoder().encode(`${lines.join('\n')}\n`), {
    reading: {},
    loadSheetJs: () => Promise.reject(new Error('text needs no SheetJS')),
    loadLazyText: () => Promise.reject(new Error('UTF-8 needs no guesser')),
  });
  if (!read.ok) throw new Error(read.problem.code);
  const [sheet] = read.value.sheets;
  const table = sheet === undefined ? null : makeTable(sheet, { row: 1, reason: 'first-row' });
  if (table?.ok !== true) throw new Error('no table');
  const columns = COLUMNS.map(([, id], column): ColumnChoice => ({
    column,
    target: { kind: 'attribute', id },
    dateFormat: 'year-month-day',
    blank: 'keep',
    write: 'always',
  }));
  return {
    table: table.value,
    assignment: { columns, key: 'credential-id' },
    attributes: attributesOf([]),
    group: createGroup(credentials),
    today: '2026-06-15' as Day,
    located: new Map(),
    corrected: NOTHING_CORRECTED,
  };
}

/** Credentials of a group, as many as asked for, the same each time. */
export function benchCredentials(count: number): readonly Credential[] {
  const cellsOf = benchRows(SEED);
  return Array.from({ length: count }, (_, row) => credentialOf(cellsOf(row)));
}

function credentialOf(cells: readonly BenchCell[]): Credential {
  const [id, name, email, recipient, issued, expires, grade, course, , url, published, license] =
    cells.map(textOfCell);
  return {
    id: credentialId(id ?? ''),
    uuid: null,
    encodedId: url?.split('/').at(-1) ?? null,
    licenseId: license ?? null,
    groupId: groupId('7'),
    groupName: 'Welding',
    recipientName: name ?? null,
    recipientEmail: email ?? null,
    recipientId: recipient ?? null,
    credentialName: course ?? null,
    grade: grade ?? null,
    issuedOn: issued as Day,
    expiredOn: expires as Day,
    published: published === 'true',
    private: false,
    custom: {},
    updatedAt: '2026-01-01T00:00:00Z',
    detail: null,
  };
}

const SERIAL_OF_1970 = 25_569;
const DAY_IN_MILLISECONDS = 86_400_000;

function textOfCell(cell: BenchCell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'number':
    case 'flag':
      return String(cell.value);
    case 'percent':
      return `${Math.round(cell.value * 1000) / 10}%`;
    case 'day':
      return new Date((cell.serial - SERIAL_OF_1970) * DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
  }
}

/** Corrections in turn: a typo, an accent, a surname, a new address, a later expiry, a grade. */
function lineOf(credential: Credential, row: number, variant: ReviewVariant, nextName: string): string {
  const { id, recipientName, recipientEmail, recipientId, issuedOn, expiredOn, grade } = credential;
  const { credentialName, published, licenseId } = credential;
  const changes = variant === 'all-change' || (variant === 'tenth-changes' && row % 10 === 3);
  const name = recipientName ?? '';
  const names = [`${name}e`, name.toUpperCase(), `${name.split(' ')[0] ?? ''} van Dam`, name];
  const later = expiredOn === null ? null : makeDay(Number(expiredOn.slice(0, 4)) + 1, 3, 1 + (row % 28));
  return [
    id,
    variant === 'shifted' ? nextName : changes ? (names[row % 4] ?? '') : name,
    changes && row % 5 === 0 ? `new.${recipientEmail ?? ''}` : recipientEmail,
    recipientId,
    issuedOn,
    changes ? later : expiredOn,
    changes && row % 3 === 0 ? `${grade ?? ''}+` : grade,
    `"${credentialName ?? ''}"`,
    published,
    licenseId,
  ].join(',');
}
