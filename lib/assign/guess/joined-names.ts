import type { Credential } from '../../credential/credential';
import { wordsOfName } from '../../credential/folded-name';
import { textOf } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';

/** Names that two columns make together, compared with the names of the group. */
export interface JoinedNames {
  /** Distinct names that both halves make. */
  readonly distinct: number;
  /** Share of them that somebody of the group has, in any order of words. 0 to 1. */
  readonly share: number;
  /** Whether more of them are in the group with the second column in front. */
  readonly isReversed: boolean;
}

/** Rows that are compared at most, spread evenly over the sheet. */
const LOOKED_AT = 300;

/**
 * Joins two columns, and counts what of that is in the group. Rows with a blank half do not count.
 */
export function joinedNames(
  table: Table,
  [first, second]: readonly [number, number],
  credentials: readonly Credential[],
): JoinedNames {
  const ordered = new Set<string>();
  const sorted = new Set<string>();
  for (const { recipientName } of credentials) {
    const words = wordsOfName(recipientName ?? ''); // a credential without a name
    if (words.length === 0) continue;
    ordered.add(words.join(' '));
    sorted.add(words.toSorted().join(' '));
  }
  const step = Math.max(1, Math.floor(table.rows.length / LOOKED_AT));
  const names = new Map<string, readonly [string, string]>();
  for (const row of table.rows.filter((_, index) => index % step === 0)) {
    const one = textOf(table.cell(row, first)).trim();
    const other = textOf(table.cell(row, second)).trim();
    if (one !== '' && other !== '') names.set(`${one} ${other}`, [one, other]);
  }
  let hits = 0;
  let forward = 0;
  let reversed = 0;
  for (const [one, other] of names.values()) {
    const words = [...wordsOfName(one), ...wordsOfName(other)];
    if (sorted.has(words.toSorted().join(' '))) hits += 1;
    if (ordered.has(words.join(' '))) forward += 1;
    if (ordered.has([...wordsOfName(other), ...wordsOfName(one)].join(' '))) reversed += 1;
  }
  return {
    distinct: names.size,
    share: names.size === 0 ? 0 : hits / names.size,
    isReversed: reversed > forward,
  };
}
