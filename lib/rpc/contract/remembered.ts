import type { SavedMapping } from '../../assign/mapping/saved-mapping';
import type { Environment, GroupPage } from '../../platform/environment';

/** The sheets that a saved mapping is for: those of a group with headers of this fingerprint. */
export interface SheetOfMapping {
  readonly page: GroupPage;
  readonly headers: string;
}

/** A saved mapping as the options list it. */
export interface RememberedMapping {
  readonly id: string;
  /** Null where an earlier version did not note it. */
  readonly page: GroupPage | null;
  /** The group's name by the history; null where that does not have it. */
  readonly group: string | null;
  readonly assignment: SavedMapping;
}

/** Where an API key is kept: not at all, until the browser is closed, or on disk. */
export type KeyPlace = 'nowhere' | 'session' | 'disk';

/** Everything that is stored beside the history, as the options show it. */
export interface StoredBeside {
  readonly keys: Readonly<Record<Environment, KeyPlace>>;
  readonly remembered: readonly RememberedMapping[];
}

/** Why a file was not loaded. */
export interface NotRemembered {
  readonly code: 'not-a-remembered-file';
}
