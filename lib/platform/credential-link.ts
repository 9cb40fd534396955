import type { Change } from '../credential/change';

/**
 * The address of a credential's public page, built like the `url` of the platform's answers from
 * the encoded id, else the UUID. Null when the platform gave neither.
 */
export function credentialLink({ reference }: Pick<Change, 'reference'>): string | null {
  return reference === null ? null : `https://www.credential.net/${encodeURIComponent(reference)}`;
}
