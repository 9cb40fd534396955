import type { Attribute, KeyAttributeId } from '../../credential/attribute';
import { isEmailKey, isKeyAttribute } from '../../credential/attributes';
import type { Credential } from '../../credential/credential';
import { makeDay } from '../../credential/day';
import { comparableValue } from '../../credential/same-value';
import { valueOf } from '../../credential/value-of';
import { foldedWidth } from '../../sheet/cells/folded-width';
import { matchingText } from '../../sheet/cells/matching-text';
import { parseWrittenDate } from '../../sheet/dates/parse-written-date';
import { readPublicUrl } from './read-public-url';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Normalises a key for lookup. Full-width signs are those of ASCII: "１０００１" is "10001". E-mails and
 * UUIDs ignore case. License and recipient ids do not: "a1" and "A1" may be two people.
 */
export function lookUpText(text: string, key: KeyAttributeId): string {
  const shown = foldedWidth(matchingText(text));
  if (isEmailKey(key)) return shown.toLowerCase();
  if (key !== 'uuid') return shown;
  const id = readPublicUrl(shown);
  return UUID.test(id) ? id.toLowerCase() : id;
}

/**
 * Lookup texts of a credential for an attribute. None when it has no value, two for UUID and short
 * public id.
 */
export function keyTextsOf(credential: Credential, attribute: Attribute): readonly string[] {
  const { id } = attribute;
  if (isKeyAttribute(id)) return idTextsOf(credential, id);
  const value = valueOf(credential, id);
  const text = typeof value === 'string' ? comparableValue(attribute, value) : null;
  if (text === null) return [];
  // Custom dates may be in words ("15 January 2024"). They are compared as days.
  const written = attribute.kind === 'day' && attribute.custom !== null ? parseWrittenDate(text) : null;
  const day = written?.kind === 'plain' ? makeDay(written.year, written.month, written.day) : null;
  return [day ?? text]; // a value that is no day is compared as text
}

/** Lookup texts of a credential for a built-in key. */
export function idTextsOf(credential: Credential, key: KeyAttributeId): readonly string[] {
  switch (key) {
    case 'credential-id':
      return textsOf(credential.id, key);
    case 'uuid':
      return [...textsOf(credential.uuid, key), ...textsOf(credential.encodedId, key)];
    case 'license-id':
      return textsOf(credential.licenseId, key);
    case 'recipient-id':
      return textsOf(credential.recipientId, key);
    case 'present-email':
    case 'recipient-email':
      return textsOf(credential.recipientEmail, key);
  }
}

function textsOf(text: string | null, key: KeyAttributeId): readonly string[] {
  const lookUp = text === null ? '' : lookUpText(text, key);
  return lookUp === '' ? [] : [lookUp];
}
