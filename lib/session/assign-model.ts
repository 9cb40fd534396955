import { computed, createModel, signal, type Signal } from '@preact/signals-core';
import type { Assignment } from '../assign/assignment';
import { readAssignmentFile, writeAssignmentFile } from '../assign/assignment-file';
import { assignmentProblems } from '../assign/assignment-problems';
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
import { fingerprintsOf, type HeaderFingerprints } from '../assign/header-fingerprint';
import { guessesWith, recall, rememberedOf, takeOver, type Recalled } from '../assign/remembered';
import { attributesOf } from '../credential/attributes';
import { failed, ok } from '../result';
import { unlessEnded } from '../rpc/sheet-client';
import type { AssignmentReport, OpenedTable } from '../rpc/sheet-contract';
import type { AssignModelShape, AssignState, AssignSurroundings } from './assign-shape';

/** Which column is for which attribute (product.md 2.3). */
export const AssignModel = createModel(
  ({
    sheet,
    customAttributes,
    groupIsRead,
    memory,
    today,
    onChange,
  }: AssignSurroundings): AssignModelShape => {
    const state = signal<AssignState | null>(null);
    const report = signal<AssignmentReport | null>(null);
    const loaded: Signal<ReturnType<AssignModelShape['loaded']['peek']>> = signal(null);
    const problems = computed(() =>
      state.value === null
        ? []
        : assignmentProblems(state.value.assignment, state.value.table.columns, state.value.attributes),
    );
    /** Columns that the admin decided; a later guess leaves them alone. */
    let decided = new Set<number>();
    /** Columns whose date format the admin chose; the values of the credentials decide it no more. */
    let dated = new Set<number>();
    /** Of the headers of the present table; null while they are made, and for a table that nobody will bring again. */
    let prints: HeaderFingerprints | null = null;
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
      // Of last time only after the values were asked, which may say otherwise.
      const lastTime = groupIsRead() ? before.recalled?.dateFormats : undefined;
      const settled = withFormatsOfValues(
        before.assignment,
        before.table.columns,
        counted.columns,
        dated,
        lastTime,
      );
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
      const guessed = await sheet.call('guess', known);
      const before = state.peek();
      if (before === null || mine !== tables) return;
      const guesses = before.recalled === null ? guessed : guessesWith(guessed, before.recalled);
      const assignment = mergeGuesses(assignmentOf(guesses, table.columns), before.assignment, decided);
      state.value = { ...before, table, attributes: attributesOf(known), guesses, assignment };
      // A guess that says the same leaves the review that was made from it standing.
      if (JSON.stringify(assignment) !== JSON.stringify(before.assignment)) onChange();
      await count(assignment);
    };
    /** Takes over what was decided on an earlier day, where nothing is decided yet; from then on it is decided. */
    const takeIn = (before: AssignState, recalled: Recalled) => {
      const taken = takeOver(recalled, before, before.table.columns, decided);
      for (const column of recalled.choices.keys()) decided.add(column);
      state.value = { ...before, ...taken, recalled };
      onChange();
      void unlessEnded(count(taken.assignment));
    };
    const columnsBy = (table: OpenedTable, names: readonly string[]) =>
      table.columns.map(({ column }, index) => ({ column, name: names[index] ?? '' }));
    const recallFor = async (table: OpenedTable, mine: number) => {
      const made = await fingerprintsOf(table.columns.map(({ header }) => header));
      const remembered = mine === tables ? await memory.recall(made.set) : null;
      const before = state.peek();
      if (mine !== tables || before === null) return;
      prints = made;
      if (remembered === null) return;
      const recalled = recall('remembered', remembered, columnsBy(table, made.columns), before.attributes);
      if (recalled.choices.size > 0) takeIn(before, recalled);
    };

    return {
      state,
      report,
      problems,
      loaded,
      async begin(table) {
        decided = new Set();
        dated = new Set();
        prints = null;
        loaded.value = null;
        const mine = ++tables;
        turn += 1;
        report.value = null;
        const known = customAttributes();
        const guesses = await sheet.call('guess', known);
        // Another table came meanwhile.
        if (mine !== tables) return;
        const assignment = assignmentOf(guesses, table.columns);
        state.value = { table, attributes: attributesOf(known), guesses, assignment, recalled: null };
        onChange();
        // A help that nothing waits for.
        void recallFor(table, mine);
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
        prints = null;
        const attributes = attributesOf(customAttributes());
        state.value = { table, attributes, guesses: [], assignment, recalled: null };
        decided = new Set();
        dated = new Set();
        accept();
        report.value = null;
        onChange();
        void unlessEnded(count(assignment));
      },
      accept() {
        accept();
        const now = state.peek();
        if (prints === null || now === null) return;
        void memory.remember(prints.set, rememberedOf(now.assignment, prints.columns, today()));
      },
      async forget() {
        const before = state.peek();
        if (before === null) return;
        const mine = tables;
        if (prints !== null) await memory.forget(prints.set);
        const after = state.peek();
        if (after === null || mine !== tables) return;
        decided = new Set();
        dated = new Set();
        state.value = { ...after, recalled: null };
        await unlessEnded(reguess(after.table));
      },
      file() {
        const now = state.peek();
        if (now === null) return null;
        const headers = now.table.columns.map(({ header }) => header);
        return writeAssignmentFile(rememberedOf(now.assignment, headers, today()));
      },
      async load(file) {
        const mine = tables;
        const read = await readAssignmentFile(file);
        const before = state.peek();
        // Another table came meanwhile.
        if (before === null || mine !== tables) return;
        const names = before.table.columns.map(({ header }) => header);
        const found = read.ok
          ? recall('from-file', read.value, columnsBy(before.table, names), before.attributes)
          : null;
        const columns = found?.choices.size ?? 0;
        loaded.value = !read.ok
          ? read
          : columns === 0
            ? failed({ code: 'no-column-of-it' })
            : ok({ columns });
        if (found === null || columns === 0) return;
        // It was asked for by hand: it goes before what was decided.
        decided = new Set();
        dated = new Set();
        takeIn(before, found);
      },
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
