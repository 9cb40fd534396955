import type { RunId, RunRecord, RunSource } from '../journal/entry';
import { openEntriesOf, type EntryCounts } from '../journal/entry-counts';
import type { JournalRun } from '../journal/journal';
import type { AlarmCode, WarningCode } from '../review/terms/finding';
import type { PlanRest } from '../review/plan/plan';
import { FINDING_CODES, isAlarm, isWarning } from '../review/terms/finding-codes';
import { forgetsAt } from '../run/afterwards/kept-values';

/**
 * A kind of finding that was confirmed or overruled, and how many rows it had. A code of another
 * version stays as it is.
 */
export interface ConfirmedKind<C extends string> {
  readonly code: C | (string & {});
  readonly rows: number;
}

/** A run in the history (docs/product.md 2.6): all from its journal, and no value of any cell. */
export interface HistoryRun {
  readonly id: RunId;
  readonly fileName: string;
  readonly sheetName: string;
  /** Null in runs of versions that did not record it. */
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
  /**
   * Counts of the sheet's rows that were not in the run; null in runs of versions that did not
   * record it.
   */
  readonly rest: PlanRest | null;
  /** Changes of which a part of the fields is written. */
  readonly partly: number;
  readonly creditsAtMost: number;
  readonly creditsSpent: number;
  readonly alarms: readonly ConfirmedKind<AlarmCode>[];
  readonly warnings: readonly ConfirmedKind<WarningCode>[];
  /** `until` null: the run is not over. `at` null: its version did not record it. */
  readonly values:
    | { readonly kind: 'kept'; readonly until: number | null }
    | { readonly kind: 'deleted'; readonly at: number | null };
}

const ALARMS: ReadonlySet<string> = new Set(FINDING_CODES.filter(isAlarm));

/**
 * Makes the history's view of a run; null for one that has never begun. `keptDays`: for how long
 * values are kept. The confirmed kinds of an undo or a retry are those of its own changes.
 */
export function historyRun(run: JournalRun, keptDays: number): HistoryRun | null {
  const { record, counts, partly, creditsSpent, values } = run;
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
    rest: record.rest ?? null,
    partly,
    creditsAtMost: record.creditsAtMost,
    creditsSpent,
    alarms: kinds.filter(({ code }) => ALARMS.has(code)),
    warnings: kinds.filter(({ code }) => !ALARMS.has(code)),
    values: values.kind === 'deleted' ? values : { kind: 'kept', until: forgetsAt(run, keptDays) },
  };
}

/**
 * Counts the changes of a run that were updated, wholly or in part, and the settled ones that were
 * not.
 */
export function updatedOf({ counts, changes, partly }: Pick<HistoryRun, 'counts' | 'changes' | 'partly'>): {
  readonly updated: number;
  readonly partly: number;
  readonly notUpdated: number;
} {
  const notUpdated = changes - counts.applied - partly - openEntriesOf(counts);
  return { updated: counts.applied, partly, notUpdated };
}

const WARNINGS: ReadonlySet<string> = new Set(FINDING_CODES.filter(isWarning));

/** Whether this version knows an alarm of this code. */
export function isKnownAlarm(code: string): code is AlarmCode {
  return ALARMS.has(code);
}

/** Whether this version knows a warning of this code. */
export function isKnownWarning(code: string): code is WarningCode {
  return WARNINGS.has(code);
}
