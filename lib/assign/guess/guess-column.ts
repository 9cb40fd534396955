import type { Attribute, AttributeId, KeyAttributeId } from '../../credential/attribute';
import { isKeyAttribute, KEY_ORDER } from '../../credential/attributes';
import { agreementOf } from './agreement';
import type { GuessReason } from '../choice/assignment';
import { LOOKED_AT, sampledValues, type ColumnFacts } from '../facts/describe-columns';
import { isNeutralHeader } from './neutral-header';
import { IDS, WEIGHT, type ColumnGuess, type GuessContext } from './column-guess';
import { meaningOf } from './header-meaning';
import { headerText, withoutBracket, withoutHint, withoutRepeatNumber } from './header-text';
import { aboutAnother } from './about-another';
import { NAMES } from './known-values';
import { PERHAPS_OF, SYNONYM_OF } from './synonyms';
import { templateKeyOf } from './template-headers';

/** Least number of distinct values. Fewer may be ids of the group by chance. */
const ENOUGH_VALUES = 3;
/** Least length of an id. Short numbers (1, 2, 3) are as often row numbers. */
const LONG_ENOUGH = 5;

/**
 * Judges a column by its header, then lets its values veto. Below certainty the guess is `perhaps`.
 */
export function guessColumn(facts: ColumnFacts, context: GuessContext): ColumnGuess {
  // A sheet without a header row names columns by letter. "ID" is then column 239 and means
  // nothing.
  if (facts.header === facts.letter) return judgeByValues(facts, context);
  const ofDownload = attributeOf(context, templateKeyOf(facts.header) ?? undefined);
  if (ofDownload) return judge(facts, context, ofDownload, WEIGHT.label, { kind: 'header-is-label' });
  const bare = withoutRepeatNumber(facts.header);
  const texts = [facts.header, bare, withoutHint(bare)].map(headerText);
  for (const [at, text] of texts.entries()) {
    const labelled = context.labels.labelled(text);
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
  return judgeByWords(facts, context) ?? judgeByValues(facts, context);
}

/** Judges a column by the words of its header. Null where they say nothing. */
function judgeByWords(facts: ColumnFacts, context: GuessContext): ColumnGuess | null {
  const meaning = meaningOf(facts.header);
  if (meaning.kind === 'certain' || meaning.kind === 'perhaps') {
    const attribute = attributeOf(context, meaning.attribute);
    if (attribute === undefined) return null;
    if (meaning.kind === 'certain') return judgeWords(facts, context, attribute);
    if (attribute.id === 'recipient-name')
      return judgeAmbiguousHeader(facts, { ...context, nameIsWhole: false }, attribute);
    const byIdsOfGroup = judgeByValues(facts, context);
    return byIdsOfGroup.attribute === null ? { kind: 'perhaps', attribute: attribute.id } : byIdsOfGroup;
  }
  const bare = withoutBracket(facts.header);
  if (bare === null || aboutAnother(facts.header) === 'person') return null;
  const attribute = attributeOf(context, SYNONYM_OF.get(bare) ?? PERHAPS_OF.get(bare));
  return attribute === undefined ? null : judgeAmbiguousHeader(facts, context, attribute);
}

/** Longest grade on average. Longer texts under "Note finale" are remarks. */
const LONGEST_GRADE = 24;

/**
 * Takes an attribute that the words of a header mean, where its values agree. Names that are in the
 * group say so.
 */
function judgeWords(facts: ColumnFacts, context: GuessContext, attribute: Attribute): ColumnGuess {
  const perhaps: ColumnGuess = { kind: 'perhaps', attribute: attribute.id };
  if (facts.values === 0) return perhaps;
  if (attribute.id === 'grade' && facts.averageLength > LONGEST_GRADE) return perhaps;
  if (attribute.id === 'recipient-name') {
    const share = shareOf(facts, context, attribute.id);
    if (share >= NAMES && facts.distinct >= ENOUGH_VALUES) return byValues(attribute.id, WEIGHT.words, share);
    if (!areNames(facts, attribute)) return perhaps;
  }
  return judge(facts, context, attribute, WEIGHT.words, { kind: 'header-is-synonym' });
}

/**
 * Finds recipient name or e-mail for a header that is also a custom attribute of the account. An
 * account with its own attribute "Email" still has recipients' e-mails in a column "Email".
 * Undefined where the values disagree, or where another column has the recipient's own label, as in
 * a template with both.
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

/** Ranks "Email (optional)" below "Email": it is usually a second address. */
function hintPenalty(text: number): number {
  return text === 2 ? 0.5 : 0;
}

/** Takes a certain header, unless its values or the group's ids contradict. */
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
 * Tells whether a "Description" column is mostly blank. CRMs call notes about a person so, and few
 * rows have one. A credential's description is public, and all credentials have one.
 */
function isMostlyBlank({ values, blanks }: ColumnFacts, { id }: Attribute): boolean {
  return id === 'description' && values < blanks;
}

/** Lets the values decide for a header that may mean something else. */
function judgeAmbiguousHeader(facts: ColumnFacts, context: GuessContext, attribute: Attribute): ColumnGuess {
  const isName = attribute.id === 'recipient-name';
  const share = shareOf(facts, context, attribute.id);
  if (share >= (isName ? NAMES : IDS) && facts.distinct >= ENOUGH_VALUES)
    return isKeyAttribute(attribute.id)
      ? byIds(facts, context, attribute.id, WEIGHT.perhaps, true)
      : byValues(attribute.id, WEIGHT.perhaps, share);
  if (isName && context.nameIsWhole && areNames(facts, attribute))
    return {
      kind: 'sure',
      attribute: attribute.id,
      weight: WEIGHT.perhaps,
      reason: { kind: 'header-and-values', percent: Math.floor(facts.shares.words * 100) },
    };
  return { kind: 'perhaps', attribute: attribute.id };
}

/**
 * Judges a column whose header says nothing. Only ids of this group decide. "Manager ID" may be
 * full of them as well: its header says that they are not those of the rows. "Teacher ID" beside
 * the very teachers is offered, and not taken.
 */
function judgeByValues(facts: ColumnFacts, context: GuessContext): ColumnGuess {
  const about = aboutAnother(facts.header);
  const isLong = facts.averageLength >= LONG_ENOUGH;
  const held = isLong ? keyInGroup(facts, context) : null;
  const key = held !== null && (about !== 'person' || isOwnKey(facts, context, held)) ? held : null;
  if (key === null || about !== null) return { kind: 'perhaps', attribute: key };
  return byIds(facts, context, key, WEIGHT.values, isNeutralHeader(facts.header));
}

/** Tells whether the names or e-mails beside ids are those of the credentials that have them. */
function isOwnKey({ column }: ColumnFacts, { known }: GuessContext, key: KeyAttributeId): boolean {
  return known?.ownerOfKey(column, key) === 'own';
}

/**
 * Takes a key by its ids, unless the names or e-mails beside them are other people's. A header with
 * words that nobody knows (`isClear` false) may speak of others: there the names or e-mails must be
 * their own.
 */
function byIds(
  facts: ColumnFacts,
  context: GuessContext,
  key: KeyAttributeId,
  weight: number,
  isClear: boolean,
): ColumnGuess {
  const owner = context.known?.ownerOfKey(facts.column, key) ?? 'others'; // nothing is known yet
  return owner === 'own' || (owner === 'unknown' && isClear)
    ? byValues(key, weight, shareOf(facts, context, key))
    : { kind: 'perhaps', attribute: key };
}

function byValues(attribute: AttributeId, weight: number, share: number): ColumnGuess {
  const kind =
    attribute === 'recipient-name' ? 'values-are-names-of-this-group' : 'values-are-ids-of-this-group';
  return { kind: 'sure', attribute, weight, reason: { kind, percent: Math.floor(share * 100) } };
}

/**
 * Finds the one key whose values these are. Null for none, and for several. Recipient ids that are
 * the UUIDs of their credentials are no key of their own here.
 */
function keyInGroup(facts: ColumnFacts, context: GuessContext): KeyAttributeId | null {
  if (facts.distinct < ENOUGH_VALUES) return null;
  // Values cannot tell the current e-mail from a new one. Only a header can.
  const hits = KEY_ORDER.filter((key) => key !== 'present-email' && shareOf(facts, context, key) >= IDS);
  const column = facts.column;
  const isUuid =
    hits.includes('uuid') &&
    hits.includes('recipient-id') &&
    context.known?.findTheSame({ column, key: 'uuid' }, { column, key: 'recipient-id' }) === true;
  const [only, another] = isUuid ? hits.filter((key) => key !== 'recipient-id') : hits;
  return only !== undefined && another === undefined ? only : null;
}

function shareOf(facts: ColumnFacts, context: GuessContext, attribute: AttributeId): number {
  const isKnown = isKeyAttribute(attribute) || attribute === 'recipient-name';
  return isKnown ? (context.known?.shareOf(facts.column, attribute) ?? 0) : 0;
}

/** Tells names from titles of courses, which repeat. */
function areNames(facts: ColumnFacts, attribute: Attribute): boolean {
  const isVaried = facts.distinct >= 0.8 * Math.min(sampledValues(facts), LOOKED_AT);
  return facts.values > 0 && isVaried && agreementOf(facts, attribute).kind === 'agrees';
}

function attributeOf(context: GuessContext, id: AttributeId | undefined): Attribute | undefined {
  return id === undefined ? undefined : context.attributes.find((attribute) => attribute.id === id);
}
