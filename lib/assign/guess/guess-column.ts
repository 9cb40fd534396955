import type { Attribute, AttributeId, KeyAttributeId } from '../../credential/attribute';
import { isKeyAttribute, KEY_ORDER } from '../../credential/attributes';
import { agreementOf } from './agreement';
import type { GuessReason } from '../choice/assignment';
import type { ColumnFacts } from '../facts/describe-columns';
import { headerText, withoutHint, withoutRepeatNumber } from './header-text';
import type { KnownValues } from './known-values';
import { PERHAPS_OF, SYNONYM_OF } from './synonyms';

/** What one column by itself is likely for. `weight` orders the columns that want the same attribute. */
export type ColumnGuess =
  | {
      readonly kind: 'sure';
      readonly attribute: AttributeId;
      readonly weight: number;
      readonly reason: GuessReason;
    }
  | { readonly kind: 'perhaps'; readonly attribute: AttributeId | null };

/** What the guess may ask besides the column itself. */
export interface GuessContext {
  readonly attributes: readonly Attribute[];
  /** Null as long as the group's credentials are not loaded. */
  readonly known: KnownValues | null;
  /** Whether "Name" alone can only be the recipient's: there is an e-mail column and no column for a part of a name. */
  readonly nameIsWhole: boolean;
  /** The headers of all columns, as `headerText` gives them. */
  readonly headers: ReadonlySet<string>;
}

const WEIGHT = { label: 4, synonym: 3, perhaps: 2, values: 1 };
/** Share of a column's values that must be ids of the group for the values to decide what it is. */
export const IDS = 0.8;
/** The same for names; the others may be the very corrections that the sheet is for. */
const NAMES = 0.5;
/** Distinct values below which ids of the group may be there by chance. */
const ENOUGH_VALUES = 3;
/** Short numbers (1, 2, 3) are row numbers as often as ids. */
const LONG_ENOUGH = 5;

/** Judges a column by its header, then lets its values object. Below certainty it is `perhaps`. */
export function guessColumn(facts: ColumnFacts, context: GuessContext): ColumnGuess {
  // Without a header row a column is called by its letter: "ID" is column 239 then, and says nothing.
  if (facts.header === facts.letter) return judgeByValues(facts, context);
  const bare = withoutRepeatNumber(facts.header);
  const texts = [facts.header, bare, withoutHint(bare)].map(headerText);
  for (const [at, text] of texts.entries()) {
    const labelled = context.attributes.filter(({ label }) => headerText(label) === text);
    const exact = labelled.filter(({ label }) => label === facts.header);
    const [only, another] = exact.length === 1 ? exact : labelled;
    if (only && another) return { kind: 'perhaps', attribute: only.id };
    const who = only?.custom ? recipientAttributeIn(facts, context, texts) : undefined;
    if (who) return { kind: 'perhaps', attribute: who.id };
    if (only) return judge(facts, context, only, WEIGHT.label - hintPenalty(at), { kind: 'header-is-label' });
  }
  for (const [at, text] of texts.entries()) {
    const synonym = attributeOf(context, SYNONYM_OF.get(text));
    if (synonym)
      return judge(facts, context, synonym, WEIGHT.synonym - hintPenalty(at), { kind: 'header-is-synonym' });
  }
  for (const text of texts) {
    const perhaps = attributeOf(context, PERHAPS_OF.get(text));
    if (perhaps) return judgeAmbiguousHeader(facts, context, perhaps);
  }
  return judgeByValues(facts, context);
}

/**
 * The name or e-mail of the recipient, where a header that is one of the account's own attributes means that as well and the
 * values are such: an account with an attribute "Email" of its own has the e-mails of recipients in a column "Email" too.
 * Not where another column has the label of it, as in a template with both.
 */
function recipientAttributeIn(
  facts: ColumnFacts,
  context: GuessContext,
  texts: readonly string[],
): Attribute | undefined {
  const meant = texts.flatMap((text) => [SYNONYM_OF.get(text), PERHAPS_OF.get(text)]);
  const id = meant.find((of) => of === 'recipient-name' || of === 'recipient-email');
  const who = attributeOf(context, id);
  if (who === undefined || context.headers.has(headerText(who.label))) return undefined;
  return agreementOf(facts, who).kind === 'agrees' ? who : undefined;
}

