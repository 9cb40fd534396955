import { assertNever } from '../../assert-never';
import type { RunId } from '../../journal/entry';
import type { PlanId, ReviewId, TableId } from '../../rpc/contract/held';
import type { PlanFacts } from '../../rpc/contract/sheet-contract';
import type { FinishedRun } from '../../run/afterwards/retry';

/*
 * The work in hand: which sheet, review, plan and run belong together.
 *
 *   none -> file -> assigned -> reviewed -> confirmed -> sent
 *             ^         |          |           |          | (again, of the same sheet)
 *             +---------+----------+-----------+          +-> assigned, or continued by a retry
 *                    (outdated)
 *
 * A run that is shown and was not begun from the sheet that is open (found in the background, or of
 * the history) is no part of it: the run model shows it, and the work stays as it is.
 */

/** The run that a sheet went into last. */
export interface SentRun {
  /** Null while it is written down: the journal has not begun it. */
  readonly id: RunId | null;
  /**
   * The finished run that it goes on with; both are reported as one result. Null for a run of its
   * own.
   */
  readonly first: FinishedRun | null;
  /**
   * How the last run of the sheet that is over has ended: this one, or until then the one before
   * it.
   */
  readonly end: 'finished' | 'cancelled' | null;
  /** Whether the admin asked for a further run while this one was in the way. */
  readonly isAskedAgain: boolean;
  /** The run before it, which it is again when this one cannot be begun. */
  readonly before: SentRun | null;
}

/** The sheet that is open, which the worker holds. */
interface Sheet<Run extends SentRun | null = SentRun | null> {
  readonly table: TableId;
  /** The finished run whose decided conflicts this sheet is made of; null for any other sheet. */
  readonly continues: FinishedRun | null;
  readonly run: Run;
}

type Stage =
  | { readonly kind: 'none' }
  /** A table is open. Its columns are being assigned, or a review of it is out of date. */
  | { readonly kind: 'file'; readonly sheet: Sheet }
  /** A review is being made of the assignment. */
  | { readonly kind: 'assigned'; readonly sheet: Sheet }
  | { readonly kind: 'reviewed'; readonly sheet: Sheet; readonly review: ReviewId }
  /** The last word is asked for about this plan. */
  | {
      readonly kind: 'confirmed';
      readonly sheet: Sheet;
      readonly review: ReviewId;
      readonly facts: PlanFacts;
    }
  /** The plan is a run, and nothing newer is in hand. */
  | { readonly kind: 'sent'; readonly sheet: Sheet<SentRun>; readonly review: ReviewId | null }
  /** Likewise for a run that goes on with a finished one. */
  | { readonly kind: 'continued'; readonly sheet: Sheet<SentRun>; readonly review: ReviewId | null };

/**
 * `rows`: the run whose plan the worker may still hold, with the admin's rows. It outlives its
 * sheet.
 */
export type Work = Stage & { readonly rows: { readonly run: RunId; readonly plan: PlanId } | null };

export type WorkEvent =
  /** `continues`: the table is made of decided conflicts of this run. */
  | { readonly kind: 'opened'; readonly table: TableId; readonly continues?: FinishedRun }
  | { readonly kind: 'closed' }
  | { readonly kind: 'assigned' }
  | { readonly kind: 'reviewed'; readonly review: ReviewId }
  /** The assignment, the group or the worker is another one. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'planned'; readonly review: ReviewId; readonly facts: PlanFacts }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'sent' }
  /** Failed changes of a finished run are sent again. */
  | { readonly kind: 'retried'; readonly first: FinishedRun }
  /** The run that was written down is begun. `plan`: its changes; null for a retry. */
  | {
      readonly kind: 'begun';
      readonly run: RunId;
      readonly plan: PlanId | null;
      readonly first: FinishedRun | null;
    }
  | { readonly kind: 'refused' }
  | { readonly kind: 'asked-again' }
  /** `first`: the finished run that it went on with; `result` is of both then. */
  | {
      readonly kind: 'ended';
      readonly end: 'finished' | 'cancelled';
      readonly result: FinishedRun;
      readonly first: FinishedRun | null;
    }
  /** The finished run that the sheet goes on with is no longer the one that is shown. */
  | { readonly kind: 'detached' }
  /** The values of this run, or of all, were deleted from this computer. */
  | { readonly kind: 'forgotten'; readonly run?: RunId }
  /** The worker ended, and with it all rows and plans. */
  | { readonly kind: 'lost' };

