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
const ENOUGH = 0.8;
/** A name or title may now and then look like a number or a link, but not more often than this. */
const STRANGE = 0.2;

/** Whether the values of a column may be values of the attribute. A column that contradicts is left undecided. */
export function agreementOf(facts: ColumnFacts, attribute: Attribute): Agreement {
  if (facts.values === 0) return { kind: 'no-values' };
  const { shares } = facts;
  switch (attribute.kind) {
    case 'email':
      return enough(shares.email);
    case 'day':
      return enough(shares.date);
    case 'url':
    case 'image':
      return enough(shares.url);
    case 'flag':
      return enough(shares.flag);
    case 'phone':
      return shares.email + shares.date + shares.words > STRANGE
        ? { kind: 'contradicts' }
        : enough(shares.phone);
    case 'name':
      return strange(facts) ? { kind: 'contradicts' } : enough(shares.words);
    case 'id':
      return idAgreement(facts, attribute);
    case 'text':
      if (attribute.custom || attribute.id === 'description') return { kind: 'says-nothing' };
      return shares.email > STRANGE || shares.url > STRANGE || shares.date > STRANGE
        ? { kind: 'contradicts' }
        : { kind: 'says-nothing' };
    default:
      return assertNever(attribute.kind);
  }
}

function enough(share: number): Agreement {
  return share >= ENOUGH ? { kind: 'agrees', percent: Math.floor(share * 100) } : { kind: 'contradicts' };
}

function strange({ shares }: ColumnFacts): boolean {
  return shares.email + shares.date + shares.number + shares.url + shares.uuid > STRANGE;
}

/**
 * The platform's own ids are whole numbers, a UUID column holds UUIDs, short ids or public addresses; a license or
 * recipient id is the issuer's own and may be anything but a date, an e-mail or running words.
 */
function idAgreement(facts: ColumnFacts, attribute: Attribute): Agreement {
  const { shares } = facts;
  if (shares.date > STRANGE) return { kind: 'contradicts' };
  if (attribute.id === 'credential-id' || attribute.id === 'group-id') return enough(shares.number);
  if (attribute.id === 'uuid')
    return shares.email > STRANGE || shares.words > ENOUGH
      ? { kind: 'contradicts' }
      : { kind: 'says-nothing' };
  const isWords = shares.words > STRANGE && facts.averageLength > 8;
  return isWords || shares.url > STRANGE || (attribute.id === 'license-id' && shares.email > STRANGE)
    ? { kind: 'contradicts' }
    : { kind: 'says-nothing' };
}
