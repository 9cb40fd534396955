import type { KeyAttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import { shareNameWord } from '../../credential/shared-name-word';
import { textOf } from '../../sheet/cells/sheet';
import type { Column, Table } from '../../sheet/table/table';
import { idTextsOf, lookUpText } from '../read/key-text';
import { aboutAnother } from './about-another';
import { isNameHeader } from './name-headers';

/** Rows that are compared at most, spread evenly over the sheet. */
const LOOKED_AT = 1000;
/** Least rows, and least share of the compared ones, in which somebody else stands beside a key. */
const ENOUGH_ROWS = 2;
const ENOUGH = 0.2;
/**
 * Least share of the compared rows in which the very person stands beside a key that is supported.
 */
const SUPPORTED = 0.5;
/** Largest share of values that repeat an earlier one. Many sheets have a few such rows. */
const MOST_REPEATED = 0.05;
/** Least share of rows in which a second key finds the credential of the first. */
const AGREE = 0.8;

/**
 * Whose ids a column holds. `own`: the names or e-mails beside it are those of the credentials that
 * it finds. `others`: they are other people's, or one id is in many rows. `unknown`: nothing beside
 * it says whose they are.
 */
export type KeyOwner = 'own' | 'others' | 'unknown';

/**
 * Tells whose ids or e-mails of the group a column holds, by what stands beside it
 * (docs/product.md 2.3). They are others' where:
 * - more than one id in twenty repeats an earlier one: a manager has several people;
 * - the names or e-mails beside it are other people's than those of the credentials that it finds,
 *   in a fifth of the rows.
 *
 * Skipped columns count too, except those whose header speaks of somebody else.
 * `areNames`: whether the values of a column are names of the group.
 */
export function ownerOfKey(
  table: Table,
  column: number,
  key: KeyAttributeId,
  credentials: readonly Credential[],
  areNames: (column: number) => boolean,
): KeyOwner {
  const textAt = (row: number) => lookUpText(textOf(table.cell(row, column)), key);
  if (isRepeated(table, textAt)) return 'others';
  const found = byKey(credentials, key);
  const emails = new Set(credentials.flatMap((credential) => idTextsOf(credential, 'recipient-email')));
  // Beside "Teacher ID" the name of the teacher says whose it is.
  const isOfAnother = table.columns.some(
    ({ index, header }) => index === column && aboutAnother(header) !== null,
  );
  const others = table.columns.filter(
    ({ index, header }) => index !== column && (isOfAnother || aboutAnother(header) === null),
  );
  const named = others.filter(({ header }) => isNameHeader(header));
  // Columns with a header for names are one name together: first and last name.
  const names: readonly (readonly Column[])[] = [
    named,
    ...others.filter((other) => !named.includes(other) && areNames(other.index)).map((other) => [other]),
  ].filter((columns) => columns.length > 0);
  const contradicting = new Map<unknown, number>();
  const supporting = new Map<unknown, number>();
  const count = (by: unknown, agrees: boolean) => {
    const counts = agrees ? supporting : contradicting;
    counts.set(by, (counts.get(by) ?? 0) + 1);
  };
  let compared = 0;
  for (const row of sampleOf(table.rows)) {
    const credential = found.get(textAt(row));
    if (!credential) continue; // found by none or by several
    compared += 1;
    const shown = (columns: readonly Column[]) =>
      columns.map(({ index }) => textOf(table.cell(row, index))).join(' ');
    for (const columns of names)
      if (shown(columns).trim() !== '')
        count(columns, shareNameWord(shown(columns), credential.recipientName ?? ''));
    for (const { index } of others) {
      const email = lookUpText(textOf(table.cell(row, index)), 'recipient-email');
      const isKnown = email.includes('@') && emails.has(email);
      if (isKnown) count(index, idTextsOf(credential, 'recipient-email').includes(email));
    }
  }
  const against = Math.max(0, ...contradicting.values());
  if (against >= ENOUGH_ROWS && against >= compared * ENOUGH) return 'others';
  const most = Math.max(0, ...supporting.values());
  return most > 0 && most >= compared * SUPPORTED ? 'own' : 'unknown';
}

/** A column that finds credentials by a key. */
export interface KeyColumn {
  readonly column: number;
  readonly key: KeyAttributeId;
}

/**
 * Tells whether two columns find the same credentials, in four of five rows in which the first
 * finds one.
 */
export function findTheSame(
  table: Table,
  one: KeyColumn,
  other: KeyColumn,
  credentials: readonly Credential[],
): boolean {
  const finder = ({ column, key }: KeyColumn) => {
    const found = byKey(credentials, key);
    return (row: number) => found.get(lookUpText(textOf(table.cell(row, column)), key));
  };
  const [find, findOther] = [finder(one), finder(other)];
  let found = 0;
  let same = 0;
  for (const row of sampleOf(table.rows)) {
    const credential = find(row);
    if (!credential) continue; // found by none or by several
    found += 1;
    if (findOther(row) === credential) same += 1;
  }
  return found > 0 && same >= found * AGREE;
}

function isRepeated(table: Table, textAt: (row: number) => string): boolean {
  const seen = new Set<string>();
  let values = 0;
  for (const row of table.rows) {
    const text = textAt(row);
    if (text === '') continue;
    values += 1;
    seen.add(text);
  }
  return values - seen.size > values * MOST_REPEATED;
}

/** Credentials by the look-up text of a key. Null where several have it. */
function byKey(credentials: readonly Credential[], key: KeyAttributeId): Map<string, Credential | null> {
  const found = new Map<string, Credential | null>();
  for (const credential of credentials)
    for (const text of idTextsOf(credential, key)) {
      const other = found.get(text);
      found.set(text, other === undefined || other === credential ? credential : null);
    }
  return found;
}

function sampleOf(rows: readonly number[]): readonly number[] {
  const step = Math.max(1, Math.floor(rows.length / LOOKED_AT));
  return rows.filter((_, index) => index % step === 0);
}
