import type { PlanRest } from '../../review/plan/plan';
import type { PromisedFacts } from '../../review/plan/promised-facts';
import type { AlarmCode, WarningCode } from '../../review/terms/finding';
import type { PlanId } from './held';

/** The facts of the confirmation, counted from the very changes that are sent. */
export interface PlanFacts extends PromisedFacts {
  readonly plan: PlanId;
  readonly confirmedWarnings: readonly { readonly code: AlarmCode | WarningCode; readonly count: number }[];
  readonly rest: PlanRest;
}