export const NO_WORK: Work = { kind: 'none', rows: null };

/**
 * The work after an event. An event that does not fit the work (it came late) leaves it as it is.
 */
export function next(work: Work, event: WorkEvent): Work {
  switch (event.kind) {
    case 'opened': {
      const sheet = { table: event.table, continues: event.continues ?? null, run: null };
      return { kind: 'file', sheet, rows: work.rows };
    }
    case 'closed':
      return { kind: 'none', rows: work.rows };
    case 'begun':
      return begun(work, event);
    case 'forgotten':
      return forgotten(work, event.run);
    case 'lost':
      return { ...work, rows: null };
    default:
      return work.kind === 'none' ? work : nextOfSheet(work, event);
  }
}

type BegunEvent = Extract<WorkEvent, { readonly kind: 'begun' }>;
type WorkOfSheet = Exclude<Work, { readonly kind: 'none' }>;
type EventOfSheet = Exclude<
  WorkEvent,
  { readonly kind: 'opened' | 'closed' | 'begun' | 'forgotten' | 'lost' }
>;

function nextOfSheet(work: WorkOfSheet, event: EventOfSheet): Work {
  const { sheet, rows } = work;
  switch (event.kind) {
    case 'assigned':
      return { kind: 'assigned', sheet, rows };
    case 'reviewed':
      return reviewed(work, event.review);
    case 'outdated':
      return isInReview(work) ? { kind: 'file', sheet, rows } : work;
    case 'planned': {
      const { review, facts } = event;
      const isReviewed = work.kind === 'reviewed' || work.kind === 'confirmed';
      if (!isReviewed || work.review !== review) return work;
      // Only a plan that goes on with the one before leaves its rows in the worker.
      const kept = sheet.continues === null ? null : rows;
      return { kind: 'confirmed', sheet, review, facts, rows: kept };
    }
    case 'dismissed':
      return work.kind === 'confirmed' ? { kind: 'reviewed', sheet, review: work.review, rows } : work;
    case 'sent':
      return work.kind === 'confirmed' ? writtenDown(work, work.review, sheet.continues) : work;
    case 'retried':
      if (!isOfRun(work, event.first.progress.run.id)) return work;
      return writtenDown(work, work.kind === 'reviewed' ? work.review : null, event.first);
    case 'refused':
      return refused(work);
    case 'asked-again':
      return sheet.run === null ? work : withRun(work, { ...sheet.run, isAskedAgain: true });
    case 'ended':
      return ended(work, event);
    case 'detached':
      return { ...work, sheet: { ...sheet, continues: null } } as Work;
    default:
      return assertNever(event);
  }
}

/** Whether the sheet that is open went into this run. */
export function isOfRun(work: Work, run: RunId): boolean {
  return sentRun(work)?.id === run;
}

/** The run that the sheet which is open went into last; null before that. */
export function sentRun(work: Work): SentRun | null {
  return work.kind === 'none' ? null : work.sheet.run;
}

function isInReview({ kind }: Work): boolean {
  return kind === 'assigned' || kind === 'reviewed' || kind === 'confirmed';
}

/** A correction gives the same review; the plan that was confirmed of it stays what is sent. */
function reviewed(work: WorkOfSheet, review: ReviewId): Work {
  // A run that cannot be begun goes back to the latest review.
  if (work.kind === 'sent' || work.kind === 'continued')
    return work.sheet.run.id === null ? { ...work, review } : work;
  if (!isInReview(work)) return work;
  if (work.kind === 'confirmed' && work.review === review) return work;
  return { kind: 'reviewed', sheet: work.sheet, review, rows: work.rows };
}

