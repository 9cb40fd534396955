import type { AttributeId } from '../../credential/attribute';
import type { ColumnFacts } from '../facts/describe-columns';
import type { GuessContext } from './column-guess';
import { meaningOf } from './header-meaning';
import { NAMES, type KnownValues } from './known-values';

/** Least share of values that are yes or no. They are the same in many attributes. */
const FLAGS = 0.8;

/**
 * Finds what a column could be by its values, where its header says nothing: names of the group, or
 * the texts that an attribute has there now. "Resultaat van de cursus" with "Merit" and "Pass", as
 * the group's grades are -> grade. Or by a word that it shares with one of the account's own
 * attributes: "Hours (CE)" -> CE Hours. Null where nothing is near, and where the header speaks of
 * something else.
 */
export function possibleByValues(
  facts: ColumnFacts,
  { attributes, labels, known }: Pick<GuessContext, 'attributes' | 'labels' | 'known'>,
): AttributeId | null {
  const { header, values } = facts;
  if (values === 0 || meaningOf(header).kind === 'other') return null;
  const id = known === null ? null : presentOf(facts, known);
  if (id !== null && attributes.some((attribute) => attribute.id === id)) return id;
  return labels.sharingWord(header)?.id ?? null; // no word of the header is one of theirs
}

function presentOf({ column, shares, distinct }: ColumnFacts, known: KnownValues): AttributeId | null {
  if (known.shareOf(column, 'recipient-name') >= NAMES && distinct > 2) return 'recipient-name';
  return shares.flag >= FLAGS ? null : known.presentIn(column);
}
