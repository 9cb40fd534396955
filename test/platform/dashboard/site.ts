import type { Sessions } from '../access/sessions';
import type { Store } from '../state/store';
import type { Switches } from '../switches';
import type { Banner } from './page-html';

/** The surroundings of the pages. */
export interface Site {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly switches: () => Switches;
  readonly banner: Banner | null;
}
