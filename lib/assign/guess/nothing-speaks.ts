import type { Attribute } from '../../credential/attribute';
import { isKeyAttribute } from '../../credential/attributes';
import type { ColumnFacts } from '../facts/describe-columns';
import { aboutAnother } from './about-another';
import { agreementOf } from './agreement';
import type { Guess } from '../choice/assignment';
import { meaningOf } from './header-meaning';
import { NAMES, type KnownValues } from './known-values';
import { isNamePart } from './name-headers';

/** Least share of e-mails or dates for which a column stays to be decided. */
const SHAPED = 0.5;
/** Least share of names of the group. The others may be the corrections that the sheet is for. */
const SOME_NAMES = NAMES / 2;

/**
 * Tells whether nothing speaks for a column, neither its header nor its values: then it is skipped
 * until the admin says otherwise (docs/product.md 2.3). "Region" with towns, "Created date",
 * "Account owner" with people who are not in the group -> true. Dates under an unknown header,
 * e-mails, ids of the group, "Score" -> false. `possible`: what the column could be. `hasKey`:
 * another column finds the credentials.
 */
export function nothingSpeaks(
  facts: ColumnFacts,
  { possible }: Pick<Guess, 'possible'>,
  { attributes, known, hasKey }: SpeakingContext,
): boolean {
  if (known === null || !known.isWhole || !hasKey) return false;
  if (facts.values === 0) return true;
  const { column, header, shares } = facts;
  if (known.mayHoldKeys(column) || known.shareOf(column, 'recipient-name') >= SOME_NAMES) return false;
  const meaning = meaningOf(header);
  if (possible !== null) return isContradicted(facts, possible, meaning.kind, attributes);
  if (isNamePart(header) && aboutAnother(header) === null) return false;
  if (meaning.kind === 'other') return true;
  if (meaning.kind !== 'unknown') return false;
  return shares.email < SHAPED && shares.date < SHAPED;
}

export interface SpeakingContext {
  readonly attributes: readonly Attribute[];
  readonly known: KnownValues | null;
  readonly hasKey: boolean;
}

/**
 * Tells whether values speak against what an ambiguous header could mean: "Contact ID" without any
 * id of the group, "Status" that is no yes or no. A header that means the attribute ("Expiry date")
 * stays, whatever its values are.
 */
function isContradicted(
  facts: ColumnFacts,
  possible: string,
  meaning: ReturnType<typeof meaningOf>['kind'],
  attributes: readonly Attribute[],
): boolean {
  const attribute = attributes.find(({ id }) => id === possible);
  if (attribute === undefined || attribute.custom !== null || meaning === 'certain') return false;
  if (isKeyAttribute(attribute.id) && attribute.role === 'key') return attribute.id !== 'present-email';
  return agreementOf(facts, attribute).kind === 'contradicts' && facts.shares.date < SHAPED;
}
