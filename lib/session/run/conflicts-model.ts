import type { ReadonlySignal } from '@preact/signals-core';
import type { CredentialId } from '../../credential/ids';
import type { ConflictField } from '../../journal/entry';
import type { RunProblem } from '../../rpc/contract/background-contract';
import type { OpenedDecision } from '../../rpc/contract/sheet-contract';
import type { Conflict, DecidedField, MovedField } from '../../run/afterwards/conflicts';

/** The value that is to stand: the platform's of now, or the sheet's. */
export type Choice = 'platform' | 'sheet';

/** Reason why no decision is being reviewed. */
export type ConflictsNotice =
  /**
   * So many values are others than the ones that were shown; they are shown now, to be decided
   * again.
   */
  | { readonly kind: 'moved'; readonly count: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: RunProblem };

/** Conflicts that are drawn, and how many there are behind them. */
export interface ShownConflicts {
  readonly conflicts: readonly Conflict[];
  readonly hidden: number;
  /** Those of the drawn ones that can be decided, which `chooseAll` decides. */
  readonly decidable: number;
}

export interface ConflictsModel {
  /**
   * The conflicts of the run that is shown, with the values as they are known last: all of a
   * finished one, of one under way those that were looked at.
   */
  readonly conflicts: ReadonlySignal<readonly Conflict[]>;
  /** A part of them from the first on, so that many do not freeze the panel. */
  readonly shown: ReadonlySignal<ShownConflicts>;
  showMore(): void;
  /** How many more a run under way has by now. */
  readonly unread: ReadonlySignal<number>;
  /** Reads those. They can be decided at once, and are sent when the run is over. */
  look(): Promise<void>;
  /** Whether what is decided can be sent: one run of a group at a time. */
  readonly canSend: ReadonlySignal<boolean>;
  /** Decisions about fields as they are shown. */
  readonly decided: ReadonlySignal<readonly DecidedField[]>;
  /** How many fields are to be decided, and are not yet. */
  readonly undecided: ReadonlySignal<number>;
  readonly moved: ReadonlySignal<readonly MovedField[]>;
  readonly notice: ReadonlySignal<ConflictsNotice | null>;
  /** True while the conflicts, or the group for what was decided, are read. */
  readonly isReading: ReadonlySignal<boolean>;
  choiceOf(credential: CredentialId, field: ConflictField): Choice | null;
  choose(credential: CredentialId, field: ConflictField, choice: Choice): void;
  /** For every field that can be decided and is drawn: nothing is decided that nobody could see. */
  chooseAll(choice: Choice): void;
  reading<T>(work: Promise<T>): Promise<T>;
  refuse(problem: RunProblem): void;
  /** Lets go of all that was read and decided: the values of the run were deleted. */
  forget(): void;
  /** Takes the worker's answer; true when there is a sheet to review. */
  settle(answer: OpenedDecision): boolean;
}
