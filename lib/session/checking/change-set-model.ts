import type { ReadonlySignal } from '@preact/signals-core';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { SetAnswer } from '../../report/change-set/change-set';
import type { ChangeSetProblem } from '../../rpc/contract/change-set-answers';
import type { RunProblem } from '../../rpc/contract/run-problem';

/** Why a change set is not opened, made or answered. */
export type CheckingProblem =
  | ChangeSetProblem
  | PlatformProblem
  | RunProblem
  | { readonly code: 'reader-ended' }
  /** The platform has all of it, or none of it can be written from here. */
  | { readonly code: 'set-nothing-left' };

/** How far the change set that was dropped is opened. */
export type ChangeSetPhase =
  /** None was dropped, or its passphrase is asked for. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'refused'; readonly problem: CheckingProblem }
  /** Notes of the second person came back. */
  | { readonly kind: 'answer'; readonly answer: SetAnswer };

/** A file that was made, and the hash of the changes in it. */
export interface MadeSet {
  readonly file: ArrayBuffer;
  readonly list: string;
}

/** Change sets for a second person (docs/four-eyes.md), on both sides. */
export interface ChangeSetModel {
  readonly phase: ReadonlySignal<ChangeSetPhase>;
  /** Opens the file that was dropped, and goes to its review. `by`: the second person. */
  open(passphrase: string, by: string): Promise<void>;
  /** Seals the plan that is asked about. Null: there is none any more. `by`: who made it. */
  seal(passphrase: string, by: string): Promise<MadeSet | null>;
  /** Rows that the second person has excluded, at most `MOST_NOTED`. */
  refusedRows(): Promise<readonly { readonly row: number; readonly who: string }[]>;
  /** Seals the notes about the set that is checked, by its own passphrase. */
  answer(note: string, notes: ReadonlyMap<number, string>): Promise<ArrayBuffer | null>;
  /** Has the background open the checked set again, so that its run may begin. */
  accept(): Promise<void>;
}

export const MOST_NOTED = 200;
