import type { Change } from '../../credential/change';
import type { AlarmCode, WarningCode } from '../terms/finding';

declare const planBrand: unique symbol;

/**
 * The confirmed changes, and nothing else: what "Confirm update" counts is what is sent. Only
 * `makePlan` makes one, and only when every alarm is overruled, every error fixed or skipped and
 * every warning confirmed.
 */
export interface Plan {
  readonly [planBrand]: true;
  readonly changes: readonly Change[];
  readonly creditsAtMost: number;
  /** Overruled alarms first, then confirmed warnings. */
  readonly confirmedWarnings: readonly { readonly code: AlarmCode | WarningCode; readonly count: number }[];
  readonly rest: PlanRest;
}

/**
 * The rows that are no part of a plan, each counted once: skipped because of errors, excluded,
 * nothing to change. It is stored with the run, where excluded rows have the name `leftOut`.
 */
export interface PlanRest {
  readonly errors: number;
  readonly leftOut: number;
  readonly unchanged: number;
}

/** Something that still stands between the admin and the button. */
export type PlanObstacle =
  | { readonly code: 'alarms-open'; readonly kinds: readonly AlarmCode[] }
  | { readonly code: 'errors-open'; readonly count: number }
  | { readonly code: 'warnings-open'; readonly kinds: readonly WarningCode[] }
  /** Credentials whose present values are not all known yet: a plan may not rest on a guess. */
  | { readonly code: 'details-missing'; readonly count: number }
  /** Keys or e-mails that were not looked up yet in a group that is known in part. */
  | { readonly code: 'not-looked-up' }
  | { readonly code: 'nothing-to-update' };
