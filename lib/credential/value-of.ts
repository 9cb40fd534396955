import { assertNever } from '../assert-never';
import type { AttributeId, BuiltinAttributeId } from './attribute';
import type { Credential } from './credential';
import { evidencePartOf } from './evidence-attribute';
import type { Value } from './value';

/**
 * What a credential has for an attribute now; null for none. Attributes that only the credential's own page of the API
 * tells (`needsDetail`) are null until its detail was read: ask `detail !== null` before comparing them.
 *
 * Evidence n is the n-th item in the platform's order, for templates and exports. It is no identity: the position of an
 * item moves when another is taken away, so evidence is compared by its URL (see review/evidence-diff.ts).
 */
export function valueOf(credential: Credential, attribute: AttributeId): Value {
  if (attribute.startsWith('custom:')) {
    const name = attribute.slice('custom:'.length);
    return Object.hasOwn(credential.custom, name) ? textOrNull(credential.custom[name]) : null;
  }
  return builtinValueOf(credential, attribute as BuiltinAttributeId);
}

function builtinValueOf(credential: Credential, attribute: BuiltinAttributeId): Value {
  switch (attribute) {
    case 'credential-id':
      return credential.id;
    case 'uuid':
      return textOrNull(credential.uuid ?? credential.encodedId);
    case 'license-id':
      return textOrNull(credential.licenseId);
    case 'recipient-id':
      return textOrNull(credential.recipientId);
    case 'recipient-name':
      return textOrNull(credential.recipientName);
    case 'recipient-email':
      return textOrNull(credential.recipientEmail);
    case 'recipient-phone':
      return textOrNull(credential.detail?.phone); // not read yet: none
    case 'issue-date':
      return credential.issuedOn;
    case 'expiry-date':
      return credential.expiredOn;
    case 'grade':
      return textOrNull(credential.grade);
    case 'credential-name':
      return textOrNull(credential.credentialName);
    case 'description':
      return textOrNull(credential.detail?.description); // not read yet: none
    case 'published':
      return credential.published;
    case 'private':
      return credential.private;
    case 'group-id':
      return credential.groupId;
    case 'evidence-description-1':
    case 'evidence-description-2':
    case 'evidence-description-3':
    case 'evidence-url-1':
    case 'evidence-url-2':
    case 'evidence-url-3':
      return evidenceValueOf(credential, attribute);
    default:
      return assertNever(attribute);
  }
}

function evidenceValueOf(credential: Credential, attribute: AttributeId): Value {
  const part = evidencePartOf(attribute);
  const item = part && credential.detail?.evidence[part.number - 1]; // not read yet: none
  if (!item) return null;
  return textOrNull(part.part === 'url' ? item.url : item.description);
}

function textOrNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
