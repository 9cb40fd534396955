import type { Credential } from '../../credential/credential';
import { shareNameWord } from '../../credential/shared-name-word';
import { textOf } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';

/** Whose row it is by the names in it, as a number in a column. */
export const NOT_SAID = 0;
export const THEIRS = 1;
export const SOMEBODY_ELSES = 2;

/** All names of a row in one text. */
export function namesInRow(table: Table, row: number, columns: readonly number[]): string {
  const [only, another] = columns;
  if (only === undefined) return '';
  if (another === undefined) return textOf(table.cell(row, only));
  return columns
    .map((column) => textOf(table.cell(row, column)))
    .filter((text) => text !== '')
    .join(' ');
}

/** Compares the names of a row with that of the credential that it was matched to. */
export function whoseRow(
  table: Table,
  row: number,
  columns: readonly number[],
  { recipientName }: Credential,
): number {
  const names = namesInRow(table, row, columns);
  if (names === '' || recipientName === null || recipientName === '') return NOT_SAID;
  return names === recipientName || shareNameWord(names, recipientName) ? THEIRS : SOMEBODY_ELSES;
}
