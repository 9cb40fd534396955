import type { AttributeId, BuiltinAttributeId, EvidenceNumber } from './attribute';
import type { Credential } from './credential';
import type { Value } from './value';

/**
 * Present value of a credential for an attribute; null for none. Attributes with `needsDetail` are
 * null until the detail was read: check `detail !== null` before comparing them.
 *
 * Evidence n is the n-th item in the platform's order, for templates and exports. The number
 * identifies no item, as it changes when another item is removed. So evidence is compared by its
 * URL (see lib/review/diff/evidence-diff.ts).
 */
export function valueOf(credential: Credential, attribute: AttributeId): Value {
  return valueReader(attribute)(credential);
}

/** How the value of an attribute is read, for callers that ask it of 100,000 credentials. */
export function valueReader(attribute: AttributeId): ValueReader {
  if (!attribute.startsWith('custom:')) return BUILTIN[attribute as BuiltinAttributeId];
  const name = attribute.slice('custom:'.length);
  return ({ custom }) => (Object.hasOwn(custom, name) ? textOrNull(custom[name]) : null);
}

type ValueReader = (credential: Credential) => Value;

const BUILTIN: Readonly<Record<BuiltinAttributeId, ValueReader>> = {
  'credential-id': ({ id }) => id,
  uuid: ({ uuid, encodedId }) => textOrNull(uuid ?? encodedId),
  'license-id': ({ licenseId }) => textOrNull(licenseId),
  'recipient-id': ({ recipientId }) => textOrNull(recipientId),
  'recipient-name': ({ recipientName }) => textOrNull(recipientName),
  'present-email': ({ recipientEmail }) => textOrNull(recipientEmail),
  'recipient-email': ({ recipientEmail }) => textOrNull(recipientEmail),
  'recipient-phone': ({ detail }) => textOrNull(detail?.phone), // not read yet: none
  'issue-date': ({ issuedOn }) => issuedOn,
  'expiry-date': ({ expiredOn }) => expiredOn,
  grade: ({ grade }) => textOrNull(grade),
  'credential-name': ({ credentialName }) => textOrNull(credentialName),
  description: ({ detail }) => textOrNull(detail?.description), // not read yet: none
  published: ({ published }) => published,
  private: ({ private: isPrivate }) => isPrivate,
  'group-id': ({ groupId }) => groupId,
  'evidence-description-1': (credential) => evidenceValueOf(credential, 1, 'description'),
  'evidence-description-2': (credential) => evidenceValueOf(credential, 2, 'description'),
  'evidence-description-3': (credential) => evidenceValueOf(credential, 3, 'description'),
  'evidence-url-1': (credential) => evidenceValueOf(credential, 1, 'url'),
  'evidence-url-2': (credential) => evidenceValueOf(credential, 2, 'url'),
  'evidence-url-3': (credential) => evidenceValueOf(credential, 3, 'url'),
};

function evidenceValueOf({ detail }: Credential, number: EvidenceNumber, part: 'url' | 'description'): Value {
  return textOrNull(detail?.evidence[number - 1]?.[part]); // not read yet, or not as many: none
}

function textOrNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
