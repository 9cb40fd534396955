import type { AttributeId } from '../../credential/attribute';
import type { PlanRest } from '../../review/plan/plan';
import type { AlarmCode, WarningCode } from '../../review/terms/finding';
import type { PlanId } from './held';

/** The facts of the confirmation, counted from the very changes that are sent. */
export interface PlanFacts {
  readonly plan: PlanId;
  readonly changes: number;
  readonly creditsAtMost: number;
  /** Changes that move an expiry to an earlier day. */
  readonly earlierExpiries: number;
  readonly fields: readonly { readonly attribute: AttributeId; readonly count: number }[];
  readonly confirmedWarnings: readonly { readonly code: AlarmCode | WarningCode; readonly count: number }[];
  readonly rest: PlanRest;
}
