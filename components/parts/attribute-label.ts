import type {
  Attribute,
  AttributeId,
  AttributeKind,
  BuiltinAttributeId,
} from '../../lib/credential/attribute';
import { language, named, t } from '../text';
import { toldApart } from './look-alikes';

/** The kind of an attribute; one that is not known (any more) holds a text. */
export function attributeKind(id: AttributeId, attributes: readonly Attribute[]): AttributeKind {
  return attributes.find((candidate) => candidate.id === id)?.kind ?? 'text';
}

/**
 * The label of an attribute: the platform's word for a built-in one, in the admin's language; the
 * account's for a custom one. A custom one that looks like another attribute of the list is told
 * apart from it: "Grade" -> "Grade (custom attribute)".
 */
export function attributeLabel(id: AttributeId, attributes: readonly Attribute[]): string {
  if (isBuiltin(id)) return t(named('attribute', id));
  const label = attributes.find((candidate) => candidate.id === id)?.label;
  return label === undefined ? id : (lookAlikes(attributes).get(label) ?? label);
}

/** Made once for a list, and again in another language: it may have thousands. */
const made = new WeakMap<
  readonly Attribute[],
  { readonly language: string; readonly told: ReadonlyMap<string, string> }
>();

function lookAlikes(attributes: readonly Attribute[]): ReadonlyMap<string, string> {
  const known = made.get(attributes);
  if (known?.language === language()) return known.told;
  const labels: string[] = [];
  const builtin: string[] = [];
  for (const { id, label } of attributes) {
    if (isBuiltin(id)) builtin.push(t(named('attribute', id)));
    else labels.push(label);
  }
  const told = toldApart(labels, builtin, (name) => t('attributeOwn', name));
  made.set(attributes, { language: language(), told });
  return told;
}

function isBuiltin(id: AttributeId): id is BuiltinAttributeId {
  return !id.startsWith('custom:');
}
