import type { ReadonlySignal } from '@preact/signals-core';
import type { CustomAttributeKey } from '../../credential/attribute';
import type { Entry, RunId } from '../../journal/entry';
import type { ResultFormat } from '../../report/csv';
import type { HistoryRun } from '../../report/history';
import type { ResultWords, RowResult } from '../../report/result-rows';
import type { BackgroundClient } from '../../rpc/client/background-client';
import type { DeleteProblem, RunProblem } from '../../rpc/contract/background-contract';
import type { SheetClient } from '../../rpc/client/sheet-client';
import type { FinishedRun } from '../../run/afterwards/retry';

/** State of the history on this computer (docs/product.md 2.6). */
export type HistoryPhase =
  | { readonly kind: 'closed' }
  | { readonly kind: 'reading' }
  /** `said`, here and below: the outcome of the last thing that was asked for here. */
  | { readonly kind: 'failed'; readonly problem: RunProblem; readonly said: HistoryNews | null }
  /** `runs`: the latest first. */
  | {
      readonly kind: 'open';
      readonly runs: readonly HistoryRun[];
      readonly keptDays: number;
      /** How many more cannot be read. */
      readonly unreadable: number;
      readonly said: HistoryNews | null;
    };

/** Outcome of the last thing that was asked for in the history. */
export type HistoryNews =
  | { readonly kind: 'values-deleted'; readonly run: RunId }
  | { readonly kind: 'kept-days'; readonly days: number }
  | { readonly kind: 'everything-deleted' }
  /** The file of results was made without so many changes, which cannot be read any more. */
  | { readonly kind: 'unreadable'; readonly entries: number }
  | { readonly kind: 'refused'; readonly problem: DeleteProblem | { readonly code: 'reader-ended' } };

export interface HistoryModel {
  readonly phase: ReadonlySignal<HistoryPhase>;
  /** For how many days values are kept after a run; null until that was looked up. */
  readonly keptDays: ReadonlySignal<number | null>;
  lookUpKeptDays(): Promise<void>;
  /** Shows it, as the journal has it now. */
  open(): Promise<void>;
  close(): void;
  /**
   * Gives the outcome of each credential of a run, or of those that failed, as a file; null when
   * that is refused (see `said`).
   */
  resultFile(
    run: HistoryRun,
    resultsOf: (entries: readonly Entry[], customKeys: readonly CustomAttributeKey[]) => readonly RowResult[],
    words: ResultWords,
    only: 'all' | 'failed',
    format: ResultFormat,
  ): Promise<ArrayBuffer | null>;
  /** A run that is over, whole; null when that is refused (see `said`). */
  finished(run: HistoryRun): Promise<FinishedRun | null>;
  /** All runs that are shown as a file for other programs. */
  exportFile(format: 'json' | 'csv', runs: readonly HistoryRun[]): Promise<ArrayBuffer>;
  deleteValues(run: RunId): Promise<void>;
  keepValues(days: number): Promise<void>;
  /** Deletes all that the extension has stored on this computer. */
  deleteEverything(): Promise<void>;
}

export interface HistoryDeps {
  readonly background: BackgroundClient;
  readonly sheet: SheetClient;
  readonly now: () => number;
  /** The account's own attributes, as far as they are known now. */
  readonly customAttributes: () => readonly CustomAttributeKey[];
  /** The values of one run are gone. */
  readonly onValuesDeleted: (run: RunId) => void;
  /** Everything that was stored is gone, the key too. */
  readonly onEverythingDeleted: () => void;
}
