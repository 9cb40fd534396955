import { readRowKey, shownRowKey } from '../../assign/read/row-key';
import type { CredentialId } from '../../credential/ids';
import { int32At, itemAt } from '../../element-at';
import type { CredentialIndex } from '../group/credential-index';
import type { Group } from '../group/group';
import type { ReviewInput } from '../group/review-input';
import type { RowMatch } from '../terms/matched-row';
import { sheetColumnsOf, type SheetColumns } from './sheet-columns';

/** The position of no credential. */
export const NONE = -1;

type Matching = Pick<ReviewInput, 'table' | 'group' | 'corrected'>;

/**
 * The position of the one credential that a row is about; NONE when its key finds none or several,
 * and none is chosen. `likely`: where it is tried first. Most sheets are in the order of the group,
 * and to compare is quicker than to look up.
 */
export function positionOfRow(
  input: Matching,
  columns: SheetColumns,
  index: CredentialIndex,
  row: number,
  likely = 0,
): number {
  const text = readRowKey(input.table, row, columns.key);
  if (index.ownTexts?.[likely] === text) return likely; // some share a key
  const found = typeof text === 'string' ? positionsBy(text, input.group, columns, index) : undefined;
  if (typeof found === 'number') return found;
  const chosen = input.corrected.chosen.get(row);
  if (chosen === undefined) return NONE; // nobody has chosen for most rows
  if (found === undefined) return columns.address === null ? NONE : (input.group.positionOf(chosen) ?? NONE);
  return found.find((position) => itemAt(input.group.all, position).id === chosen) ?? NONE;
}

/**
 * The position of the credential with a key, or the positions of several; undefined for none. Where
 * the admin asked for it, also of the only one that has the key in another spelling.
 */
export function positionsBy(
  text: string,
  group: Group,
  { key: [{ attribute }], anySpelling }: Pick<SheetColumns, 'key' | 'anySpelling'>,
  { positions }: CredentialIndex,
): number | readonly number[] | undefined {
  const found = positions.get(text);
  if (found !== undefined || !anySpelling || !group.isWhole) return found;
  const meant = group.meantKey(attribute, text);
  return meant === null ? undefined : positions.get(meant);
}

/** Why a row has not exactly one credential. */
export function whyUnmatched(
  { table, group }: Matching,
  columns: SheetColumns,
  index: CredentialIndex,
  row: number,
): RowMatch {
  const read = readRowKey(table, row, columns.key);
  if (read === null) return { kind: 'key-missing' };
  if (typeof read !== 'string') return { kind: 'key-unreadable', ...read };
  const found = positionsBy(read, group, columns, index);
  const text = columns.key.length === 1 ? read : shownRowKey(table, row, columns.key);
  if (typeof found !== 'object') return { kind: 'none', text };
  return { kind: 'several', text, credentials: idsAt(group, found) };
}

/**
 * Ids by the list of positions that share a key: thousands of rows with that key ask for the same
 * ids.
 */
const idsOfShared = new WeakMap<readonly number[], readonly CredentialId[]>();

function idsAt({ all }: Group, positions: readonly number[]): readonly CredentialId[] {
  const made = idsOfShared.get(positions) ?? positions.map((position) => itemAt(all, position).id);
  idsOfShared.set(positions, made);
  return made;
}

/** The credentials by the key of a sheet. */
export function indexOf({ key }: SheetColumns, group: Group): CredentialIndex {
  return group.indexBy(key.map(({ attribute }) => attribute));
}

/** The position of each row's credential, by the place of the row in the table. */
export function matchRows(input: Matching, columns: SheetColumns): Int32Array {
  const index = indexOf(columns, input.group);
  return Int32Array.from(input.table.rows, (row) => positionOfRow(input, columns, index, row));
}

/**
 * Gives the credential that each row (its number) was matched to, for reports; null for a row
 * without exactly one.
 */
export function credentialsOfRows(input: ReviewInput): (row: number) => CredentialId | null {
  const positions = matchRows(input, sheetColumnsOf(input.assignment, input.attributes));
  const byRow = new Map<number, CredentialId>();
  input.table.rows.forEach((row, index) => {
    const credential = input.group.all[int32At(positions, index)];
    if (credential !== undefined) byRow.set(row, credential.id);
  });
  return (row) => byRow.get(row) ?? null;
}
