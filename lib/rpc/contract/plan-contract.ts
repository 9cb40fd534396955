import type { CustomAttributeKey } from '../../credential/attribute';
import type { Change } from '../../credential/change';
import type { Backup, BackupRequest } from '../../report/backup-file';
import type { ResultFormat } from '../../report/csv';
import type { ResultWords, RowResult } from '../../report/result-rows';
import type { Result } from '../../result';
import type { Mail } from '../../review/plan/mail-forecast';
import type { PlanObstacle } from '../../review/plan/plan';
import type { TrialRow } from '../../review/plan/trial';
import type { SkippedRow } from '../../review/plan/skipped-rows';
import type { WrittenRows } from '../../sheet/cells/written-cell';
import type { Held, PlanId, ReviewId } from './held';
import type { PlanFacts } from './plan-facts';

/** The methods of the sheet worker about confirmed changes, and the results of their run. */
export interface PlanContract {
  /**
   * Makes the plan of a review, or says what is in its way. `goesOn`: it continues the run of the
   * earlier plan, and the rows that are held for results stay those of that one.
   */
  makePlan(review: ReviewId, goesOn?: boolean): Held<Result<PlanFacts, readonly PlanObstacle[]>>;
  /** The e-mails that the platform may send because of the last plan. */
  mails(plan: PlanId): Held<readonly Mail[]>;
  /** Chooses the rows of the last plan on which it is tried; null: it is too short for a trial. */
  chooseTrial(plan: PlanId): Held<readonly TrialRow[] | null>;
  /**
   * A part of the last plan, in the order of the sheet; or with the rows of the trial in front that
   * was chosen before.
   */
  changes(plan: PlanId, from: number, count: number, order?: 'trial'): Held<readonly Change[]>;
  /** The rows that were skipped because of errors when the plan was made. */
  skippedRows(plan: PlanId): Held<readonly SkippedRow[]>;
  /** The admin's own rows with the outcome of each, as a file. */
  results(
    plan: PlanId,
    results: readonly RowResult[],
    words: ResultWords,
    only: 'all' | 'failed',
    format?: ResultFormat,
  ): Promise<Held<ArrayBuffer>>;
  /** Makes a backup of the credentials that the last plan touches, as they are now. */
  backup(
    plan: PlanId,
    request: BackupRequest,
    customAttributes: readonly CustomAttributeKey[],
  ): Promise<Held<Backup>>;
  /** Writes rows as a file (XLSX by default), in which no cell is a formula. */
  workbook(rows: WrittenRows, format?: ResultFormat): Promise<ArrayBuffer>;
}
