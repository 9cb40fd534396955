import type { ReadonlySignal } from '@preact/signals-core';
import type { Assignment, BlankRule, Guess, Target, WriteRule } from '../../assign/choice/assignment';
import type { MappingFileProblem } from '../../assign/mapping/mapping-file';
import type { AssignmentProblem } from '../../assign/edit/assignment-problems';
import type { Join } from '../../assign/edit/join';
import type { RestoredMapping } from '../../assign/mapping/saved-mapping';
import type { AttributeRule } from '../../assign/choice/value-rule';
import type { TextTransform } from '../../assign/choice/text-transform';
import type { Attribute, AttributeId, CustomAttributeKey } from '../../credential/attribute';
import type { Day } from '../../credential/day';
import type { Result } from '../../result';
import type { AssignmentPreview } from '../../review/preview';
import type { SheetClient } from '../../rpc/client/sheet-client';
import type { AssignmentReport, OpenedTable } from '../../rpc/contract/sheet-contract';
import type { DateFormat } from '../../sheet/dates/date-format';
import type { AssignmentMemory } from './assignment-memory';

/** Dependencies of the step. */
export interface AssignDeps {
  readonly sheet: SheetClient;
  /** The account's own attributes, as far as they are known. */
  readonly customAttributes: () => readonly CustomAttributeKey[];
  readonly memory: AssignmentMemory;
  readonly today: () => Day;
  /** Whether the sheet is a download of this very group. */
  readonly ownRecord: () => number | null;
  /** Runs after each change of the assignment: a review made from the old one is out of date. */
  readonly onChange: () => void;
  /** Runs when every column was decided by the admin's own word, now or on an earlier day. */
  readonly onDecided: () => void;
}

/** The Assign step: the table's columns with what each is for. */
export interface AssignState {
  readonly table: OpenedTable;
  readonly attributes: readonly Attribute[];
  readonly guesses: readonly Guess[];
  readonly assignment: Assignment;
  /** Columns that are read as one; `table.columns` has them behind the sheet's own. */
  readonly joins: readonly Join[];
  /** The saved mapping that was applied; null when none was. */
  readonly restored: RestoredMapping | null;
}

/** A preview with the place of its example among the changed rows, from 0. */
export interface ShownPreview extends AssignmentPreview {
  readonly at: number;
}

export interface AssignModel {
  /** Null until there is a table. */
  readonly state: ReadonlySignal<AssignState | null>;
  /**
   * Counts under the present choice; of the choice before for a moment after each change, null at
   * first.
   */
  readonly report: ReadonlySignal<AssignmentReport | null>;
  /**
   * The effect of the present choice; null while that is not known. For a moment after each change
   * it is that of the choice before.
   */
  readonly preview: ReadonlySignal<ShownPreview | null>;
  /** The assignment that the report is of, once nothing more follows from the report. */
  readonly settled: ReadonlySignal<Assignment | null>;
  /** Problems that still keep Review shut. */
  readonly problems: ReadonlySignal<readonly AssignmentProblem[]>;
  /** Outcome of the file that was loaded last; null before, and with every new table. */
  readonly loaded: ReadonlySignal<Result<{ readonly columns: number }, MappingFileProblem> | null>;
  begin(table: OpenedTable): Promise<void>;
  /** The table is gone: there is nothing to assign. */
  clear(): void;
  /** A table that comes with its assignment (an undo): nothing is left to guess or to decide. */
  take(table: OpenedTable, assignment: Assignment): void;
  /** Restores what was saved for the headers of a table that was taken: value rules. */
  restore(): Promise<void>;
  /** Credentials or attributes came: look again at what was not decided by hand. */
  refresh(): Promise<void>;
  /**
   * Review was asked for: what is shown is the admin's word, which no later guess changes and the
   * next sheet restores.
   */
  accept(): void;
  /** Forgets the mapping that was saved for these headers, and guesses again. */
  forget(): Promise<void>;
  /** The assignment as a file for a colleague; null without a table. */
  file(): Promise<string | null>;
  /** Applies such a file; `loaded` has the outcome. */
  load(file: Blob): Promise<void>;
  /** Reads two columns as one, `first` first. Both halves of a name become the recipient's name. */
  join(first: number, second: number): Promise<void>;
  /** Takes a joined column apart again. */
  separate(joined: number): Promise<void>;
  /** Shows another changed row as the example of the preview, from 0. */
  showExample(at: number): void;
  setTarget(column: number, target: Target): void;
  setDateFormat(column: number, format: DateFormat): void;
  setBlank(column: number, blank: BlankRule): void;
  setWrite(column: number, write: WriteRule): void;
  setTransform(column: number, tidy: TextTransform | undefined): void;
  /** Sets the key that credentials are found by: one attribute, or two together. */
  setKey(key: AttributeId, alsoBy?: AttributeId | null): void;
  /** Sets whether the key is looked for in other spellings too: 123 for 00123. */
  setAnySpelling(anySpelling: boolean): void;
  skipTheRest(): void;
  /** Adds a value rule, or replaces the one of its attribute. A column with it is skipped. */
  setRule(rule: AttributeRule): void;
  removeRule(attribute: AttributeId): void;
}
