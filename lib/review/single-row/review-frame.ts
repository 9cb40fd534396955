import type { AttributeId } from '../../credential/attribute';
import { isKeyAttribute } from '../../credential/attributes';
import type { Exclusions } from '../terms/exclusions';
import { nameColumnsOf } from '../match/name-columns';
import type { CredentialIndex } from '../group/credential-index';
import { indexOf } from '../match/match-rows';
import type { PresentHashes } from '../identity/present-hashes';
import type { ReviewInput } from '../group/review-input';
import type { RuleContext } from '../terms/matched-row';
import { likelyDays } from '../match/likely-days';
import { sheetColumnsOf, type SheetColumns } from '../match/sheet-columns';

/** Everything that all rows of a review are judged by. */
export interface ReviewFrame {
  readonly input: ReviewInput;
  readonly columns: SheetColumns;
  readonly index: CredentialIndex;
  readonly context: RuleContext;
  readonly exclusions: Exclusions;
  /** The present names and e-mails of the credentials, as hashes. */
  readonly presentNames: PresentHashes;
  readonly presentEmails: PresentHashes;
  /** Columns, assigned or not, that say whose row it is. */
  readonly nameColumns: readonly number[];
  /**
   * Attributes that rows are reviewed by, in the order of the sheet's columns; the place is that of
   * their outcome.
   */
  readonly attributes: readonly AttributeId[];
  readonly placeOf: ReadonlyMap<AttributeId, number>;
  /** Places of the attributes that are days. */
  readonly dayPlaces: readonly number[];
}

/**
 * Prepares the judging of a sheet. An assignment without a key is a bug: Assign keeps Review shut
 * until there is one.
 */
export function reviewFrame(input: ReviewInput): ReviewFrame {
  const columns = sheetColumnsOf(input.assignment, input.attributes, input.corrected.counted);
  const evidence = columns.evidence.flatMap(({ url, description }) => [url, description]);
  const reviewed = [...columns.fields, columns.address, ...columns.checks, ...evidence].filter(
    (column) => column !== null,
  );
  const inOrder = reviewed.toSorted((a, b) => a.column - b.column);
  const attributes = inOrder.map(({ attribute }) => attribute.id);
  const headers = new Map(input.table.columns.map(({ index, header }) => [index, header]));
  return {
    input,
    columns,
    index: indexOf(columns, input.group),
    context: {
      today: input.today,
      likelyDays: likelyDays(columns.fields, headers, input.today),
      located: input.located,
      ...spellingOf(columns, input),
      trustedDomains: input.group.trustedDomains,
      sharedFirstWords: input.group.sharedFirstWords,
      hasPercentGrades: input.group.hasPercentGrades,
    },
    presentNames: input.group.presentHashes('recipient-name'),
    presentEmails: input.group.presentHashes('recipient-email'),
    nameColumns: nameColumnsOf(input.table, input.assignment, input.group),
    exclusions: input.corrected.exclusions,
    attributes,
    dayPlaces: inOrder.flatMap(({ attribute }, place) => (attribute.kind === 'day' ? [place] : [])),
    placeOf: new Map(attributes.map((attribute, place) => [attribute, place])),
  };
}

/**
 * How a key may be written otherwise. Keys of a group that is only known in part may fit better
 * than those that are known.
 */
function spellingOf(
  { key }: SheetColumns,
  { group }: ReviewInput,
): Pick<RuleContext, 'keyAttribute' | 'meantKey'> {
  const [{ attribute }, second] = key;
  const isAsked = second === undefined && isKeyAttribute(attribute.id) && group.isWhole;
  if (!isAsked) return { keyAttribute: null, meantKey: () => null };
  return { keyAttribute: attribute.id, meantKey: (text) => group.meantKey(attribute, text) };
}

/** The place of an attribute that is reviewed. @throws RangeError for any other one. */
export function placeIn(placeOf: ReviewFrame['placeOf'], attribute: AttributeId): number {
  const place = placeOf.get(attribute);
  if (place === undefined) throw new RangeError(`the attribute ${attribute} is not reviewed`);
  return place;
}
