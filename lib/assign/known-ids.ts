import type { KeyAttributeId } from '../credential/attribute';
import { KEY_ORDER } from '../credential/attributes';
import type { Credential } from '../credential/credential';
import { matchingText } from '../sheet/matching-text';
import { textOf } from '../sheet/sheet';
import type { Table } from '../sheet/table';
import { idTextsOf, lookUpText } from './key-text';

/** How many of a column's values are a key of this group's credentials. */
export interface KnownIds {
  /** Share of the column's values (0 to 1) that are this key of some credential; 0 for an empty column. */
  shareOf(column: number, key: KeyAttributeId): number;
}

const LOOKED_AT = 300;

/** The keys of the group's credentials, to be asked which column of the table holds them. */
export function knownIdsIn(table: Table, credentials: readonly Credential[]): KnownIds {
  const known = new Map<KeyAttributeId, Set<string>>(KEY_ORDER.map((key) => [key, new Set()]));
  for (const credential of credentials)
    for (const [key, texts] of known) for (const text of idTextsOf(credential, key)) texts.add(text);

  const samplesOf = new Map<number, readonly string[]>();
  return {
    shareOf(column, key) {
      const samples = samplesOf.get(column) ?? sampleOf(table, column);
      samplesOf.set(column, samples);
      const texts = known.get(key);
      if (samples.length === 0 || !texts) return 0;
      return samples.filter((text) => texts.has(lookUpText(text, key))).length / samples.length;
    },
  };
}

function sampleOf(table: Table, column: number): readonly string[] {
  const step = Math.max(1, Math.floor(table.rows.length / LOOKED_AT));
  return table.rows
    .filter((_, index) => index % step === 0)
    .map((row) => matchingText(textOf(table.cell(row, column))))
    .filter((text) => text !== '');
}
