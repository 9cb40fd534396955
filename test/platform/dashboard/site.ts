import type { Sessions } from '../access/sessions';
import type { Store } from '../state/store';
import type { Switches } from '../switches';

/** The surroundings of the pages. */
export interface Site {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly switches: () => Switches;
}
