import type { Attribute, AttributeId, AttributeKind } from '../../lib/credential/attribute';

/** The kind of an attribute; one that is not known (any more) holds a text. */
export function attributeKind(id: AttributeId, attributes: readonly Attribute[]): AttributeKind {
  return attributes.find((candidate) => candidate.id === id)?.kind ?? 'text';
}

/**
 * The label of an attribute: the platform's own word for a built-in one, the account's for a custom
 * one.
 */
export function attributeLabel(id: AttributeId, attributes: readonly Attribute[]): string {
  const attribute = attributes.find((candidate) => candidate.id === id);
  return attribute === undefined ? id : attribute.label;
}
