import type { ReadonlySignal } from '@preact/signals-core';
import type { Entry } from '../../journal/entry';
import type { RunProblem } from '../../rpc/contract/background-contract';
import type { TrialRow } from '../../review/plan/trial';
import type { RunPhase } from './run-model';

/** A run on a few of its rows first (docs/product.md 2.5). */
export interface TrialModel {
  /** The rows that a trial of the plan takes; null: nobody has asked, or there is no trial. */
  readonly rows: ReadonlySignal<readonly TrialRow[] | null>;
  /** Chooses the rows for the plan that waits for the last word. */
  choose(): Promise<void>;
  /** The entries that were tried, of a run that waits to be let go on; null until they are read. */
  readonly tried: ReadonlySignal<readonly Entry[] | null>;
  /** Why they could not be read; null: they were, or are being read. */
  readonly unread: ReadonlySignal<RunProblem | null>;
  /** Reads them again. */
  readAgain(): Promise<void>;
}

/** Whether the run that is shown waits after its trial. */
export function isAfterTrial(phase: RunPhase): boolean {
  if (phase.kind !== 'watching') return false;
  const { state } = phase.progress.run;
  return state.kind === 'paused' && state.reason.kind === 'trial';
}
