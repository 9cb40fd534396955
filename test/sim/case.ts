import type { Change } from '../../lib/credential/change';
import type { StandInState } from '../platform/state/schema';
import type { Switches } from '../platform/switches';

/**
 * What becomes of one request. Times are milliseconds, but for `late`: a share of the time for
 * which docs/limits.md, During a run, allows the network to hold it back after nobody waits for it.
 */
export type Fate =
  /** Takes long on its way, and its answer too. */
  | { readonly kind: 'slow'; readonly there: number; readonly back: number }
  /** Is answered with this, and not carried out. */
  | { readonly kind: 'refused'; readonly status: 401 | 429 | 500 | 502 | 504 }
  /** Is carried out, and answered with 502. */
  | { readonly kind: 'taken-502' }
  /** Is answered with 504 at once, and carried out later. */
  | { readonly kind: 'late-504'; readonly late: number }
  /** The connection breaks before it arrives. */
  | { readonly kind: 'lost' }
  /** It is carried out, and the connection breaks before the answer. */
  | { readonly kind: 'unanswered' }
  /** The connection breaks, and it is carried out later. */
  | { readonly kind: 'late'; readonly late: number }
  /** No answer until the client gives up; it is carried out after that, or never (null). */
  | { readonly kind: 'silent'; readonly late: number | null }
  /** A connection breaks, and the browser sends it again by itself. `answered`: the second one. */
  | { readonly kind: 'repeated'; readonly answered: boolean };

/** One thing that goes wrong, or that somebody does. `step`: just before this event. */
export type Trouble =
  /** `nth`: of all requests of the run, from 0. */
  | { readonly kind: 'request'; readonly nth: number; readonly fate: Fate }
  /**
   * The background dies, and is started again by the alarm, or `after` so long. `committed`: the
   * share of the writes to the disk under way that are carried out all the same, the oldest first.
   */
  | {
      readonly kind: 'death';
      readonly step: number;
      readonly after: number;
      readonly committed: number;
      readonly isDiskLost: boolean;
    }
  /** A second background is started while this one goes on for a while. */
  | { readonly kind: 'overlap'; readonly step: number; readonly lasts: number }
  /** Another admin changes a credential. */
  | {
      readonly kind: 'edit';
      readonly step: number;
      readonly credential: string;
      readonly fields: Readonly<Record<string, unknown>>;
    }
  /**
   * Another admin changes a credential `after` its nth reading, while the computer is held up for
   * so long: by its disk, or because it sleeps.
   */
  | {
      readonly kind: 'late-edit';
      readonly credential: string;
      readonly nth: number;
      readonly fields: Readonly<Record<string, unknown>>;
      readonly after: number;
      readonly holds: number;
      readonly by: 'disk' | 'sleep';
    }
  | { readonly kind: 'command'; readonly step: number; readonly command: Command }
  /** Somebody sets the computer's clock. */
  | { readonly kind: 'clock'; readonly step: number; readonly by: number }
  | { readonly kind: 'laptop'; readonly step: number; readonly sleeps: number }
  /** `nth`: of all calls of the database, or operations of the file system. */
  | { readonly kind: 'disk'; readonly of: 'journal' | 'files'; readonly nth: number; readonly how: DiskFault }
  /** `nth`: of all openings of the database. */
  | { readonly kind: 'opening'; readonly nth: number; readonly how: DiskFault }
  | { readonly kind: 'signed-out'; readonly step: number; readonly lasts: number }
  /** A newer version of the extension wrote an entry in its own way, and was taken back. */
  | { readonly kind: 'newer-version'; readonly step: number; readonly position: number };

/** `go on`: after the trial of the run. */
export type Command = 'pause' | 'resume' | 'go on' | 'cancel' | 'see' | 'find' | 'open panel';

/** `never`: the browser does not answer, until the background dies. */
export type DiskFault = 'QuotaExceededError' | 'UnknownError' | 'slow' | 'never';

/** A whole case: everything that is not the code under test. */
export interface Case {
  readonly seed: number;
  readonly state: StandInState;
  readonly switches: Switches;
  /** Whether the laptop's sleep is in the ticks, as on some systems. */
  readonly ticksInSleep: boolean;
  readonly hasKey: boolean;
  readonly changes: readonly Change[];
  /** How many of the changes are tried before the run goes on; null: there is no trial. */
  readonly trial: number | null;
  readonly troubles: readonly Trouble[];
  /** When troubles end, in milliseconds of the world. */
  readonly calmFrom: number;
}
