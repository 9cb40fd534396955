/** Kinds of a custom attribute on the platform (docs/platform.md, Read a group). */
export type CustomKind = 'text' | 'date' | 'email' | 'image';

/** A custom attribute key of the account, as it is known there. */
export interface CustomAttributeKey {
  readonly name: string;
  readonly kind: CustomKind;
}

/**
 * Attributes that can find a credential (docs/product.md 2.3). They are matched or checked and
 * never written.
 */
export type KeyAttributeId =
  | 'credential-id'
  | 'uuid'
  | 'license-id'
  | 'recipient-id'
  /**
   * Present e-mail of the platform, in a list of old and new e-mails. It only finds the credential,
   * so that the new one can be written.
   */
  | 'present-email'
  | 'recipient-email';

/** Evidence is read in up to three pairs a row (docs/platform.md, Rules of the product). */
export type EvidenceNumber = 1 | 2 | 3;

export type BuiltinAttributeId =
  | KeyAttributeId
  | 'recipient-name'
  | 'recipient-phone'
  | 'issue-date'
  | 'expiry-date'
  | 'grade'
  | 'credential-name'
  | 'description'
  | 'published'
  | 'private'
  | `evidence-description-${EvidenceNumber}`
  | `evidence-url-${EvidenceNumber}`
  | 'group-id';

export type AttributeId = BuiltinAttributeId | `custom:${string}`;

/** How a cell of the attribute is read, and how two values of it are compared. */
export type AttributeKind = 'id' | 'name' | 'text' | 'email' | 'phone' | 'day' | 'flag' | 'url' | 'image';

/** Something of a credential that a column can be assigned to. */
export interface Attribute {
  readonly id: AttributeId;
  /** The English label of a built-in attribute, or the account's own name of a custom one. */
  readonly label: string;
  readonly kind: AttributeKind;
  /**
   * `field` is written; `check` only has to agree (Group ID, and every key that was not chosen to
   * match by).
   */
  readonly role: 'key' | 'field' | 'key-and-field' | 'check';
  /** Set for a custom attribute: its name in the platform's map. */
  readonly custom: CustomAttributeKey | null;
  /** Whether a blank cell may clear it. A name, an e-mail or a flag cannot be cleared. */
  readonly clearable: boolean;
  /**
   * Whether its present value comes only with the credential itself, not with the search
   * (docs/platform.md).
   */
  readonly needsDetail: boolean;
}
