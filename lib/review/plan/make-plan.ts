import { failed, ok, type Result } from '../../result';
import type { AlarmCode, WarningCode } from '../terms/finding';
import { ALARM_BITS, alarmsIn, bitOf, WARNING_BITS, warningsIn, type Codes } from '../terms/finding-codes';
import type { Plan, PlanObstacle } from './plan';
import type { Decisions, Review } from '../cross-row/review';
import { credentialsWithoutDetail } from '../view/review-keys';
import { codesOf, isIncluded, tallyOf } from '../view/tally';
import { unchangedIn } from '../view/summarise';
import { changeAt } from '../cross-row/describe-rows';

/** What still stands between the admin and the button, in the order in which to deal with it; empty when nothing does. */
export function obstacles(review: Review, decisions: Decisions): readonly PlanObstacle[] {
  const found: PlanObstacle[] = [];
  const { withErrors, included } = tallyOf(review);
  const alarms = alarmsIn(codesWithRows(review, ALARM_BITS)).filter((code) => !decisions.overruled.has(code));
  const kinds = warningsIn(codesWithRows(review, WARNING_BITS)).filter(
    (code) => !decisions.confirmed.has(code),
  );
  const missing = credentialsWithoutDetail(review).length;
  if (alarms.length > 0) found.push({ code: 'alarms-open', kinds: alarms });
  if (missing > 0) found.push({ code: 'details-missing', count: missing });
  if (withErrors > 0 && !decisions.skipErrors) found.push({ code: 'errors-open', count: withErrors });
  if (kinds.length > 0) found.push({ code: 'warnings-open', kinds });
  if (included === 0) found.push({ code: 'nothing-to-update' });
  return found;
}

/**
 * The confirmed changes in the order of the sheet, or what stands in the way. The only maker of a Plan: what it counts
 * is counted from the very changes that are sent.
 */
export function makePlan(review: Review, decisions: Decisions): Result<Plan, readonly PlanObstacle[]> {
  const inTheWay = obstacles(review, decisions);
  if (inTheWay.length > 0) return failed(inTheWay);
  const tally = tallyOf(review);
  const changes = Array.from(review.crossRow.reported).flatMap((index) =>
    isIncluded(review, index) ? (changeAt(review, index) ?? []) : [],
  );
  const confirmed = codesWithRows(review, ALARM_BITS | WARNING_BITS);
  const codes: readonly (AlarmCode | WarningCode)[] = [...alarmsIn(confirmed), ...warningsIn(confirmed)];
  const plan = {
    changes,
    creditsAtMost: changes.reduce((sum, { credits }) => sum + credits, 0),
    confirmedWarnings: codes.map((code) => ({ code, count: tally.rowsWith(code) })),
    rest: { errors: tally.withErrors, leftOut: tally.excluded, unchanged: unchangedIn(review) },
  };
  return ok(plan as unknown as Plan);
}

/** Kinds among these bits that a row has. Alarms of rows with errors count too: they are wrong around them as well. */
function codesWithRows(review: Review, among: Codes): Codes {
  return codesOf(review).reduce((bits, code) => bits | (bitOf(code) & among), 0);
}
