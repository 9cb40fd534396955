import { assertNever } from '../assert-never';
import { shownNumber } from '../assign/read/read-id';
import type { FieldChange } from '../credential/change';
import type { CredentialId } from '../credential/ids';
import type { RowRole } from '../review/plan/skipped-rows';
import { textOf, type Cell } from '../sheet/cells/sheet';
import type { Table } from '../sheet/table/table';
import { confirmedCells, type ConfirmedReview } from './confirmed-cells';

/** What became of one credential of a run, in words (they are the messages', so they come from outside). */
export interface RowResult {
  readonly credential: CredentialId;
  /** It was to be updated and was not. */
  readonly failed: boolean;
  readonly status: string;
  readonly message: string;
  readonly link: string;
  /** What was confirmed to be written. */
  readonly fields: readonly FieldChange[];
}

/** Words of the result file that are of no single credential. */
export interface ResultWords {
  /** The four headers behind the admin's own. */
  readonly headers: readonly [status: string, message: string, credential: string, link: string];
  /** The status of a row that was not part of the run. */
  readonly notSent: string;
  /** Why it was not. `errors`: those of a row, by its number. */
  readonly reasons: {
    readonly unchanged: string;
    readonly leftOut: string;
    readonly errors: ReadonlyMap<number, string>;
  };
}

/** The sheet that a run was made from. */
export interface ResultSheet extends ConfirmedReview {
  /** As it was dropped, without columns that were joined. */
  readonly table: Table;
  /** Which credential a row (its number) was matched to: results are found by it, never by position. */
  readonly credentialOfRow: (row: number) => CredentialId | null;
  readonly roleOfRow: (row: number) => RowRole;
  /** The page of a credential; "" where it has none. */
  readonly linkOf: (credential: CredentialId) => string;
}

/**
 * The admin's own rows and columns in their order, with what became of each behind them (docs/product.md 2.6), as text: what
 * the spreadsheet shows, but for a whole number that it shows short or grouped (1.23E+12) its digits, and where a cell was
 * corrected in the review what was confirmed instead (confirmed-cells.ts).
 * `only` "failed": the rows that were to be updated and were not, and those that were skipped because of errors, ready to
 * be corrected and dropped again.
 */
export function resultRows(
  sheet: ResultSheet,
  results: readonly RowResult[],
  words: ResultWords,
  only: 'all' | 'failed',
): readonly (readonly string[])[] {
  const { table, credentialOfRow, roleOfRow, linkOf } = sheet;
  const byCredential = new Map(results.map((result) => [result.credential, result]));
  const sent = new Map(results.map(({ credential, fields }) => [credential, fields]));
  const sentFor = (row: number) => (roleOfRow(row) === 'sent' ? credentialOfRow(row) : null);
  const { inRow, added } = confirmedCells(sheet, sent, sentFor);
  const headers = [...table.columns, ...added].map(({ header }) => header);
  const rows: (readonly string[])[] = [[...headers, ...words.headers]];
  for (const row of table.rows) {
    const credential = credentialOfRow(row);
    const role = roleOfRow(row);
    // Another row of the same credential may have been sent.
    const sentAs = sentFor(row);
    const result = sentAs === null ? undefined : byCredential.get(sentAs);
    if (only === 'failed' && role !== 'error' && result?.failed !== true) continue;
    const said =
      result === undefined
        ? [
            words.notSent,
            whyNotSent(role, row, words),
            credential ?? '',
            credential === null ? '' : linkOf(credential),
          ]
        : [result.status, result.message, result.credential, result.link];
    const corrected = inRow(row);
    const own = table.columns.map(({ index }) => corrected.get(index) ?? writtenOf(table.cell(row, index)));
    rows.push([...own, ...added.map((column) => column.inRow(row)), ...said]);
  }
  return rows;
}

function whyNotSent(role: RowRole, row: number, { reasons }: ResultWords): string {
  switch (role) {
    case 'sent':
      return '';
    case 'unchanged':
      return reasons.unchanged;
    case 'excluded':
      return reasons.leftOut;
    case 'error':
      return reasons.errors.get(row) ?? ''; // each has its sentence
    default:
      return assertNever(role);
  }
}

/** As a cell is read for an attribute: the file may be dropped again, and an id has to be the same id then. */
function writtenOf(cell: Cell): string {
  return (cell.kind === 'number' ? shownNumber(cell) : null) ?? textOf(cell); // null: the sheet itself has lost them
}
