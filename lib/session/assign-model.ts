import { computed, createModel, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Assignment, BlankRule, Guess, Target } from '../assign/assignment';
import { assignmentProblems, type AssignmentProblem } from '../assign/assignment-problems';
import {
  assignmentOf,
  mergeGuesses,
  skipRest,
  withBlank,
  withDateFormat,
  withFormatsOfValues,
  withKey,
  withTarget,
} from '../assign/edit-assignment';
import type { Attribute, CustomAttributeKey, KeyAttributeId } from '../credential/attribute';
import { attributesOf } from '../credential/attributes';
import { unlessEnded, type SheetClient } from '../rpc/sheet-client';
import type { AssignmentReport, OpenedTable } from '../rpc/sheet-contract';
import type { DateFormat } from '../sheet/date-format';

/** The Assign step: the table's columns with what each is for. */
export interface AssignState {
  readonly table: OpenedTable;
  readonly attributes: readonly Attribute[];
  readonly guesses: readonly Guess[];
  readonly assignment: Assignment;
}

export interface AssignModelShape {
  /** Null until there is a table. */
  readonly state: ReadonlySignal<AssignState | null>;
  /** Counts under the present choice; of the choice before for a moment after each change, null at first. */
  readonly report: ReadonlySignal<AssignmentReport | null>;
  /** What still keeps Review shut. */
  readonly problems: ReadonlySignal<readonly AssignmentProblem[]>;
  begin(table: OpenedTable): Promise<void>;
  /** The table is gone: there is nothing to assign. */
  clear(): void;
  /** A table that comes with its assignment (an undo): nothing is left to guess or to decide. */
  take(table: OpenedTable, assignment: Assignment): void;
  /** Credentials or attributes came: look again at what was not decided by hand. */
  refresh(): Promise<void>;
  /** Review was asked for: what is shown is the admin's word from now on, and no later guess changes it. */
  accept(): void;
  setTarget(column: number, target: Target): void;
  setDateFormat(column: number, format: DateFormat): void;
  setBlank(column: number, blank: BlankRule): void;
  setKey(key: KeyAttributeId): void;
  skipTheRest(): void;
}

/**
 * Which column is for which attribute (product.md 2.3). `customAttributes` tells the account's own attributes, as far as
 * they are known. `onChange` runs after each change of the assignment: a review made from the old one is out of date.
 */
export const AssignModel = createModel(
  (
    sheet: SheetClient,
    customAttributes: () => readonly CustomAttributeKey[],
    onChange: () => void,
  ): AssignModelShape => {
    const state = signal<AssignState | null>(null);
    const report = signal<AssignmentReport | null>(null);
    const problems = computed(() =>
      state.value === null
        ? []
        : assignmentProblems(state.value.assignment, state.value.table.columns, state.value.attributes),
    );
    /** Columns that the admin decided; a later guess leaves them alone. */
    let decided = new Set<number>();
    /** Columns whose date format the admin chose; the values of the credentials decide it no more. */
    let dated = new Set<number>();
    /** Counts the tables and the reports: a late answer about an older one is dropped. */
    let tables = 0;
    let turn = 0;

    const count = async (assignment: Assignment) => {
      const mine = ++turn;
      const counted = await sheet.call('report', assignment, customAttributes());
      if (mine !== turn) return;
      report.value = counted;
      const before = state.peek();
      if (before === null) return;
      const settled = withFormatsOfValues(before.assignment, before.table.columns, counted.columns, dated);
      // It does not depend on what it decides: the next report changes nothing more.
      if (settled !== before.assignment) put(settled);
    };
    const accept = () => {
      for (const { column, dateFormat } of state.peek()?.assignment.columns ?? []) {
        decided.add(column); // nothing open yet
        if (dateFormat !== null) dated.add(column);
      }
    };
    const put = (assignment: Assignment) => {
      const before = state.peek();
      if (before === null) return;
      state.value = { ...before, assignment };
      onChange();
      void unlessEnded(count(assignment));
    };
    const change = (edit: (assignment: Assignment, state: AssignState) => Assignment) => {
      const before = state.peek();
      if (before !== null) put(edit(before.assignment, before));
    };
    /** Guesses anew, and keeps what the admin decides until the answer is there. */
    const reguess = async (table: OpenedTable) => {
      const mine = tables;
      const known = customAttributes();
      const guesses = await sheet.call('guess', known);
      const before = state.peek();
      if (before === null || mine !== tables) return;
      const attributes = attributesOf(known);
      const guessed = assignmentOf(guesses, table.columns);
      const assignment = mergeGuesses(guessed, before.assignment, decided, attributes);
      state.value = { table, attributes, guesses, assignment };
      // A guess that says the same leaves the review that was made from it standing.
      if (JSON.stringify(assignment) !== JSON.stringify(before.assignment)) onChange();
      await count(assignment);
    };

    return {
      state,
      report,
      problems,
      async begin(table) {
        decided = new Set();
        dated = new Set();
        const mine = ++tables;
        turn += 1;
        report.value = null;
        const known = customAttributes();
        const guesses = await sheet.call('guess', known);
        // Another table came meanwhile.
        if (mine !== tables) return;
        const assignment = assignmentOf(guesses, table.columns);
        state.value = { table, attributes: attributesOf(known), guesses, assignment };
        onChange();
        await count(assignment);
      },
      clear() {
        tables += 1;
        turn += 1;
        if (state.peek() === null) return;
        report.value = null;
        state.value = null;
        onChange();
      },
      take(table, assignment) {
        tables += 1;
        state.value = { table, attributes: attributesOf(customAttributes()), guesses: [], assignment };
        decided = new Set();
        dated = new Set();
        accept();
        report.value = null;
        onChange();
        void unlessEnded(count(assignment));
      },
      accept,
      async refresh() {
        const before = state.peek();
        if (before !== null) await reguess(before.table);
      },
      setTarget(column, target) {
        decided.add(column);
        change((assignment, { attributes }) => withTarget(assignment, column, target, attributes));
      },
      setDateFormat(column, format) {
        decided.add(column);
        dated.add(column);
        change((assignment) => withDateFormat(assignment, column, format));
      },
      setBlank(column, blank) {
        decided.add(column);
        change((assignment) => withBlank(assignment, column, blank));
      },
      setKey(key) {
        change((assignment) => withKey(assignment, key));
      },
      skipTheRest() {
        const before = state.peek();
        if (before === null) return;
        accept();
        put(skipRest(before.assignment));
      },
    };
  },
);
