import type { Attribute } from '../../credential/attribute';
import { assertNever } from '../../assert-never';
import type { ColumnFacts } from '../facts/describe-columns';

/** Agreement of a column's values with an attribute. `percent` of the values have its shape. */
export type Agreement =
  | { readonly kind: 'no-values' }
  | { readonly kind: 'agrees'; readonly percent: number }
  | { readonly kind: 'contradicts' }
  /** The attribute takes any text, so values neither prove nor contradict it. */
  | { readonly kind: 'says-nothing' };

/** Least share of values with the attribute's shape. The others will be errors in the review. */
const LEAST_OF_ITS_SHAPE = 0.8;
/** Most values of a name or title that may look like a number, a date or a link. */
const MOST_OF_ANOTHER_SHAPE = 0.2;

/** Compares a column's values with an attribute. A column that contradicts is left undecided. */
export function agreementOf(facts: ColumnFacts, attribute: Attribute): Agreement {
  if (facts.values === 0) return { kind: 'no-values' };
  const { shares } = facts;
  switch (attribute.kind) {
    case 'email':
      return agreesFrom(shares.email);
    case 'day':
      return agreesFrom(shares.date);
    case 'url':
    case 'image':
      return agreesFrom(shares.url);
    case 'flag':
      return agreesFrom(shares.flag);
    case 'phone':
      return shares.email + shares.date + shares.words > MOST_OF_ANOTHER_SHAPE
        ? { kind: 'contradicts' }
        : agreesFrom(shares.phone);
    case 'name':
      return isUnlikelyName(facts) ? { kind: 'contradicts' } : agreesFrom(shares.words);
    case 'id':
      return idAgreement(facts, attribute);
    case 'text':
      if (attribute.custom || attribute.id === 'description') return { kind: 'says-nothing' };
      return shares.email > MOST_OF_ANOTHER_SHAPE ||
        shares.url > MOST_OF_ANOTHER_SHAPE ||
        shares.date > MOST_OF_ANOTHER_SHAPE
        ? { kind: 'contradicts' }
        : { kind: 'says-nothing' };
    default:
      return assertNever(attribute.kind);
  }
}

function agreesFrom(share: number): Agreement {
  return share >= LEAST_OF_ITS_SHAPE
    ? { kind: 'agrees', percent: Math.floor(share * 100) }
    : { kind: 'contradicts' };
}

function isUnlikelyName({ shares }: ColumnFacts): boolean {
  return shares.email + shares.date + shares.number + shares.url + shares.uuid > MOST_OF_ANOTHER_SHAPE;
}

/**
 * Judges an id column. The platform's ids are whole numbers. A UUID column holds UUIDs, short ids
 * or public URLs. License and recipient ids are the issuer's own: anything but dates, e-mails or
 * prose.
 */
function idAgreement(facts: ColumnFacts, attribute: Attribute): Agreement {
  const { shares } = facts;
  if (shares.date > MOST_OF_ANOTHER_SHAPE) return { kind: 'contradicts' };
  if (attribute.id === 'credential-id' || attribute.id === 'group-id') return agreesFrom(shares.number);
  if (attribute.id === 'uuid')
    return shares.email > MOST_OF_ANOTHER_SHAPE || shares.words > LEAST_OF_ITS_SHAPE
      ? { kind: 'contradicts' }
      : { kind: 'says-nothing' };
  const isWords = shares.words > MOST_OF_ANOTHER_SHAPE && facts.averageLength > 8;
  return isWords ||
    shares.url > MOST_OF_ANOTHER_SHAPE ||
    (attribute.id === 'license-id' && shares.email > MOST_OF_ANOTHER_SHAPE)
    ? { kind: 'contradicts' }
    : { kind: 'says-nothing' };
}
