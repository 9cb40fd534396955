import type { Entry } from '../journal/entry';
import { credentialLink } from '../platform/credential-link';
import type { Environment } from '../platform/environment';

/**
 * The address of the public page of a run's credential: as the platform gave it when the entry was
 * settled, which knows the organisation's own domain; else made as by `credentialLink`. An address
 * that is not https is never a link: `javascript:alert(1)` -> made.
 */
export function entryLink(
  { change, state }: Pick<Entry, 'change' | 'state'>,
  environment: Environment,
): string | null {
  const given = 'url' in state ? webAddress(state.url) : null;
  return given ?? credentialLink(change, environment);
}

function webAddress(text: string): string | null {
  return URL.canParse(text) && new URL(text).protocol === 'https:' ? new URL(text).href : null;
}
