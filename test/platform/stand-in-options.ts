import type { Account } from './access/sessions';
import type { Banner } from './dashboard/page-html';
import type { LoggedRequest } from './request-log';
import type { StandInState } from './state/schema';
import type { Switches } from './switches';

/** The options of a stand-in. None is required. */
export interface StandInOptions {
  /** The state to begin with; generated when missing. */
  readonly state?: StandInState;
  /** Credentials of the main group of a generated state (200). */
  readonly generate?: number;
  /** Seeds everything that is random (1). */
  readonly seed?: number;
  /** The day that generated dates stand around, YYYY-MM-DD (the clock's day). */
  readonly today?: string;
  /** Milliseconds since 1970 (Date.now). */
  readonly now?: () => number;
  /** Waits so many milliseconds (a timer); a fake clock moves itself. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** Positions other than the presets. */
  readonly switches?: Partial<Switches>;
  /** Rules such as `500:rate=0.05:method=PUT`. */
  readonly faults?: readonly string[];
  /** API requests that a client may make in 30 s (200); 0 is no limit. */
  readonly rate?: number;
  /** Key of the whole account. */
  readonly apiKey?: string;
  /** Key of a department -> its id. */
  readonly departmentKeys?: Readonly<Record<string, number>>;
  /** The people who can sign in at the dashboard. */
  readonly accounts?: readonly Account[];
  /** HTML above every page of the dashboard, such as the menu of a trial. */
  readonly banner?: Banner;
  /** Called with each request after it is answered. */
  readonly onAnswered?: (request: LoggedRequest) => void;
}

/** Opens the whole of the generated account. */
export const ACCOUNT_KEY = 'northfield-account-key';

/** Keys of one department each, of the generated state: the main group's, and the other. */
export const DEPARTMENT_KEYS = { 'northfield-trades-key': 71, 'northfield-health-key': 72 } as const;

/** Two people, so that one can change what the other one is editing. */
export const ACCOUNTS: readonly Account[] = [
  { name: 'Robin Achterberg', email: 'admin@northfield.test', password: 'arc-and-spark' },
  { name: 'Imani Castellanos', email: 'registrar@northfield.test', password: 'arc-and-spark' },
];

/**
 * Requests of a client in 30 s: 2000 in five minutes, counted in periods of 30 s (docs/platform.md,
 * Rate).
 */
export const RATE = 200;
