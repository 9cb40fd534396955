import type {
  Attribute,
  AttributeId,
  AttributeKind,
  BuiltinAttributeId,
} from '../../lib/credential/attribute';
import { named, t } from '../text';

/** The kind of an attribute; one that is not known (any more) holds a text. */
export function attributeKind(id: AttributeId, attributes: readonly Attribute[]): AttributeKind {
  return attributes.find((candidate) => candidate.id === id)?.kind ?? 'text';
}

/**
 * The label of an attribute: the platform's word for a built-in one, in the admin's language; the
 * account's for a custom one.
 */
export function attributeLabel(id: AttributeId, attributes: readonly Attribute[]): string {
  if (isBuiltin(id)) return t(named('attribute', id));
  const attribute = attributes.find((candidate) => candidate.id === id);
  return attribute === undefined ? id : attribute.label;
}

/** The same for an attribute that is at hand. */
export function labelOf({ id, label }: Attribute): string {
  return isBuiltin(id) ? t(named('attribute', id)) : label;
}

function isBuiltin(id: AttributeId): id is BuiltinAttributeId {
  return !id.startsWith('custom:');
}
