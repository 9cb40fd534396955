import type { AttributeId } from '../../lib/credential/attribute';
import type { Change } from '../../lib/credential/change';
import type { Value } from '../../lib/credential/value';
import type { Credential } from '../platform/state/schema';

/** The values of a credential by attribute, as a change names them; evidence by itself. */
export type Values = ReadonlyMap<string, Value>;

/** Reads the platform's record, not an answer of it, and none of the code under test. */
export function valuesOf(credential: Credential): Values {
  const { recipient } = credential;
  return new Map<string, Value>([
    ['recipient-name', recipient.name],
    ['recipient-email', recipient.email],
    ['recipient-phone', recipient.phone_number],
    ['issue-date', credential.issued_on],
    ['expiry-date', credential.expired_on],
    ['grade', credential.grade],
    ['credential-name', credential.name],
    ['description', credential.description === '' ? null : credential.description],
    ['published', credential.approve],
    ['private', credential.private],
    ['group-id', String(credential.group_id)],
    ...Object.entries(credential.custom_attributes).map(
      ([name, value]) => [`custom:${name}`, value] as const,
    ),
    ...credential.evidence_items.map(({ id, description }) => [`evidence ${id}`, description] as const),
  ]);
}

/** How many items of evidence have this address. */
export function itemsWith(credential: Credential, url: string): number {
  return credential.evidence_items.filter(({ link_url }) => link_url === url).length;
}

/**
 * The name under which `valuesOf` has a field; null for evidence that is to be added, which has
 * none before.
 */
export function placeOf(field: Change['fields'][number]): string | null {
  if (!field.attribute.startsWith('evidence-')) return field.attribute;
  return field.evidenceId === undefined ? null : `evidence ${field.evidenceId}`;
}

/** The value of a field now; of evidence that is to be added, whether it is there. */
export function hasWanted(credential: Credential, change: Change, attribute: AttributeId): boolean {
  const field = change.fields.find((one) => one.attribute === attribute);
  if (field === undefined) return false;
  const place = placeOf(field);
  if (place !== null) return (valuesOf(credential).get(place) ?? null) === field.after;
  const url = urlOf(change, attribute);
  return url !== null && itemsWith(credential, url) > 0;
}

/** The address of the evidence that a field is about, when the change adds it. */
export function urlOf(change: Change, attribute: string): string | null {
  const number = attribute.at(-1);
  const field = change.fields.find((one) => one.attribute === `evidence-url-${number}`);
  return typeof field?.after === 'string' ? field.after : null;
}
