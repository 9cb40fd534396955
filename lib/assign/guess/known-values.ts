import type { AttributeId, KeyAttributeId } from '../../credential/attribute';
import { KEY_ORDER } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import { wordsOfName } from '../../credential/folded-name';
import { matchingText } from '../../sheet/cells/matching-text';
import { textOf } from '../../sheet/cells/sheet';
import type { Table } from '../../sheet/table/table';
import { idTextsOf, lookUpText } from '../read/key-text';
import { joinedNames, type JoinedNames } from './joined-names';
import { findTheSame, ownerOfKey, type KeyColumn, type KeyOwner } from './key-of-its-rows';
import { presentTexts, type PresentTexts } from './present-texts';

/** Attributes that identify a person of the group: an id, an e-mail, or the name. */
export type KnownAttributeId = KeyAttributeId | 'recipient-name';

/** Lookup of a column's values among the ids and names of the group. */
export interface KnownValues {
  /** Share of the column's values, 0 to 1, that some credential has. 0 for an empty column. */
  shareOf(column: number, attribute: KnownAttributeId): number;
  /** Tells whose ids of a key a column holds, by what stands beside it. */
  ownerOfKey(column: number, key: KeyAttributeId): KeyOwner;
  /** Tells whether two columns find the same credentials. */
  findTheSame(one: KeyColumn, other: KeyColumn): boolean;
  /**
   * Whether all credentials of the group are known. Else nothing is known to be missing from it.
   */
  readonly isWhole: boolean;
  /**
   * Tells whether values of a column are keys of the group, perhaps written otherwise: without
   * zeros in front, with a dash.
   */
  mayHoldKeys(column: number): boolean;
  /** Finds the attribute whose present values a column has. Null when it has none's. */
  presentIn(column: number): AttributeId | null;
  /** Compares the names that two columns make together with those of the group. */
  namesOf(one: number, other: number): JoinedNames;
}

const LOOKED_AT = 300;
/** Least share of names of the group. The others may be the corrections that the sheet is for. */
export const NAMES = 0.5;
const KNOWN: readonly KnownAttributeId[] = [...KEY_ORDER, 'recipient-name'];

/**
 * Indexes the ids, names and texts of the group's credentials. `isWhole`: they are all of them.
 * What few sheets ask for is made when it is asked for.
 */
export function knownValuesIn(table: Table, credentials: readonly Credential[], isWhole = true): KnownValues {
  const known = new Map<KnownAttributeId, Set<string>>(KNOWN.map((attribute) => [attribute, new Set()]));
  for (const credential of credentials)
    for (const [attribute, texts] of known)
      for (const text of textsOf(credential, attribute)) texts.add(text);

  const samplesOf = new Map<number, readonly string[]>();
  const samplesIn = (column: number) => {
    const samples = samplesOf.get(column) ?? sampleOf(table, column);
    samplesOf.set(column, samples);
    return samples;
  };
  const shareOf = (column: number, attribute: KnownAttributeId): number => {
    const samples = samplesIn(column);
    const texts = known.get(attribute);
    if (samples.length === 0 || !texts) return 0;
    return samples.filter((text) => texts.has(knownText(text, attribute))).length / samples.length;
  };
  let present: PresentTexts | null = null;
  const areNames = (column: number) => shareOf(column, 'recipient-name') >= NAMES;
  return {
    shareOf,
    ownerOfKey: (column, key) => ownerOfKey(table, column, key, credentials, areNames),
    findTheSame: (one, other) => findTheSame(table, one, other, credentials),
    isWhole,
    mayHoldKeys: (column) => (present ??= presentTexts(credentials)).mayHoldKeys(samplesIn(column)),
    presentIn: (column) => (present ??= presentTexts(credentials)).attributeOf(samplesIn(column)),
    namesOf: (one, other) => joinedNames(table, [one, other], credentials),
  };
}

function textsOf(credential: Credential, attribute: KnownAttributeId): readonly string[] {
  if (attribute !== 'recipient-name') return idTextsOf(credential, attribute);
  const { recipientName } = credential;
  return recipientName === null || recipientName === '' ? [] : [knownText(recipientName, attribute)];
}

/**
 * Normalises a value for the lookup. Names ignore case, accents and the order of their words: other
 * programs write "BYRNE, Ada".
 */
function knownText(text: string, attribute: KnownAttributeId): string {
  return attribute === 'recipient-name'
    ? wordsOfName(text).toSorted().join(' ')
    : lookUpText(text, attribute);
}

function sampleOf(table: Table, column: number): readonly string[] {
  const step = Math.max(1, Math.floor(table.rows.length / LOOKED_AT));
  return table.rows
    .filter((_, index) => index % step === 0)
    .map((row) => matchingText(textOf(table.cell(row, column))))
    .filter((text) => text !== '');
}
