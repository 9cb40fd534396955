import type { ReadonlySignal } from '@preact/signals-core';
import type { GroupPage } from '../platform/environment';
import type { ResultFormat } from '../report/csv';
import type { HistoryRun } from '../report/history';
import type { ResultWords, RowResult } from '../report/result-rows';
import type { WrittenRows } from '../sheet/cells/written-cell';
import type { Mail } from '../review/plan/mail-forecast';
import type { SkippedRow } from '../review/plan/skipped-rows';
import type { BackgroundClient } from '../rpc/client/background-client';
import type { PlanId } from '../rpc/contract/held';
import type { Backup, BackupRequest } from '../report/backup-file';
import type { Result } from '../result';
import type { Policy } from '../rpc/contract/policy';
import type { MadeRehearsal, RehearsalProblem } from './run/make-rehearsal';
import type { SheetClient } from '../rpc/client/sheet-client';
import type { AssignModel } from './assign/assign-model';
import type { ChangeSetModel } from './checking/change-set-model';
import type { FileModel } from './file/file-model';
import type { ConnectionModel } from './group/connection-model';
import type { CredentialsModel } from './group/credentials-model';
import type { TemplateModel } from './group/template-model';
import type { HistoryModel } from './history/history-model';
import type { RadarModel } from './review/radar-model';
import type { ReviewModel } from './review/review-model';
import type { ConflictsModel } from './run/conflicts-model';
import type { NotSent } from './run/not-sent';
import type { PublicModel } from './run/public-model';
import type { RunModel } from './run/run-model';
import type { PromiseModel } from './run/promise-model';
import type { TrialModel } from './run/trial-model';

/** The four steps of docs/product.md 2, in their order. */
export const STEPS = ['upload', 'assign', 'review', 'update'] as const;
export type Step = (typeof STEPS)[number];

/** How the confirmed changes are sent. */
export interface HowToUpdate {
  /** The values of the run are deleted as soon as it has ended. */
  readonly keepsNothing?: boolean;
  /** The run pauses after the rows that `trial` has chosen. */
  readonly isTrial?: boolean;
}

/** Dependencies of the session; everything that reaches outside the panel comes through these. */
export interface SessionDeps {
  readonly page: GroupPage;
  readonly background: BackgroundClient;
  readonly sheet: SheetClient;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * The panel's one model: the four steps over one group page. Views read its signals and call its
 * actions; they do not fetch, await or write signals (docs/architecture.md). Data flows one way:
 * file -> assignment -> review -> run, and a change in one makes what follows it out of date.
 */
export interface Session {
  /** The group page that it was opened on; it does not change. */
  readonly page: ReadonlySignal<GroupPage>;
  readonly step: ReadonlySignal<Step>;
  /** The limits that the organisation has set; null until they are known. */
  readonly policy: ReadonlySignal<Policy | null>;
  readonly connection: ConnectionModel;
  readonly credentials: CredentialsModel;
  readonly file: FileModel;
  readonly assign: AssignModel;
  readonly review: ReviewModel;
  readonly run: RunModel;
  readonly history: HistoryModel;
  readonly conflicts: ConflictsModel;
  readonly template: TemplateModel;
  readonly publicSight: PublicModel;
  readonly trial: TrialModel;
  readonly changeSets: ChangeSetModel;
  readonly promise: PromiseModel;
  /** Makes the radar of the review that is open. Its script is read then. */
  openRadar(): Promise<RadarModel>;
  /** The sheet that is open and is not in the run that is shown; null where there is none. */
  readonly notSent: ReadonlySignal<NotSent | null>;
  /** Reads the group again after it could not be read. */
  readGroup(): Promise<void>;
  /**
   * Looks up the rows as they are assigned now, in a group that is too large to be read for them.
   */
  lookUpRows(): Promise<void>;
  /**
   * Reads such a group all the same; a review is made again of all of it, with what was decided in
   * it.
   */
  readWholeGroup(): Promise<void>;
  /**
   * Takes the whole group as the sheet, under this name: rules say what changes. It is read whole
   * for that, however large.
   */
  withoutSheet(name: string): Promise<void>;
  /** The panel came to the front: what another panel has begun on this group meanwhile is shown. */
  lookAround(): Promise<void>;
  /** Goes to a step that can be gone to; others stay shut. */
  goTo(step: Step): void;
  /** Asks for the last word, or does nothing while something is in the way. */
  confirm(): Promise<void>;
  updateNow(how?: HowToUpdate): Promise<void>;
  /**
   * Says who may be written to because of this plan; null when the worker ended, or it is another
   * plan.
   */
  mails(plan: PlanId): Promise<readonly Mail[] | null>;
  /**
   * Signs in after a run was not begun for want of it, and goes back to its review; asks for a key
   * where the dashboard's session is not taken.
   */
  signInAgain(): Promise<void>;
  /** Format of result files; XLSX unless another was chosen in this panel. */
  readonly resultFormat: ReadonlySignal<ResultFormat>;
  chooseResultFormat(format: ResultFormat): void;
  /**
   * The result of the finished run as a file of the chosen format: the admin's own rows where they
   * are still here, else what the journal tells. `wordsFor`: with those for the rows that were
   * skipped because of errors, as far as they are here. Null when the worker ended over it.
   */
  resultFile(
    results: readonly RowResult[],
    wordsFor: (skipped: readonly SkippedRow[]) => ResultWords,
    only: 'all' | 'failed',
  ): Promise<{ readonly bytes: ArrayBuffer; readonly from: 'sheet' | 'journal' } | null>;
  /** Writes rows as a file of the chosen format; null when the worker ended over it. */
  writtenFile(rows: WrittenRows): Promise<ArrayBuffer | null>;
  /**
   * Rehearses the update that waits for the last word. `onDone`: called with how many changes are
   * rehearsed. Null where it does not wait any more.
   */
  rehearse(onDone: (changes: number) => void): Promise<Result<MadeRehearsal, RehearsalProblem> | null>;
  /**
   * Makes a backup of the credentials that it touches; null where that cannot be made, or it does
   * not wait any more.
   */
  backup(words: BackupRequest['words']): Promise<Backup | null>;
  /** Takes the finished run's old values as the next sheet to review, under this name. */
  undo(name: string): Promise<void>;
  /** The same for a run that waits after its trial: what it has not sent yet is cancelled. */
  undoTrial(name: string): Promise<void>;
  /**
   * Does one of these with a run of the history, as on the page on which it ended; nothing while a
   * run is under way.
   */
  actOn(
    of: HistoryRun,
    what: { readonly kind: 'retry' } | { readonly kind: 'undo'; readonly name: string },
  ): Promise<void>;
  /**
   * Takes what was decided about the finished run's conflicts as the next sheet to review, under
   * this name.
   */
  sendDecided(name: string): Promise<void>;
  /**
   * From a finished run back to the review of its sheet, at the rows that are still to do: those
   * with errors, else what still differs. Nothing where the sheet is not here any more.
   */
  fixRest(): void;
  /** From a finished run to the next sheet. */
  startOver(): void;
}
