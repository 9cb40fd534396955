import type { CredentialId } from '../credential/ids';
import { indexBy, readKey } from './match';
import type { ReviewInput } from './review-input';
import { sheetColumnsOf, type SheetColumns } from './sheet-columns';

/** The position of no credential. */
export const NONE = -1;

/** All rows of a sheet looked up by the key. Numbers in arrays: there may be 100,000 of each. */
export interface Matches {
  /** Position of the credential of each row, by the row's index in the table; -1 when it has not exactly one. */
  readonly positions: Int32Array;
  /** How many rows matched each credential, by its position. */
  readonly hits: Uint32Array;
  /** Positions of matched credentials, each once, in the order of the sheet. */
  readonly firstRows: readonly number[];
  readonly matchedRows: number;
  readonly unmatched: ReadonlySet<string>;
  readonly several: ReadonlyMap<string, readonly CredentialId[]>;
}

/** Looks every row up by the key of the assignment. */
export function matchRows(
  { table, credentials }: Pick<ReviewInput, 'table' | 'credentials'>,
  columns: SheetColumns,
): Matches {
  const index = indexBy(columns.key, credentials);
  const positions = new Int32Array(table.rows.length).fill(NONE);
  const hits = new Uint32Array(credentials.length);
  const firstRows: number[] = [];
  const unmatched = new Set<string>();
  const several = new Map<string, readonly CredentialId[]>();
  let matchedRows = 0;
  table.rows.forEach((row, at) => {
    const text = readKey(table.cell(row, columns.keyColumn), columns.key);
    if (typeof text !== 'string') return;
    const found = index.positions.get(text);
    if (found === undefined) unmatched.add(text);
    else if (typeof found !== 'number') {
      if (!several.has(text))
        several.set(
          text,
          found.flatMap((position) => credentials[position]?.id ?? []),
        );
    } else {
      if (hits[found] === 0) firstRows.push(found);
      hits[found] = (hits[found] ?? 0) + 1;
      positions[at] = found;
      matchedRows += 1;
    }
  });
  return { positions, hits, firstRows, matchedRows, unmatched, several };
}

/** Which credential each row (its number) was matched to, for reports; null for a row without exactly one. */
export function credentialsOfRows(input: ReviewInput): (row: number) => CredentialId | null {
  const { positions } = matchRows(input, sheetColumnsOf(input.assignment, input.attributes));
  const byRow = new Map<number, CredentialId>();
  input.table.rows.forEach((row, index) => {
    const credential = input.credentials[positions[index] ?? NONE];
    if (credential !== undefined) byRow.set(row, credential.id);
  });
  return (row) => byRow.get(row) ?? null;
}
