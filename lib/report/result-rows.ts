import { shownNumber } from '../assign/read-id';
import type { CredentialId } from '../credential/ids';
import { textOf, type Cell } from '../sheet/sheet';
import type { Table } from '../sheet/table';

/** What became of one credential of a run, in words (they are the messages', so they come from outside). */
export interface RowResult {
  readonly credential: CredentialId;
  /** It was to be updated and was not. */
  readonly failed: boolean;
  readonly status: string;
  readonly message: string;
  readonly link: string;
}

/** Words of the result file that are of no single credential. */
export interface ResultWords {
  /** The four headers behind the admin's own. */
  readonly headers: readonly [status: string, message: string, credential: string, link: string];
  /** The status of a row that was not part of the run. */
  readonly notSent: string;
}

/**
 * The admin's own rows and columns in their order, with what became of each behind them (product.md 2.6), as text: what
 * the spreadsheet shows, but for a whole number that it shows short or grouped (1.23E+12) its digits.
 * `credentialOfRow` says which credential a row was matched to: results are found by credential, never by position.
 * `only` "failed": the rows that were to be updated and were not, ready to be corrected and dropped again.
 */
export function resultRows(
  table: Table,
  results: readonly RowResult[],
  credentialOfRow: (row: number) => CredentialId | null,
  words: ResultWords,
  only: 'all' | 'failed',
): readonly (readonly string[])[] {
  const byCredential = new Map(results.map((result) => [result.credential, result]));
  const rows: (readonly string[])[] = [[...table.columns.map(({ header }) => header), ...words.headers]];
  for (const row of table.rows) {
    const credential = credentialOfRow(row);
    const result = credential === null ? undefined : byCredential.get(credential);
    if (only === 'failed' && result?.failed !== true) continue;
    const said =
      result === undefined
        ? [words.notSent, '', credential ?? '', '']
        : [result.status, result.message, result.credential, result.link];
    rows.push([...table.columns.map(({ index }) => writtenOf(table.cell(row, index))), ...said]);
  }
  return rows;
}

/** As a cell is read for an attribute: the file may be dropped again, and an id has to be the same id then. */
function writtenOf(cell: Cell): string {
  return (cell.kind === 'number' ? shownNumber(cell) : null) ?? textOf(cell); // null: the sheet itself has lost them
}
