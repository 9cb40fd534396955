import type { Attribute, AttributeId } from '../../credential/attribute';
import { attributesOf } from '../../credential/attributes';
import type { CustomAttributeKey } from '../../credential/attribute';
import type { Change, FieldChange } from '../../credential/change';
import type { Credential } from '../../credential/credential';
import { evidencePartOf } from '../../credential/evidence-attribute';
import { sameValue } from '../../credential/same-value';
import type { Value } from '../../credential/value';
import { valueOf } from '../../credential/value-of';
import { evidenceValueNow } from '../../platform/evidence-of-change';
import type { FreshCredential } from '../../platform/wire-credential';

/**
 * The present state of a field of a change: as it was at the review, as it is wanted, or neither.
 */
export interface FieldState {
  readonly field: FieldChange;
  readonly now: Value;
  readonly is: 'before' | 'after' | 'other';
}

export type AttributeOf = (id: AttributeId) => Attribute;

/** Finds attributes by id. A custom one that the account no longer lists is read as text. */
export function attributeFinder(customKeys: readonly CustomAttributeKey[]): AttributeOf {
  const byId = new Map(attributesOf(customKeys).map((attribute) => [attribute.id, attribute]));
  return (id) => {
    const known = byId.get(id);
    if (known !== undefined) return known;
    const [unlisted] = attributesOf([{ name: id.slice('custom:'.length), kind: 'text' }]).filter(
      (one) => one.id === id,
    );
    if (unlisted === undefined) throw new Error(`${id} is no attribute`);
    return unlisted;
  };
}

/**
 * Compares each field of a change with the credential as it was just read, by the same rule as the
 * review.
 *
 * Examples, of a grade from A to B: B -> after, A -> before, C -> other.
 */
export function fieldStatesOf(
  change: Change,
  credential: FreshCredential['credential'],
  attributeOf: AttributeOf,
): readonly FieldState[] {
  return change.fields.map((field) => {
    const { attribute: id } = field;
    const now =
      evidencePartOf(id) === null
        ? valueOf(credential, id)
        : evidenceValueNow(field, change.fields, credential.detail.evidence);
    return fieldStateOf(field, now, attributeOf(id));
  });
}

/**
 * Compares the same with a credential that a search found (`batch-reads.ts`): no evidence, no field
 * of the detail.
 */
export function searchedFieldStatesOf(
  change: Change,
  credential: Credential,
  attributeOf: AttributeOf,
): readonly FieldState[] {
  return change.fields.map((field) =>
    fieldStateOf(field, valueOf(credential, field.attribute), attributeOf(field.attribute)),
  );
}

function fieldStateOf(field: FieldChange, now: Value, attribute: Attribute): FieldState {
  // The admin asked for a change of spaces or letter case only: then only the exact text counts as
  // wanted.
  const isCosmetic = sameValue(attribute, field.before, field.after);
  if (isCosmetic ? now === field.after : sameValue(attribute, now, field.after))
    return { field, now, is: 'after' };
  return { field, now, is: sameValue(attribute, now, field.before) ? 'before' : 'other' };
}