function writtenDown(work: WorkOfSheet, review: ReviewId | null, first: FinishedRun | null): Work {
  const before = work.sheet.run;
  const run: SentRun = { id: null, first, end: before?.end ?? null, isAskedAgain: false, before };
  return stageOf(work, run, review);
}

/** The sheet may have been reviewed again while its run was written down. */
function refused(work: WorkOfSheet): Work {
  const { sheet, rows } = work;
  if (sheet.run?.id !== null) return work;
  const { before } = sheet.run;
  if (work.kind !== 'sent' && work.kind !== 'continued') return withRun(work, before);
  const earlier = { ...sheet, run: before };
  if (work.review !== null) return { kind: 'reviewed', sheet: earlier, review: work.review, rows };
  return before === null ? { kind: 'file', sheet: earlier, rows } : stageOf(work, before, null);
}

function begun(work: Work, event: BegunEvent): Work {
  const after = { ...work, rows: rowsOf(work, event) };
  const run = sentRun(after);
  // Another sheet may have been opened while it was written down.
  if (after.kind === 'none' || run?.id !== null) return after;
  return withRun(after, { ...run, id: event.run, before: null });
}

/**
 * A run that goes on with another one is about the rows of that one's sheet, if they are still
 * here.
 */
function rowsOf({ rows }: Work, { run, plan, first }: BegunEvent): Work['rows'] {
  if (first === null) return plan === null ? rows : { run, plan };
  return rows !== null && rows.run === first.progress.run.id ? { run, plan: rows.plan } : rows;
}

/**
 * A sheet of decided conflicts is still there after its run, and goes on with the result of both
 * from then on.
 */
function ended(work: WorkOfSheet, event: Extract<WorkEvent, { readonly kind: 'ended' }>): Work {
  const { sheet } = work;
  if (sheet.run?.id !== event.result.progress.run.id) {
    // Failed changes of the run that this sheet goes on with were sent again: it goes on with both.
    const before = sheet.continues?.progress.run.id;
    const isOfSheet = before !== undefined && event.first?.progress.run.id === before;
    return isOfSheet ? ({ ...work, sheet: { ...sheet, continues: event.result } } as Work) : work;
  }
  const continues = sheet.continues === null || sheet.run.first === null ? sheet.continues : event.result;
  return withRun({ ...work, sheet: { ...sheet, continues } } as WorkOfSheet, {
    ...sheet.run,
    end: event.end,
  });
}

function forgotten(work: Work, run: RunId | undefined): Work {
  const isAbout = (result: FinishedRun | null) =>
    result !== null && (run === undefined || isPartOf(run, result));
  const rows = work.rows !== null && (run === undefined || run === work.rows.run) ? null : work.rows;
  if (work.kind === 'none') return { kind: 'none', rows };
  const { sheet } = work;
  const continues = isAbout(sheet.continues) ? null : sheet.continues;
  const kept = { ...work, rows, sheet: { ...sheet, continues } } as WorkOfSheet;
  if (sheet.run === null || !isAbout(sheet.run.first)) return kept;
  return withRun(kept, { ...sheet.run, first: null });
}

/** Whether some of a result is of this run: a result of two runs has entries of both. */
export function isPartOf(run: RunId, { progress, entries }: FinishedRun): boolean {
  return progress.run.id === run || entries.some((entry) => entry.run === run);
}

function withRun(work: WorkOfSheet, run: SentRun | null): Work {
  if (run !== null && (work.kind === 'sent' || work.kind === 'continued'))
    return stageOf(work, run, work.review);
  return { ...work, sheet: { ...work.sheet, run } } as Work;
}

function stageOf({ sheet, rows }: WorkOfSheet, run: SentRun, review: ReviewId | null): Work {
  return { kind: run.first === null ? 'sent' : 'continued', sheet: { ...sheet, run }, review, rows };
}
