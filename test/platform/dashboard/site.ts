import type { Sessions } from '../access/sessions';
import type { Store } from '../state/store';
import type { Switches } from '../switches';

/** What the pages stand on. */
export interface Site {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly switches: () => Switches;
}
