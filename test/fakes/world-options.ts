import type { openIdbJournal } from '../../lib/journal/idb-journal';
import type { Journal } from '../../lib/journal/journal';
import type { Environment } from '../../lib/platform/environment';
import type { OnBadge } from '../../lib/run/badge/badge-updates';
import type { StandIn } from '../platform/stand-in';
import type { StandInOptions } from '../platform/stand-in-options';

/** Options of a background in a test. */
export interface WorldOptions extends StandInOptions {
  /** The platform of another world, which is shared. */
  readonly standIn?: StandIn;
  readonly signedIn?: boolean;
  readonly key?: string;
  readonly journal?: Journal;
  /** Why the journal does not open; null when it does. */
  readonly openJournal?: () => Awaited<ReturnType<typeof openIdbJournal>> | null;
  /** Settings of the organisation in the managed storage. */
  readonly policy?: unknown;
  /** The random number of the installation. */
  readonly installation?: string;
  /** The stored mappings, by name. */
  readonly kept?: Map<string, unknown>;
  /** Paths of credentials that were deleted, though the search still answers them. */
  readonly deleted?: Set<string>;
  readonly onBadge?: OnBadge;
  /** Whether the browser permits the API of an environment. Without it, it does. */
  readonly mayReach?: (environment: Environment) => boolean;
  readonly looksUpPublic?: boolean;
  /** Called with every request before the stand-in gets it. Throwing breaks the connection. */
  readonly onRequest?: (request: Request, standIn: StandIn) => Promise<void> | void;
}
