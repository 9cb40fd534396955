import type { Attribute, AttributeId } from '../../credential/attribute';
import type { Credential } from '../../credential/credential';
import type { CredentialId } from '../../credential/ids';
import { sameValue } from '../../credential/same-value';
import type { Value } from '../../credential/value';
import { valueReader } from '../../credential/value-of';
import { int32At, itemAt } from '../../element-at';
import type { Review } from '../cross-row/review';

/** A row whose credential somebody has changed on the platform since it was reviewed. */
export interface MovedRow {
  readonly row: number;
  readonly credential: CredentialId;
  readonly name: string | null;
  /**
   * What differs of what the sheet is about. Empty: something that only reading the whole
   * credential tells (description, phone, evidence), if anything.
   */
  readonly fields: readonly {
    readonly attribute: AttributeId;
    readonly before: Value;
    readonly now: Value;
  }[];
  /** The credential as it was just found. */
  readonly fresh: Credential;
}

/** Attributes that say whose row it is: a change of theirs is told whatever the sheet is about. */
const WHOSE: readonly AttributeId[] = ['recipient-name', 'recipient-email'];

/**
 * The rows of a review whose credentials are among these, and have moved on since: in a value that
 * the sheet is about, in the recipient's name or e-mail. An older state than the reviewed one,
 * which a search that runs behind gives, is none.
 *
 * Reviewed "Pass", now "Merit", the sheet has grades -> a row. The sheet has names alone -> none.
 */
export function movedRows(review: Review, credentials: readonly Credential[]): readonly MovedRow[] {
  const { input, columns, attributes } = review.frame;
  const about = new Set<AttributeId>([
    ...attributes,
    ...columns.key.map(({ attribute }) => attribute.id),
    ...WHOSE,
  ]);
  const compared = input.attributes.filter(({ id }) => about.has(id));
  const moved = new Map<number, Pick<MovedRow, 'fields' | 'fresh'>>();
  for (const fresh of credentials) {
    const position = input.group.positionOf(fresh.id);
    if (position === undefined) continue;
    const before = itemAt(input.group.all, position);
    if (!isLater(before, fresh)) continue;
    const fields = differing(compared, before, fresh);
    const isHidden = before.detail !== null && compared.some(({ needsDetail }) => needsDetail);
    if (fields.length > 0 || isHidden) moved.set(position, { fields, fresh });
  }
  if (moved.size === 0) return [];
  return input.table.rows.flatMap((row, place): readonly MovedRow[] => {
    const of = moved.get(int32At(review.rows.position, place));
    if (of === undefined) return [];
    return [{ row, credential: of.fresh.id, name: of.fresh.recipientName, ...of }];
  });
}

/** Where one of them has no time, the values alone decide. */
function isLater({ updatedAt: before }: Credential, { updatedAt: now }: Credential): boolean {
  const [then, later] = [Date.parse(before ?? ''), Date.parse(now ?? '')];
  return Number.isNaN(then) || Number.isNaN(later) || later > then;
}

function differing(
  attributes: readonly Attribute[],
  before: Credential,
  fresh: Credential,
): MovedRow['fields'] {
  return attributes.flatMap((attribute) => {
    if (attribute.needsDetail) return [];
    const read = valueReader(attribute.id);
    const [was, now] = [read(before), read(fresh)];
    return sameValue(attribute, was, now) ? [] : [{ attribute: attribute.id, before: was, now }];
  });
}
