import type { Day } from './day';
import type { CredentialId, GroupId } from './ids';

/** One piece of evidence as the platform has it. */
export interface EvidenceItem {
  readonly id: string;
  readonly description: string;
  readonly url: string | null;
}

/**
 * Fields that come only with the credential itself, not with the search (docs/platform.md, Read a
 * group).
 */
export interface CredentialDetail {
  readonly description: string | null;
  readonly phone: string | null;
  readonly evidence: readonly EvidenceItem[];
}

/**
 * A credential as the platform has it now, with wire differences already gone (ids are text, days
 * are days, "" is null). Plain data: it travels by message from the background to the panel and to
 * the worker.
 */
export interface Credential {
  readonly id: CredentialId;
  readonly uuid: string | null;
  readonly encodedId: string | null;
  readonly licenseId: string | null;
  readonly groupId: GroupId;
  readonly groupName: string;
  readonly recipientName: string | null;
  readonly recipientEmail: string | null;
  readonly recipientId: string | null;
  readonly credentialName: string | null;
  readonly grade: string | null;
  readonly issuedOn: Day | null;
  readonly expiredOn: Day | null;
  readonly published: boolean;
  readonly private: boolean;
  /**
   * Values by custom attribute name. Names are the account's own: read them with `Object.hasOwn`
   * only.
   */
  readonly custom: Readonly<Record<string, string>>;
  readonly updatedAt: string | null;
  /** Null until the credential itself was read. */
  readonly detail: CredentialDetail | null;
}

/**
 * End of the address of a credential's public page: its encoded id, else its UUID; null when the
 * platform gave neither.
 */
export function referenceOf({ encodedId, uuid }: Pick<Credential, 'encodedId' | 'uuid'>): string | null {
  return encodedId ?? uuid;
}
