import { aboutAnother } from '../../assign/guess/about-another';
import { NAMES } from '../../assign/guess/known-values';
import { isNameHeader } from '../../assign/guess/name-headers';
import type { Assignment } from '../../assign/choice/assignment';
import { itemAt } from '../../element-at';
import { textOf } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import type { Group } from '../group/group';
import { identityHash } from '../identity/identity-hash';

/**
 * Rows that are looked at, spread evenly, to know whether a skipped column holds names of the
 * group.
 */
const LOOKED_AT = 100;
/**
 * Letters and the signs between them alone. Most other columns need not be looked up in the group.
 */
const LETTERS = /^[\p{L}\p{M}.,'’\- ]+$/u;
/** A sign between two words. */
const BETWEEN_WORDS = /.[ ,]./u;

/**
 * Finds the columns that say whose row it is, assigned or not: the one of the recipient's name, and
 * those with a header for names. Where there are none, skipped columns full of names of the group.
 * A header that speaks of somebody else ("Manager Name") is none of them.
 */
export function nameColumnsOf(table: Table, assignment: Assignment, group: Group): readonly number[] {
  const targetOf = (index: number) => assignment.columns.find(({ column }) => column === index)?.target;
  const candidates = table.columns.filter(({ index, header }) => {
    const target = targetOf(index);
    if (target?.kind === 'attribute') return target.id === 'recipient-name';
    return aboutAnother(header) === null;
  });
  const named = candidates.filter(
    ({ index, header }) => targetOf(index)?.kind === 'attribute' || isNameHeader(header),
  );
  const found = named.length > 0 ? named : candidates.filter(({ index }) => areNames(table, index, group));
  return found.map(({ index }) => index);
}

function areNames(table: Table, column: number, group: Group): boolean {
  const step = Math.max(1, Math.floor(table.rows.length / LOOKED_AT));
  const texts: string[] = [];
  for (let at = 0; at < table.rows.length; at += step) {
    const text = textOf(table.cell(itemAt(table.rows, at), column)).trim();
    if (text !== '') texts.push(text);
  }
  const least = texts.length * NAMES;
  const names = texts.filter((text) => LETTERS.test(text) && BETWEEN_WORDS.test(text));
  if (names.length === 0 || names.length < least) return false;
  const holders = group.holders('recipient-name');
  const known = names.filter((text) => holders.credentialsWith(identityHash('recipient-name', text)) > 0);
  return known.length >= least;
}
