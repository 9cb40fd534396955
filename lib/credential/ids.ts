declare const credentialIdBrand: unique symbol;
declare const groupIdBrand: unique symbol;

/**
 * The platform's number of a credential, always as text: numbers and strings both occur on the
 * wire.
 */
export type CredentialId = string & { readonly [credentialIdBrand]: true };

/** The platform's number of a group, always as text. */
export type GroupId = string & { readonly [groupIdBrand]: true };

/** Takes a wire id (number or text) for a credential's. */
export function credentialId(raw: string | number): CredentialId {
  return String(raw) as CredentialId;
}

/** Takes a wire id (number or text) for a group's. */
export function groupId(raw: string | number): GroupId {
  return String(raw) as GroupId;
}
