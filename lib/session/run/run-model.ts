import type { ReadonlySignal } from '@preact/signals-core';
import type { RunHeader, RunId, RunProgress } from '../../journal/entry';
import type { PlanObstacle } from '../../review/plan/plan';
import type { RunProblem } from '../../rpc/contract/background-contract';
import type { PlanFacts } from '../../rpc/contract/sheet-contract';
import type { FinishedRun } from '../../run/afterwards/retry';

/** Why a run was not begun, or is not steered. */
export type RunModelProblem =
  | RunProblem
  /** The worker ended with the confirmed changes in it, before all of them were written down. */
  | { readonly code: 'reader-ended' };

/**
 * State of the update (docs/product.md 2.5). The run itself is the background's; here it is only
 * begun and watched.
 */
export type RunPhase =
  | { readonly kind: 'none' }
  | { readonly kind: 'confirming'; readonly facts: PlanFacts }
  /** The confirmed changes of this file are being written to the journal; nothing has been sent. */
  | {
      readonly kind: 'preparing';
      readonly written: number;
      readonly total: number;
      readonly fileName: string;
      /** The finished run that it goes on with; both are reported as one result. */
      readonly first?: FinishedRun;
    }
  | { readonly kind: 'not-begun'; readonly problem: RunModelProblem }
  | {
      readonly kind: 'watching';
      readonly progress: RunProgress;
      readonly problem: RunProblem | null;
      readonly first?: FinishedRun;
    }
  /**
   * `problem`: why its failed ones are not being tried again, when that was asked for.
   * `isForgotten`: its values were deleted on request since; there are no entries, and its counts
   * are all that is left of it.
   */
  | ({
      readonly kind: 'over';
      readonly problem?: RunModelProblem;
      readonly isForgotten?: true;
    } & FinishedRun);

export interface RunModel {
  readonly phase: ReadonlySignal<RunPhase>;
  /** A run is written down or under way. */
  readonly isBusy: ReadonlySignal<boolean>;
  /**
   * Whether the run that is shown was begun here, from the sheet that is open; true where none is
   * shown.
   */
  readonly isOfSheet: ReadonlySignal<boolean>;
  /** Whether the last word was asked for again while a run was in the way. */
  readonly isAskedAgain: ReadonlySignal<boolean>;
  /**
   * Makes the plan and asks for the last word; answers what is in the way when there is something.
   * Makes none while a run is written down, under way or being settled: its parts come from the
   * plan that was made last.
   */
  confirm(): Promise<readonly PlanObstacle[]>;
  /** "Not yet": back to the review, nothing sent. */
  dismiss(): void;
  /**
   * The last word: writes the plan to the journal and begins. `trial`: how many rows are tried
   * first; they were chosen in the worker for this plan. `before`: what has
   * to be done before it is written.
   */
  begin(
    header: Omit<RunHeader, 'entries' | 'creditsAtMost' | 'confirmedWarnings' | 'rest'>,
    before?: () => Promise<void>,
  ): Promise<void>;
  /**
   * Begins a new run of only those changes of the finished one that may be tried again; nothing
   * when there are none.
   */
  retry(): Promise<void>;
  /**
   * Looks for a run of this group that is to be shown: under way or being written down, wherever
   * that was begun; or ended with nobody having seen it, for this account, as long as `isWanted`
   * says that the place is free. Answers whether one is shown.
   */
  find(account?: string, isWanted?: () => boolean): Promise<boolean>;
  /**
   * Shows how an earlier run ended, as if it had ended now; false while a run is written down or
   * under way.
   */
  show(finished: FinishedRun): boolean;
  /** The end that is shown was read by somebody: no other panel shows it any more. */
  see(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Goes on with the rest after its trial was looked at. */
  goOn(): Promise<void>;
  cancel(): Promise<void>;
  /** Cancels the run that is shown, and waits for its end; false where that does not come. */
  cancelled(): Promise<boolean>;
  /** Whether the worker still holds the plan of the run that is shown, with the admin's rows. */
  isOfThisPlan(): boolean;
  /**
   * The values of this run, or of all, were deleted from this computer: they are let go of here as
   * well. Answers whether the run that is shown was one of them.
   */
  forget(run?: RunId): boolean;
  /**
   * Finds out whether the run that is shown was deleted by another panel; answers whether it was,
   * and then forgets it.
   */
  lookForValues(): Promise<boolean>;
  /** Done with this run: ready for another. */
  leave(): void;
}
