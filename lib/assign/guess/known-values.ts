import type { KeyAttributeId } from '../../credential/attribute';
import { KEY_ORDER } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import { matchingText } from '../../sheet/cells/matching-text';
import { textOf } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import { idTextsOf, lookUpText } from '../read/key-text';

/** Attributes that identify a person of the group: an id, an e-mail, or the name. */
export type KnownAttributeId = KeyAttributeId | 'recipient-name';

/** Lookup of a column's values among the ids and names of the group. */
export interface KnownValues {
  /** Share of the column's values, 0 to 1, that some credential has. 0 for an empty column. */
  shareOf(column: number, attribute: KnownAttributeId): number;
}

const LOOKED_AT = 300;
const KNOWN: readonly KnownAttributeId[] = [...KEY_ORDER, 'recipient-name'];

/** Indexes the ids and names of the group's credentials. */
export function knownValuesIn(table: Table, credentials: readonly Credential[]): KnownValues {
  const known = new Map<KnownAttributeId, Set<string>>(KNOWN.map((attribute) => [attribute, new Set()]));
  for (const credential of credentials)
    for (const [attribute, texts] of known)
      for (const text of textsOf(credential, attribute)) texts.add(text);

  const samplesOf = new Map<number, readonly string[]>();
  return {
    shareOf(column, attribute) {
      const samples = samplesOf.get(column) ?? sampleOf(table, column);
      samplesOf.set(column, samples);
      const texts = known.get(attribute);
      if (samples.length === 0 || !texts) return 0;
      return samples.filter((text) => texts.has(knownText(text, attribute))).length / samples.length;
    },
  };
}

function textsOf(credential: Credential, attribute: KnownAttributeId): readonly string[] {
  if (attribute !== 'recipient-name') return idTextsOf(credential, attribute);
  const { recipientName } = credential;
  return recipientName === null || recipientName === '' ? [] : [knownText(recipientName, attribute)];
}

/**
 * Normalises a value for the lookup. Names ignore case, because other programs often write
 * capitals.
 */
function knownText(text: string, attribute: KnownAttributeId): string {
  return attribute === 'recipient-name' ? matchingText(text).toLowerCase() : lookUpText(text, attribute);
}

function sampleOf(table: Table, column: number): readonly string[] {
  const step = Math.max(1, Math.floor(table.rows.length / LOOKED_AT));
  return table.rows
    .filter((_, index) => index % step === 0)
    .map((row) => matchingText(textOf(table.cell(row, column))))
    .filter((text) => text !== '');
}
