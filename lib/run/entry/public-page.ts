import type { Change } from '../../credential/change';
import { credentialLink } from '../../platform/credential-link';
import type { Environment } from '../../platform/environment';
import type { FreshCredential } from '../../platform/wire-credential';

/**
 * The address of the credential's public page for its outcome, where the platform gave another one
 * than `credentialLink` makes: at the organisation's own domain. What can be made is not stored.
 *
 * Examples, in production with the reference "abc": https://own.test/abc -> kept.
 * https://www.credential.net/abc -> nothing. No address -> nothing.
 */
export function publicPageOf(
  change: Pick<Change, 'reference'>,
  { url }: Pick<FreshCredential, 'url'>,
  environment: Environment,
): { readonly url?: string } {
  return url === null || url === credentialLink(change, environment) ? {} : { url };
}
