import type { GroupId } from '../credential/ids';

/** The three installations of the platform (docs/platform.md, Hosts). */
export type Environment = 'production' | 'eu' | 'sandbox';

/** The group page that the panel was opened on. */
export interface GroupPage {
  readonly environment: Environment;
  readonly groupId: GroupId;
}
