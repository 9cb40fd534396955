import type { Caller } from '../access/caller';
import type { Search } from '../search/search';
import type { Store } from '../state/store';
import type { Switches } from '../switches';

/** The surroundings of a handler while it answers one request. */
export interface ApiContext {
  readonly store: Store;
  readonly search: Search;
  readonly switches: Switches;
  readonly caller: Caller;
  /** The host of the public pages that the answers link to. */
  readonly publicHost: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}
