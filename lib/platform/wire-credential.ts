import type { Credential, EvidenceItem } from '../credential/credential';
import { credentialId, groupId } from '../credential/ids';
import { z } from '../zod';
import { customTexts, wireCustom, type WireCustom } from './wire-custom';
import { wireDay, wireFlag, wireId, wireText } from './wire-values';

/**
 * A credential that was read by GET: with its detail, and with its custom attributes as they came.
 */
export interface FreshCredential {
  readonly credential: Credential & { readonly detail: NonNullable<Credential['detail']> };
  readonly custom: WireCustom;
}

const common = {
  id: wireId,
  uuid: wireText,
  encoded_id: wireText,
  license_id: wireText,
  name: wireText,
  grade: wireText,
  issued_on: wireDay,
  expired_on: wireDay,
  updated_at: wireText,
  approve: wireFlag(true),
  private: wireFlag(false),
  custom_attributes: wireCustom,
};

/**
 * A credential in an answer of POST /v2/credentials/search: the recipient flat, the group nested,
 * no detail.
 */
export const searchedCredential = z
  .object({
    ...common,
    recipient_name: wireText,
    recipient_email: wireText,
    recipient_id: wireText,
    group: z.object({ id: wireId, name: wireText }),
  })
  .transform((wire): Credential => ({
    id: credentialId(wire.id),
    uuid: wire.uuid,
    encodedId: wire.encoded_id,
    licenseId: wire.license_id,
    groupId: groupId(wire.group.id),
    groupName: wire.group.name ?? '',
    recipientName: wire.recipient_name,
    recipientEmail: wire.recipient_email,
    recipientId: ownRecipientId(wire.recipient_id, [wire.uuid, wire.encoded_id]),
    credentialName: wire.name,
    grade: wire.grade,
    issuedOn: wire.issued_on,
    expiredOn: wire.expired_on,
    published: wire.approve,
    private: wire.private,
    custom: customTexts(wire.custom_attributes),
    updatedAt: wire.updated_at,
    detail: null,
  }));

const evidenceItem = z.object({
  id: wireId,
  description: wireText,
  link_url: wireText,
  position: z.number().nullish(),
});

/**
 * A credential in an answer of GET or PUT /v1/credentials/{id}: the recipient nested, with detail.
 */
export const viewedCredential = z
  .object({
    ...common,
    description: wireText,
    group_id: wireId,
    group_name: wireText,
    url: wireText,
    evidence_items: z.array(evidenceItem).nullish(),
    recipient: z.object({ name: wireText, email: wireText, phone_number: wireText, id: wireText }),
  })
  .transform((wire): FreshCredential => ({
    credential: {
      id: credentialId(wire.id),
      uuid: wire.uuid,
      encodedId: wire.encoded_id,
      licenseId: wire.license_id,
      groupId: groupId(wire.group_id),
      groupName: wire.group_name ?? '',
      recipientName: wire.recipient.name,
      recipientEmail: wire.recipient.email,
      recipientId: ownRecipientId(wire.recipient.id, [wire.uuid, wire.encoded_id, lastSegment(wire.url)]),
      credentialName: wire.name,
      grade: wire.grade,
      issuedOn: wire.issued_on,
      expiredOn: wire.expired_on,
      published: wire.approve,
      private: wire.private,
      custom: customTexts(wire.custom_attributes),
      updatedAt: wire.updated_at,
      detail: {
        description: wire.description,
        phone: wire.recipient.phone_number,
        evidence: inOrder(wire.evidence_items ?? []),
      },
    },
    custom: wire.custom_attributes,
  }));

/**
 * "A recipient id may be the credential's uuid" (docs/platform.md): then the recipient has none of
 * their own.
 */
function ownRecipientId(id: string | null, references: readonly (string | null)[]): string | null {
  return id === null || references.includes(id) ? null : id;
}

function lastSegment(url: string | null): string | null {
  return url === null ? null : url.slice(url.lastIndexOf('/') + 1);
}

function inOrder(items: readonly z.output<typeof evidenceItem>[]): readonly EvidenceItem[] {
  return items
    .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
    .map(({ id, description, link_url }) => ({ id, description: description ?? '', url: link_url }));
}
