import type { AttributeId } from '../../credential/attribute';
import { attributesOf } from '../../credential/attributes';
import type { Change, FieldChange } from '../../credential/change';
import { sameValue } from '../../credential/same-value';
import type { Value } from '../../credential/value';
import type { EntryState } from '../../journal/entry';
import { writtenFields } from '../../journal/written-fields';
import type { PublicRecord } from '../../platform/public-record';
import { attributeFinder } from '../entry/field-state';

/** The sight that everybody has of a change that was written. */
export type PublicSight =
  /** Not asked yet. */
  | 'not-asked'
  /** All that the public record tells of the change is as confirmed. */
  | 'seen'
  /** A field still has the value from before the change. */
  | 'old'
  /** A field has neither the value from before nor the confirmed one. */
  | 'other'
  /** Nobody sees the credential: private, not published, or deleted. */
  | 'not-public'
  | 'revoked'
  /** The public record tells nothing of what changed, as of an e-mail. */
  | 'hidden'
  /** The platform did not answer, or not about this credential. */
  | 'no-answer'
  /** A later run changes the same credential: what this one wanted says nothing any more. */
  | 'later-run'
  /** Nothing of it was written. */
  | 'no-change';

/** Those that are asked again, as long as the check goes on. */
export function isOpenSight(sight: PublicSight): boolean {
  return sight === 'not-asked' || sight === 'old' || sight === 'other' || sight === 'no-answer';
}

const attributeOf = attributeFinder([]);
/** The built-in attributes that a public record may tell. */
const PUBLIC: ReadonlySet<string> = new Set<string>([
  'recipient-name',
  'credential-name',
  'description',
  'grade',
  'issue-date',
  'expiry-date',
]);
const BUILTIN: ReadonlySet<string> = new Set(attributesOf([]).map(({ id }) => id));

/**
 * Gives the sight before anything is asked: an entry of which nothing was written, or nothing that
 * a public record tells, is not asked for.
 */
export function sightBefore(change: Change, state: EntryState): PublicSight {
  const written = writtenFields(change, state);
  if (written.length === 0) return 'no-change';
  return written.some(({ attribute }) => isSeenInPublic(attribute)) ? 'not-asked' : 'hidden';
}

/** Whether a public record may tell an attribute, or whether there is such a record at all. */
export function isSeenInPublic(attribute: AttributeId): boolean {
  const isShown = attribute === 'published' || attribute === 'private';
  return isShown || PUBLIC.has(attribute) || !BUILTIN.has(attribute);
}

/**
 * Compares what was written with what everybody sees; `record` null: nobody sees the credential.
 * Only what the record tells counts, by the rule of the review for equal values.
 *
 * Examples, grade A -> B: record with B -> seen, with A -> old, with C -> other, without a grade ->
 * hidden. Published yes -> no: no record -> seen, a record -> old.
 */
export function publicSightOf(change: Change, state: EntryState, record: PublicRecord | null): PublicSight {
  const written = writtenFields(change, state);
  const wanted = wantedToBeSeen(written);
  if (wanted === false) return record === null ? 'seen' : 'old';
  if (record === null) return wanted === true ? 'old' : 'not-public';
  if (record.isRevoked) return 'revoked';
  const fields = written.map((field) => fieldSight(field, record));
  const sights = new Set(wanted === true ? [...fields, 'seen' as const] : fields);
  if (sights.has('old')) return 'old';
  if (sights.has('other')) return 'other';
  return sights.has('seen') ? 'seen' : 'hidden';
}

/** Whether the change asks for the credential to be public, or not to be; null: neither. */
function wantedToBeSeen(written: readonly FieldChange[]): boolean | null {
  const valueOf = (attribute: FieldChange['attribute']) =>
    written.find((field) => field.attribute === attribute)?.after;
  if (valueOf('published') === false || valueOf('private') === true) return false;
  return valueOf('published') === true || valueOf('private') === false ? true : null;
}

/** The sight of one field by what the record tells; null: it tells nothing. */
function fieldSight(field: FieldChange, { values }: PublicRecord): 'seen' | 'old' | 'other' | null {
  const { attribute: id, before, after } = field;
  const now: Value | undefined = values.get(id);
  if (now === undefined) return null;
  if (now === after) return 'seen';
  const attribute = attributeOf(id);
  // A change of spaces or letter case shows in the exact text alone.
  if (sameValue(attribute, before, after)) return now === before ? 'old' : null;
  if (sameValue(attribute, now, after)) return 'seen';
  if (sameValue(attribute, now, before)) return 'old';
  // How a custom value is written out in public is not known: a date may look otherwise.
  return BUILTIN.has(id) ? 'other' : null;
}
