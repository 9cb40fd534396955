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
  /**
   * Whether the issuer gave it an id of its own, which then stands where others have the platform's
   * number (docs/platform.md, Own ids).
   */
  readonly hasOwnId: boolean;
  /** Names of its public page: short id and UUID, as far as the answer has them. */
  readonly references: readonly string[];
  /** The address of its public page as the platform gives it; null where it gives none. */
  readonly url: string | null;
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
    // Kept where it is the UUID: it tells credentials apart like any other.
    recipientId: wire.recipient_id,
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
    accredible_internal_id: wireId.nullish(),
    description: wireText,
    group_id: wireId,
    group_name: wireText,
    url: wireText,
    evidence_items: z.array(evidenceItem).nullish(),
    recipient: z.object({ name: wireText, email: wireText, phone_number: wireText, id: wireText }),
  })
  .transform((wire): FreshCredential => ({
    hasOwnId: (wire.accredible_internal_id ?? wire.id) !== wire.id,
    references: referencesOf(wire),
    url: wire.url,
    credential: {
      id: credentialId(wire.accredible_internal_id ?? wire.id), // without an own id, `id` is the number
      uuid: wire.uuid,
      encodedId: wire.encoded_id,
      licenseId: wire.license_id,
      groupId: groupId(wire.group_id),
      groupName: wire.group_name ?? '',
      recipientName: wire.recipient.name,
      recipientEmail: wire.recipient.email,
      recipientId: ownRecipientId(wire.recipient.id, referencesOf(wire)),
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
 * A recipient id of v1 is the credential's UUID where the recipient has none of their own
 * (docs/platform.md, Read a group). Only the search tells the two apart.
 */
function ownRecipientId(id: string | null, references: readonly string[]): string | null {
  return id === null || references.includes(id) ? null : id;
}

function referencesOf(wire: {
  readonly uuid: string | null;
  readonly encoded_id: string | null;
  readonly url: string | null;
}): readonly string[] {
  const { uuid, encoded_id, url } = wire;
  const inUrl = url === null ? null : url.slice(url.lastIndexOf('/') + 1);
  return [encoded_id, uuid, inUrl].filter((reference) => reference !== null);
}

function inOrder(items: readonly z.output<typeof evidenceItem>[]): readonly EvidenceItem[] {
  return items
    .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
    .map(({ id, description, link_url }) => ({ id, description: description ?? '', url: link_url }));
}
