import type { Attribute } from '../../credential/attribute';
import { assertNever } from '../../assert-never';
import type { ColumnFacts } from '../facts/describe-columns';

/** How a column's values agree with an attribute. `percent` is of the values that have the attribute's shape. */
export type Agreement =
  | { readonly kind: 'no-values' }
  | { readonly kind: 'agrees'; readonly percent: number }
  | { readonly kind: 'contradicts' }
  /** The attribute takes any text: its values neither prove nor contradict it. */
  | { readonly kind: 'says-nothing' };

/** Share of values that must have the shape of the attribute's kind. The rest is what a review will find as errors. */
const LEAST_OF_ITS_SHAPE = 0.8;
/** A name or title may now and then look like a number or a link, but not more often than this. */
const MOST_OF_ANOTHER_SHAPE = 0.2;

/** Whether the values of a column may be values of the attribute. A column that contradicts is left undecided. */
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
 * The platform's own ids are whole numbers, a UUID column holds UUIDs, short ids or public addresses; a license or
 * recipient id is the issuer's own and may be anything but a date, an e-mail or running words.
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
