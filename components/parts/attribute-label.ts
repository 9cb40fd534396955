import type { Attribute, AttributeId } from '../../lib/credential/attribute';

/**
 * The label of an attribute: the platform's own word for a built-in one, the account's for a custom
 * one.
 */
export function attributeLabel(id: AttributeId, attributes: readonly Attribute[]): string {
  const attribute = attributes.find((candidate) => candidate.id === id);
  return attribute === undefined ? id : attribute.label;
}
