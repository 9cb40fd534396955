import { failed, ok, type Result } from '../result';
import type { AlarmCode, WarningCode } from './finding';
import { includedRows, isLeftOut } from './included-rows';
import type { Plan, PlanObstacle } from './plan';
import type { Decisions, JudgedRow, Review } from './review';

/** What still stands between the admin and the button, in the order in which to deal with it; empty when nothing does. */
export function obstacles(review: Review, decisions: Decisions): readonly PlanObstacle[] {
  const found: PlanObstacle[] = [];
  const included = includedRows(review, decisions);
  const errors = openErrors(review, decisions);
  const alarms = [...alarmCounts(review, decisions).keys()].filter((code) => !decisions.overruled.has(code));
  const kinds = [...warningCounts(included).keys()].filter((code) => !decisions.confirmed.has(code));
  if (alarms.length > 0) found.push({ code: 'alarms-open', kinds: alarms });
  if (review.missingDetails.length > 0)
    found.push({ code: 'details-missing', count: review.missingDetails.length });
  if (errors > 0 && !decisions.skipErrors) found.push({ code: 'errors-open', count: errors });
  if (kinds.length > 0) found.push({ code: 'warnings-open', kinds });
  if (included.length === 0) found.push({ code: 'nothing-to-update' });
  return found;
}

/**
 * The confirmed changes in the order of the sheet, or what stands in the way. The only maker of a Plan: what it counts
 * is counted from the very changes that are sent.
 */
export function makePlan(review: Review, decisions: Decisions): Result<Plan, readonly PlanObstacle[]> {
  const inTheWay = obstacles(review, decisions);
  if (inTheWay.length > 0) return failed(inTheWay);
  const included = includedRows(review, decisions);
  const changes = included.flatMap(({ change }) => change ?? []); // an included row has its change
  const plan = {
    changes,
    creditsAtMost: changes.reduce((sum, { credits }) => sum + credits, 0),
    confirmedWarnings: [...alarmCounts(review, decisions), ...warningCounts(included)].map(
      ([code, count]) => ({ code, count }),
    ),
    skippedErrors: openErrors(review, decisions),
  };
  return ok(plan as unknown as Plan);
}

function openErrors(review: Review, decisions: Decisions): number {
  return review.told.filter((row) => row.change === null && !isLeftOut(row, decisions)).length;
}

/**
 * How many rows each alarm is about: all that are not left out. Rows with errors count too: they are not sent, but a
 * column that stands beside the wrong rows is wrong in the rows around them as well.
 */
export function alarmCounts(review: Review, decisions: Decisions): ReadonlyMap<AlarmCode, number> {
  const counts = new Map<AlarmCode, number>();
  for (const row of review.told) {
    if (isLeftOut(row, decisions)) continue;
    for (const code of alarmsOf(row)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** The alarms of a row, each once. */
export function alarmsOf({ findings }: JudgedRow): ReadonlySet<AlarmCode> {
  return new Set(findings.flatMap(({ code, severity }) => (severity === 'alarm' ? [code as AlarmCode] : [])));
}

/** How many of the rows have each kind of warning. */
function warningCounts(rows: readonly JudgedRow[]): ReadonlyMap<WarningCode, number> {
  const counts = new Map<WarningCode, number>();
  for (const row of rows) for (const code of warningsOf(row)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** The kinds of warning of a row, each once. */
export function warningsOf({ findings }: JudgedRow): ReadonlySet<WarningCode> {
  return new Set(
    findings.flatMap(({ code, severity }) => (severity === 'warning' ? [code as WarningCode] : [])),
  );
}
