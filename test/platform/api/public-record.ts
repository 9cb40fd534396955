import { json, type Answer } from './answer';
import type { ApiContext } from './context';
import { noSuchCredential } from './errors';
import type { Credential } from '../state/schema';
import { publicUrl } from './wire-shape';

/**
 * GET /v1/credential-net/credentials/{id or uuid}: what a verifier sees, behind the writes by the
 * switch `public-lag`. Unpublished and private ones are not there (I). Which fields it has beside
 * `revoked_at` (M) is inferred (I).
 */
export function viewPublicRecord(
  reference: string,
  { store, switches, publicHost, now }: Omit<ApiContext, 'caller' | 'search'>,
): Answer {
  const credential = store
    .publicView(now)
    .credentials.find(({ id, uuid }) => String(id) === reference || uuid === reference);
  if (credential === undefined || credential.private || !credential.approve) return noSuchCredential;
  const { uuid, name, description, grade, issued_on, expired_on, revoked_at } = credential;
  return json({
    credential: {
      ...idOf(credential, switches),
      uuid,
      name,
      description,
      grade,
      issued_on,
      expired_on,
      revoked_at,
      url: publicUrl(credential, publicHost, switches),
      recipient: { name: credential.recipient.name },
      issuer: { name: store.issuer().name },
    },
  });
}

function idOf({ id, license_id: own }: Credential, switches: ApiContext['switches']): object {
  if (switches['public-id'] === 'none') return {};
  return { id: switches['public-id'] === 'own' ? (own ?? id) : id };
}
