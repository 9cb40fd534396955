import { failed, ok, type Result } from '../../result';
import { isAlarm, isWarning } from '../terms/finding-codes';
import type { Plan, PlanObstacle } from './plan';
import type { Decisions, Review } from '../cross-row/review';
import { credentialsWithoutDetail } from '../view/review-keys';
import { codesOf, isIncluded, tallyOf } from '../view/tally';
import { unchangedIn } from '../view/summarise';
import { changeAt } from '../cross-row/describe-rows';

/**
 * The obstacles between the admin and the button, in the order in which to deal with them; empty
 * when there is none.
 */
export function obstacles(review: Review, decisions: Decisions): readonly PlanObstacle[] {
  const found: PlanObstacle[] = [];
  const { withErrors, included } = tallyOf(review);
  // Alarms of rows with errors count too: they are wrong around them as well.
  const codes = codesOf(review);
  const alarms = codes.filter(isAlarm).filter((code) => !decisions.overruled.has(code));
  const kinds = codes.filter(isWarning).filter((code) => !decisions.confirmed.has(code));
  const missing = credentialsWithoutDetail(review).length;
  if (alarms.length > 0) found.push({ code: 'alarms-open', kinds: alarms });
  if (missing > 0) found.push({ code: 'details-missing', count: missing });
  if (withErrors > 0 && !decisions.skipErrors) found.push({ code: 'errors-open', count: withErrors });
  if (kinds.length > 0) found.push({ code: 'warnings-open', kinds });
  if (included === 0) found.push({ code: 'nothing-to-update' });
  return found;
}

/**
 * The confirmed changes in the order of the sheet, or the obstacles. The only maker of a Plan:
 * everything that it counts is counted from the very changes that are sent.
 */
export function makePlan(review: Review, decisions: Decisions): Result<Plan, readonly PlanObstacle[]> {
  const inTheWay = obstacles(review, decisions);
  if (inTheWay.length > 0) return failed(inTheWay);
  const tally = tallyOf(review);
  const changes = Array.from(review.crossRow.reported).flatMap((index) =>
    isIncluded(review, index) ? (changeAt(review, index) ?? []) : [],
  );
  const codes = codesOf(review);
  const confirmed = [...codes.filter(isAlarm), ...codes.filter(isWarning)];
  const plan = {
    changes,
    creditsAtMost: changes.reduce((sum, { credits }) => sum + credits, 0),
    confirmedWarnings: confirmed.map((code) => ({ code, count: tally.rowsWith(code) })),
    rest: { errors: tally.withErrors, leftOut: tally.excluded, unchanged: unchangedIn(review) },
  };
  return ok(plan as unknown as Plan);
}
