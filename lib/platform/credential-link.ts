import type { Change } from '../credential/change';
import type { Environment } from './environment';
import { publicPagesOrigin } from './hosts';

/**
 * The address of a credential's public page, made of the encoded id, else the UUID, at the public
 * host of the environment. An organisation's own domain is not known from these. Null when the
 * platform gave neither.
 */
export function credentialLink(
  { reference }: Pick<Change, 'reference'>,
  environment: Environment,
): string | null {
  return reference === null ? null : `${publicPagesOrigin(environment)}/${encodeURIComponent(reference)}`;
}
