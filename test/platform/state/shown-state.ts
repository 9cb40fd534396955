import { shownUrl } from '../api/wire-shape';
import type { Credential, Issuer, StandInState } from './schema';
import type { Store } from './store';

/**
 * A credential of the state file, with what follows from the rest of the state and is not read
 * back.
 */
export interface ShownCredential extends Credential {
  readonly group_name: string;
  readonly url: string;
  readonly issuer: Pick<Issuer, 'id' | 'name' | 'description' | 'url'>;
}

/**
 * The present state, as a file that can be given to `--credentials`. Switches do not change how it
 * is written.
 */
export interface ShownState extends StandInState {
  readonly credentials: readonly ShownCredential[];
}

export function shownState(store: Store): ShownState {
  const issuer = store.issuer();
  const brief = { id: issuer.id, name: issuer.name, description: issuer.description, url: issuer.url };
  return {
    issuer,
    groups: store.groups,
    attribute_keys: store.attributeKeys,
    credentials: store.credentials().map((credential) => ({
      ...credential,
      group_name: store.group(credential.group_id)?.name ?? '',
      url: shownUrl(credential),
      issuer: brief,
    })),
  };
}
