import type { Change } from '../credential/change';

/**
 * The public page of a credential, as the `url` of the platform's answers says it: its encoded id, else its UUID. Null
 * when the platform told neither.
 */
export function credentialLink({ reference }: Pick<Change, 'reference'>): string | null {
  return reference === null ? null : `https://www.credential.net/${encodeURIComponent(reference)}`;
}
