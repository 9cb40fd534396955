import type { CredentialId } from '../credential/ids';
import type { AlarmCode, FindingCode, WarningCode } from './finding';
import { isIncluded, isLeftOut } from './included-rows';
import { alarmCounts, alarmsOf, warningsOf } from './make-plan';
import type { Decisions, Review } from './review';

/*
 * The admin's decisions. Each move gives new ones. A confirmation is about the rows that were seen: it falls as soon as
 * the set behind it grows, and stays when rows leave it.
 */

/** Leaves credentials out, or takes them in again. */
export function leaveOut(
  review: Review,
  decisions: Decisions,
  credentials: readonly CredentialId[],
  isOut: boolean,
): Decisions {
  const leftOut = new Set(decisions.leftOut);
  for (const credential of credentials) {
    if (isOut) leftOut.add(credential);
    else leftOut.delete(credential);
  }
  const next = { ...decisions, leftOut };
  return isOut ? next : carryDecisions(review, decisions, review, next);
}

/** Leaves every row with a finding out: "leave these out". Of an alarm also those that have errors besides. */
export function leaveFindingOut(review: Review, decisions: Decisions, code: FindingCode): Decisions {
  const credentials = review.told
    .filter((row) =>
      row.findings.some(
        (finding) => finding.code === code && (finding.severity === 'alarm' || isIncluded(row, decisions)),
      ),
    )
    .flatMap(({ credential }) => credential ?? []); // such a row has one
  return leaveOut(review, decisions, credentials, true);
}

/** Confirms a kind of warning, or takes that back. */
export function confirm(decisions: Decisions, code: WarningCode, isConfirmed: boolean): Decisions {
  const confirmed = new Set(decisions.confirmed);
  if (isConfirmed) confirmed.add(code);
  else confirmed.delete(code);
  return { ...decisions, confirmed };
}

/** Overrules an alarm when the admin typed how many rows it is about; any other number takes that back. */
export function overrule(review: Review, decisions: Decisions, code: AlarmCode, rows: number): Decisions {
  const overruled = new Set(decisions.overruled);
  if (alarmCounts(review, decisions).get(code) === rows) overruled.add(code);
  else overruled.delete(code);
  return { ...decisions, overruled };
}

/** Skips rows with errors, or takes that back. */
export function skipErrors(decisions: Decisions, isSkipped: boolean): Decisions {
  return { ...decisions, skipErrors: isSkipped };
}

/**
 * `next` without the confirmations and overruled alarms whose set has grown from `before` to `after`: a row that was not
 * among the included rows with that warning is now, or its change is not what it was. Skipping errors falls likewise
 * when a row has an error that had none. For a review that was made anew (`next` is then the decisions as they were) and
 * for rows taken in again.
 */
export function carryDecisions(
  before: Review,
  decisions: Decisions,
  after: Review,
  decided: Decisions = decisions,
): Decisions {
  const next = { ...decided, skipErrors: decided.skipErrors && !haveErrorsGrown(before, after) };
  if (next.confirmed.size + next.overruled.size === 0) return next;
  const seen = changesByKind(before, decisions);
  const now = changesByKind(after, next);
  const hasNotGrown = (code: WarningCode | AlarmCode) => {
    const known = seen.get(code);
    return [...(now.get(code) ?? [])].every((change) => known?.has(change)); // no rows: nothing grew
  };
  return {
    ...next,
    confirmed: new Set([...next.confirmed].filter(hasNotGrown)),
    overruled: new Set([...next.overruled].filter(hasNotGrown)),
  };
}

/** What each warning and each alarm is about: its credentials with what is to become of them. */
function changesByKind(
  review: Review,
  decisions: Decisions,
): ReadonlyMap<WarningCode | AlarmCode, ReadonlySet<string>> {
  const changes = new Map<WarningCode | AlarmCode, Set<string>>();
  for (const row of review.told) {
    const warnings = isIncluded(row, decisions) ? [...warningsOf(row)] : [];
    const alarms = isLeftOut(row, decisions) ? [] : [...alarmsOf(row)];
    const codes = [...alarms, ...warnings];
    if (codes.length === 0) continue;
    // A row with an error has no change; its cells say what it wanted.
    const what = JSON.stringify([row.credential, row.change?.fields ?? row.cells]);
    for (const code of codes) {
      const same = changes.get(code);
      if (same) same.add(what);
      else changes.set(code, new Set([what]));
    }
  }
  return changes;
}

/** Whether a row has an error in `after` that had none in `before`; rows are known by their credential, else their key. */
function haveErrorsGrown(before: Review, after: Review): boolean {
  if (before === after) return false;
  const wrong = ({ told }: Review) =>
    told.filter(({ change }) => change === null).map(({ credential, who }) => credential ?? who.key);
  const known = new Set(wrong(before));
  return wrong(after).some((row) => !known.has(row));
}