/** A header with a hint behind it gives way to the same one without: "Email (optional)" is a second address. */
function hintPenalty(text: number): number {
  return text === 2 ? 0.5 : 0;
}

/** The header is certain: taken, unless its values or the group's own ids say otherwise. */
function judge(
  facts: ColumnFacts,
  context: GuessContext,
  attribute: Attribute,
  weight: number,
  reason: GuessReason,
): ColumnGuess {
  const agreement = agreementOf(facts, attribute);
  const perhaps: ColumnGuess = { kind: 'perhaps', attribute: attribute.id };
  if (agreement.kind === 'contradicts' || isMostlyBlank(facts, attribute)) return perhaps;
  if (attribute.role === 'key') {
    if (agreement.kind === 'no-values') return perhaps;
    const other = keyInGroup(facts, context);
    if (other !== null && shareOf(facts, context, attribute.id) < IDS)
      return { kind: 'perhaps', attribute: other };
  }
  const said = agreement.kind === 'agrees' && reason.kind === 'header-is-synonym';
  return {
    kind: 'sure',
    attribute: attribute.id,
    weight,
    reason: said ? { kind: 'header-and-values', percent: agreement.percent } : reason,
  };
}

/**
 * A CRM calls its notes about a person "Description" too, and few rows have one. A credential's own is there for all of
 * them; and what it says is seen by everybody who opens the credential.
 */
function isMostlyBlank({ values, blanks }: ColumnFacts, { id }: Attribute): boolean {
  return id === 'description' && values < blanks;
}

/** The header may mean something else: the values have to decide. */
function judgeAmbiguousHeader(facts: ColumnFacts, context: GuessContext, attribute: Attribute): ColumnGuess {
  const isName = attribute.id === 'recipient-name';
  const share = shareOf(facts, context, attribute.id);
  if (share >= (isName ? NAMES : IDS) && facts.distinct >= ENOUGH_VALUES)
    return byValues(attribute.id, WEIGHT.perhaps, share);
  if (isName && context.nameIsWhole && areNames(facts, attribute))
    return {
      kind: 'sure',
      attribute: attribute.id,
      weight: WEIGHT.perhaps,
      reason: { kind: 'header-and-values', percent: Math.floor(facts.shares.words * 100) },
    };
  return { kind: 'perhaps', attribute: attribute.id };
}

/** The header says nothing: only ids of this very group do. */
function judgeByValues(facts: ColumnFacts, context: GuessContext): ColumnGuess {
  const key = facts.averageLength >= LONG_ENOUGH ? keyInGroup(facts, context) : null;
  if (key === null) return { kind: 'perhaps', attribute: null };
  return byValues(key, WEIGHT.values, shareOf(facts, context, key));
}

function byValues(attribute: AttributeId, weight: number, share: number): ColumnGuess {
  const kind =
    attribute === 'recipient-name' ? 'values-are-names-of-this-group' : 'values-are-ids-of-this-group';
  return { kind: 'sure', attribute, weight, reason: { kind, percent: Math.floor(share * 100) } };
}

/** The one key of the group that the values are; null when they are none, or several (a recipient id can be a UUID). */
function keyInGroup(facts: ColumnFacts, context: GuessContext): KeyAttributeId | null {
  if (facts.distinct < ENOUGH_VALUES) return null;
  // Whose e-mail it is, values say; whether it is the one of before, only a header does.
  const hits = KEY_ORDER.filter((key) => key !== 'present-email' && shareOf(facts, context, key) >= IDS);
  const [only, another] = hits;
  return only !== undefined && another === undefined ? only : null;
}

function shareOf(facts: ColumnFacts, context: GuessContext, attribute: AttributeId): number {
  const isKnown = isKeyAttribute(attribute) || attribute === 'recipient-name';
  return isKnown ? (context.known?.shareOf(facts.column, attribute) ?? 0) : 0;
}

/** Names differ from row to row; titles of courses repeat. */
function areNames(facts: ColumnFacts, attribute: Attribute): boolean {
  const isVaried = facts.distinct >= 0.8 * Math.min(facts.values, 1000);
  return facts.values > 0 && isVaried && agreementOf(facts, attribute).kind === 'agrees';
}

function attributeOf(context: GuessContext, id: AttributeId | undefined): Attribute | undefined {
  return id === undefined ? undefined : context.attributes.find((attribute) => attribute.id === id);
}
