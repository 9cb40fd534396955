import type { RunId, RunRecord, RunSource } from '../journal/entry';
import { openEntriesOf, type EntryCounts } from '../journal/entry-counts';
import type { JournalRun } from '../journal/journal';
import type { AlarmCode, WarningCode } from '../review/terms/finding';
import type { PlanRest } from '../review/plan/plan';
import { FINDING_CODES, isAlarm, isWarning } from '../review/terms/finding-codes';
import { forgetsAt } from '../run/afterwards/kept-values';

/** A kind of finding that was confirmed or overruled, and its rows. A code of another version of ours is told as it is. */
export interface ConfirmedKind<C extends string> {
  readonly code: C | (string & {});
  readonly rows: number;
}

/** What the history tells of a run (docs/product.md 2.6): all of it out of its journal, and no value of any cell. */
export interface HistoryRun {
  readonly id: RunId;
  readonly fileName: string;
  readonly sheetName: string;
  /** Null in runs of before it was recorded. */
  readonly source: RunSource | null;
  readonly environment: RunRecord['environment'];
  readonly account: RunRecord['account'];
  readonly group: RunRecord['group'];
  /** Milliseconds since 1970, as all times here. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly state: Exclude<RunRecord['state']['kind'], 'preparing'>;
  /** Credentials that were to be updated. */
  readonly changes: number;
  readonly counts: EntryCounts;
  /** Rows of the sheet that were no part of it; null where that was not recorded. */
  readonly rest: PlanRest | null;
  readonly creditsAtMost: number;
  readonly creditsSpent: number;
  readonly alarms: readonly ConfirmedKind<AlarmCode>[];
  readonly warnings: readonly ConfirmedKind<WarningCode>[];
  /** `until` null: as long as the run is not over; `at` null: of before it was recorded. */
  readonly values:
    | { readonly kind: 'kept'; readonly until: number | null }
    | { readonly kind: 'deleted'; readonly at: number | null };
}

const ALARMS: ReadonlySet<string> = new Set(FINDING_CODES.filter(isAlarm));

/**
 * A run as the history tells it, `keptDays` being for how long values are kept; null for one that has never begun.
 * In a run that takes back or repeats others, what was confirmed was confirmed for those changes there.
 */
export function historyRun(run: JournalRun, keptDays: number): HistoryRun | null {
  const { record, counts, creditsSpent, forgotten, forgottenAt = null } = run; // null: not recorded
  const { id, fileName, sheetName, environment, account, group, state, confirmedWarnings } = record;
  if (state.kind === 'preparing') return null;
  const kinds = confirmedWarnings.map(({ code, count }) => ({ code, rows: count }));
  return {
    id,
    fileName,
    sheetName,
    source: record.source ?? null,
    environment,
    account,
    group,
    startedAt: record.createdAt,
    endedAt: record.finishedAt,
    state: state.kind,
    changes: record.entries,
    counts,
    rest: record.rest ?? null, // not recorded
    creditsAtMost: record.creditsAtMost,
    creditsSpent,
    alarms: kinds.filter(({ code }) => ALARMS.has(code)),
    warnings: kinds.filter(({ code }) => !ALARMS.has(code)),
    values:
      forgotten === true
        ? { kind: 'deleted', at: forgottenAt }
        : { kind: 'kept', until: forgetsAt(run, keptDays) },
  };
}

/** How many of a run were updated, and how many of those that are settled were not. */
export function updatedOf({ counts, changes }: Pick<HistoryRun, 'counts' | 'changes'>): {
  readonly updated: number;
  readonly notUpdated: number;
} {
  return { updated: counts.applied, notUpdated: changes - counts.applied - openEntriesOf(counts) };
}

const WARNINGS: ReadonlySet<string> = new Set(FINDING_CODES.filter(isWarning));

/** Whether a code is one that this version has words for. */
export function isKnownAlarm(code: string): code is AlarmCode {
  return ALARMS.has(code);
}

/** The same for a warning. */
export function isKnownWarning(code: string): code is WarningCode {
  return WARNINGS.has(code);
}
