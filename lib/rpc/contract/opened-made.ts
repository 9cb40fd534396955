import type { Assignment } from '../../assign/choice/assignment';
import type { Drift } from '../../run/afterwards/drift';
import type { MovedField } from '../../run/afterwards/conflicts';
import type { OpenedTable } from './opened-file';

/**
 * An undo, opened like a file: the old values of a run's applied fields as a table with its
 * assignment.
 */
export interface OpenedUndo {
  readonly table: OpenedTable;
  readonly assignment: Assignment;
  /** Counts the values that somebody edited since the run. They stay as they are. */
  readonly editedSince: number;
  /**
   * Counts the values that a sheet cannot restore (added evidence, a value that may not be empty).
   */
  readonly cannot: number;
}

/** The whole group, opened like a file: its assignment asks for nothing yet. */
export interface OpenedGroup {
  readonly table: OpenedTable;
  readonly assignment: Assignment;
}

/**
 * Decided conflicts, opened like a file: a sheet to review, or fields whose value is not the one
 * that was shown.
 */
export type OpenedDecision =
  | { readonly kind: 'moved'; readonly fields: readonly MovedField[] }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'sheet';
      readonly table: OpenedTable;
      readonly assignment: Assignment;
    };

/** A change set, opened like a file, and how the platform has moved since it was made. */
export interface OpenedChecked {
  /** Null: nothing of it can be written here. */
  readonly sheet: { readonly table: OpenedTable; readonly assignment: Assignment } | null;
  readonly drift: Drift;
}
