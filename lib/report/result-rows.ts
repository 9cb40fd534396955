import { assertNever } from '../assert-never';
import type { FieldChange } from '../credential/change';
import type { CredentialId } from '../credential/ids';
import type { RowRole } from '../review/plan/skipped-rows';
import type { Environment } from '../platform/environment';
import type { WrittenCell, WrittenRows } from '../sheet/cells/written-cell';
import type { Table } from '../sheet/table/table';
import type { AttributeWords } from './attribute-headers';
import { confirmedCells, type ConfirmedReview } from './confirmed-cells';
import { cellWriter } from './written-cells';

/**
 * The outcome of one credential of a run, in words. They are messages, so they come from outside.
 */
export interface RowResult {
  readonly credential: CredentialId;
  /** Whether it was not updated, or only in part. */
  readonly failed: boolean;
  readonly status: string;
  readonly message: string;
  readonly link: string;
  /** The fields that were confirmed. */
  readonly fields: readonly FieldChange[];
}

/** The words of a result file that are not about one credential. */
export interface ResultWords {
  /** Decides the host of links to credentials that were not in the run. */
  readonly environment: Environment;
  /** The four headers after the admin's own. */
  readonly headers: readonly [status: string, message: string, credential: string, link: string];
  /** Names of attributes, for columns that the sheet has not. */
  readonly attributes: AttributeWords;
  /** The status of a row that was not in the run, and of one that had nothing to change. */
  readonly notSent: string;
  readonly unchanged: string;
  /** Why it was not. `errors`: the errors of a row, by its number. */
  readonly reasons: {
    readonly unchanged: string;
    readonly leftOut: string;
    readonly errors: ReadonlyMap<number, string>;
  };
}

/** The sheet of a run. */
export interface ResultSheet extends ConfirmedReview {
  /** The table as it was dropped, without joined columns. */
  readonly table: Table;
  /**
   * The credential that a row (by its number) was matched to. Results are found by it, never by
   * position.
   */
  readonly credentialOfRow: (row: number) => CredentialId | null;
  readonly roleOfRow: (row: number) => RowRole;
  /** The page of a credential; "" where it has none. */
  readonly linkOf: (credential: CredentialId) => string;
}

/**
 * Makes the rows of a result (docs/product.md 2.6): the admin's own rows and columns in their
 * order, followed by the outcome of each row. Cells have their type and are shown as in the sheet
 * (written-cells.ts), with two exceptions: an integer that it shows shortened or grouped (1.23E+12)
 * has its digits, and a cell that was corrected in the review has what was confirmed
 * (confirmed-cells.ts). `only` "failed": the rows that were not updated or only in part, and those
 * that were skipped because of errors, ready to be corrected and dropped again. What is written of
 * a row that was updated in part is no change any more when it is dropped again.
 */
export function resultRows(
  sheet: ResultSheet,
  results: readonly RowResult[],
  words: ResultWords,
  only: 'all' | 'failed',
): WrittenRows {
  const { table, credentialOfRow, roleOfRow, linkOf } = sheet;
  const byCredential = new Map(results.map((result) => [result.credential, result]));
  const sent = new Map(results.map(({ credential, fields }) => [credential, fields]));
  const sentFor = (row: number) => (roleOfRow(row) === 'sent' ? credentialOfRow(row) : null);
  const { inRow, added } = confirmedCells(sheet, sent, sentFor, words.attributes.headers);
  const headers = [...table.columns, ...added].map(({ header }) => header);
  const written = cellWriter();
  const rows: (readonly WrittenCell[])[] = [[...headers, ...words.headers]];
  for (const row of table.rows) {
    const credential = credentialOfRow(row);
    const role = roleOfRow(row);
    // The row may be excluded while another row of the same credential was sent.
    const sentAs = sentFor(row);
    const result = sentAs === null ? undefined : byCredential.get(sentAs);
    if (only === 'failed' && role !== 'error' && result?.failed !== true) continue;
    const said =
      result === undefined
        ? [
            role === 'unchanged' ? words.unchanged : words.notSent,
            whyNotSent(role, row, words),
            credential ?? '',
            credential === null ? '' : linkOf(credential),
          ]
        : [result.status, result.message, result.credential, result.link];
    const corrected = inRow(row);
    const own = table.columns.map(({ index }) => corrected.get(index) ?? written(table.cell(row, index)));
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
      return reasons.errors.get(row) ?? '';
    default:
      return assertNever(role);
  }
}
