import { computed, createModel, signal, type Signal } from '@preact/signals-core';
import type { Assignment } from '../../assign/choice/assignment';
import { readMappingFile, writeMappingFile } from '../../assign/mapping/mapping-file';
import { assignmentProblems } from '../../assign/edit/assignment-problems';
import {
  assignmentOf,
  mergeGuesses,
  skipRest,
  withBlank,
  withDateFormat,
  withFormatsOfValues,
  withJoins,
  withKey,
  withTarget,
  withTransform,
  withWrite,
} from '../../assign/edit/edit-assignment';
import { fingerprintsOf, haveOwnHeaders } from '../../assign/mapping/header-fingerprint';
import { FIRST_JOINED, type Join } from '../../assign/edit/joined-columns';
import { nameParts } from '../../assign/guess/name-parts';
import {
  guessesWithMapping,
  restoreMapping,
  restoreJoins,
  toSavedMapping,
  applyMapping,
  withJoinedNames,
  type RestoredMapping,
  type SavedMapping,
} from '../../assign/mapping/saved-mapping';
import { attributesOf } from '../../credential/attributes';
import { failed, ok } from '../../result';
import { ignoreWorkerEnd } from '../../rpc/client/sheet-client';
import type { AssignmentReport, OpenedTable } from '../../rpc/contract/sheet-contract';
import type { DateFormat } from '../../sheet/dates/date-format';
import type { AssignmentMemory } from './assignment-memory';

/** Which column is for which attribute (docs/product.md 2.3). */
export const AssignModel = createModel(
  ({
    sheet,
    customAttributes,
    groupIsRead,
    memory,
    today,
    onChange,
    onDecided,
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
    /** Of the headers of the present table; null while they are made, for columns without names, and for a table that nobody will bring again. */
    let prints: { readonly set: string; readonly names: ReadonlyMap<number, string> } | null = null;
    /** The joins that the worker was asked for last. */
    let asked: readonly Join[] = [];
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
      const isAsked = groupIsRead() && counted.toLookUp === null;
      const lastTime = isAsked ? before.recalled?.dateFormats : undefined;
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
      void ignoreWorkerEnd(count(assignment));
    };
    const change = (edit: (assignment: Assignment, state: AssignState) => Assignment) => {
      const before = state.peek();
      if (before !== null) put(edit(before.assignment, before));
    };
    /** Guesses anew, and keeps what the admin decides until the answer is there. */
    const reguess = async () => {
      const mine = tables;
      const known = customAttributes();
      const guessed = await sheet.call('guess', known);
      const before = state.peek();
      if (before === null || mine !== tables) return;
      const attributes = attributesOf(known);
      const guesses = before.recalled === null ? guessed : guessesWithMapping(guessed, before.recalled);
      const said = assignmentOf(guesses, before.table.columns);
      const assignment = mergeGuesses(said, before.assignment, decided, attributes);
      state.value = { ...before, attributes, guesses, assignment };
      // A guess that says the same leaves the review that was made from it standing.
      if (JSON.stringify(assignment) !== JSON.stringify(before.assignment)) onChange();
      await count(assignment);
    };
    /** Has the worker join these columns and no others; false when it is about a table or joins that are no more. */
    const setJoins = async (joins: readonly Join[]): Promise<boolean> => {
      const mine = tables;
      asked = joins;
      const facts = await sheet.call('joinColumns', joins);
      const before = state.peek();
      if (before === null || mine !== tables || asked !== joins) return false;
      const own = before.table.columns.filter(({ column }) => column < FIRST_JOINED);
      const assignment = withJoins(before.assignment, before.joins, joins);
      state.value = { ...before, joins, table: { ...before.table, columns: [...own, ...facts] }, assignment };
      return true;
    };
    /** Takes over what was decided on an earlier day, where nothing is decided yet; from then on it is decided. */
    const takeBack = async (
      kind: RestoredMapping['reason']['kind'],
      remembered: SavedMapping,
      names: ReadonlyMap<number, string>,
    ): Promise<number> => {
      const joins = restoreJoins(remembered, names);
      if (joins.length + asked.length > 0 && !(await setJoins(joins))) return 0;
      const before = state.peek();
      if (before === null) return 0;
      const recalled = restoreMapping(kind, remembered, withJoinedNames(names, joins), before.attributes);
      if (recalled.choices.size === 0) return 0;
      // A file was asked for by hand: it goes before what was decided.
      if (kind === 'from-file') [decided, dated] = [new Set(), new Set()];
      const taken = applyMapping(recalled, before, before.table.columns, decided);
      for (const column of recalled.choices.keys()) decided.add(column);
      state.value = { ...before, ...taken, recalled };
      onChange();
      void ignoreWorkerEnd(count(taken.assignment));
      if (taken.assignment.columns.every(({ column }) => decided.has(column))) onDecided();
      return recalled.choices.size;
    };
    const recallFor = async (table: OpenedTable, mine: number) => {
      const made = await fingerprintsOf(table.columns.map(({ header }) => header));
      const remembered = mine === tables ? await memory.recall(made.set) : null;
      if (mine !== tables) return;
      const names = namesOf(table, made.columns);
      prints = { set: made.set, names };
      if (remembered !== null) await ignoreWorkerEnd(takeBack('remembered', remembered, names));
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
        asked = [];
        loaded.value = null;
        const mine = ++tables;
        turn += 1;
        report.value = null;
        const known = customAttributes();
        const guesses = await sheet.call('guess', known);
        // Another table came meanwhile.
        if (mine !== tables) return;
        const assignment = assignmentOf(guesses, table.columns);
        const attributes = attributesOf(known);
        state.value = { table, attributes, guesses, assignment, joins: [], recalled: null };
        onChange();
        // A help that nothing waits for.
        if (haveOwnHeaders(table.columns)) void recallFor(table, mine);
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
        asked = [];
        const attributes = attributesOf(customAttributes());
        state.value = { table, attributes, guesses: [], assignment, joins: [], recalled: null };
        decided = new Set();
        dated = new Set();
        accept();
        report.value = null;
        onChange();
        void ignoreWorkerEnd(count(assignment));
      },
      accept() {
        accept();
        const now = state.peek();
        if (prints === null || now === null) return;
        const names = withJoinedNames(prints.names, now.joins);
        void memory.remember(prints.set, toSavedMapping(now.assignment, now.joins, names, today()));
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
        if (asked.length === 0 || (await setJoins([]))) await reguess();
      },
      file() {
        const now = state.peek();
        if (now === null) return null;
        const names = withJoinedNames(headersOf(now), now.joins);
        return writeMappingFile(toSavedMapping(now.assignment, now.joins, names, today()));
      },
      async load(file) {
        const mine = tables;
        const read = await readMappingFile(file);
        const before = state.peek();
        // Another table came meanwhile.
        if (before === null || mine !== tables) return;
        const columns = read.ok ? await takeBack('from-file', read.value, headersOf(before)) : 0;
        if (mine !== tables) return;
        if (!read.ok) loaded.value = read;
        else loaded.value = columns === 0 ? failed({ code: 'no-column-of-it' }) : ok({ columns });
      },
      async join(first, second) {
        const before = state.peek();
        if (before === null || asked.some((join) => isPart(join, first) || isPart(join, second))) return;
        const column = Math.max(FIRST_JOINED - 1, ...asked.map((join) => join.column)) + 1;
        if (!(await setJoins([...asked, { column, first, second }]))) return;
        for (const part of [first, second, column]) decided.add(part);
        change((assignment, { table, attributes }) => {
          const parts = nameParts(table.columns.filter((facts) => facts.column < FIRST_JOINED));
          const areName =
            parts !== null && [first, second].every((part) => Object.values(parts).includes(part));
          const hasName = assignment.columns.some(
            ({ target }) => target.kind === 'attribute' && target.id === 'recipient-name',
          );
          if (!areName || hasName) return assignment;
          return withTarget(assignment, column, { kind: 'attribute', id: 'recipient-name' }, attributes);
        });
      },
      async separate(joined) {
        const gone = asked.find(({ column }) => column === joined);
        if (gone === undefined || !(await setJoins(asked.filter((join) => join !== gone)))) return;
        for (const column of [gone.column, gone.first, gone.second]) decided.delete(column);
        change((assignment) => assignment);
      },
      async refresh() {
        const before = state.peek();
        if (before !== null) await reguess();
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
      setWrite(column, write) {
        decided.add(column);
        change((assignment) => withWrite(assignment, column, write));
      },
      setTransform(column, transform) {
        decided.add(column);
        change((assignment) => withTransform(assignment, column, transform));
      },
      setKey(key, alsoBy) {
        change((assignment) => withKey(assignment, key, alsoBy));
      },
      skipTheRest() {
        const before = state.peek();
        if (before === null) return;
        accept();
        put(skipRest(before.assignment));
        onDecided();
      },
    };
  },
);

function headersOf({ table, joins }: AssignState): ReadonlyMap<number, string> {
  const own = table.columns.filter(({ column }) => !joins.some((join) => join.column === column));
  return new Map(own.map(({ column, header }) => [column, header]));
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
  readonly recalled: Recalled | null;
}

export interface AssignModel {
  /** Null until there is a table. */
  readonly state: ReadonlySignal<AssignState | null>;
  /** Counts under the present choice; of the choice before for a moment after each change, null at first. */
  readonly report: ReadonlySignal<AssignmentReport | null>;
  /** Problems that still keep Review shut. */
  readonly problems: ReadonlySignal<readonly AssignmentProblem[]>;
  /** Outcome of the file that was loaded last; null before, and with every new table. */
  readonly loaded: ReadonlySignal<Result<{ readonly columns: number }, AssignmentFileProblem> | null>;
  begin(table: OpenedTable): Promise<void>;
  /** The table is gone: there is nothing to assign. */
  clear(): void;
  /** A table that comes with its assignment (an undo): nothing is left to guess or to decide. */
  take(table: OpenedTable, assignment: Assignment): void;
  /** Credentials or attributes came: look again at what was not decided by hand. */
  refresh(): Promise<void>;
  /** Review was asked for: what is shown is the admin's word, which no later guess changes and the next sheet restores. */
  accept(): void;
  /** Forgets the mapping that was saved for these headers, and guesses again. */
  forget(): Promise<void>;
  /** The assignment as a file for a colleague; null without a table. */
  file(): string | null;
  /** Applies such a file; `loaded` has the outcome. */
  load(file: Blob): Promise<void>;
  /** Reads two columns as one, `first` first. Both halves of a name become the recipient's name. */
  join(first: number, second: number): Promise<void>;
  /** Takes a joined column apart again. */
  separate(joined: number): Promise<void>;
  setTarget(column: number, target: Target): void;
  setDateFormat(column: number, format: DateFormat): void;
  setBlank(column: number, blank: BlankRule): void;
  setWrite(column: number, write: WriteRule): void;
  setTidy(column: number, tidy: Tidy | undefined): void;
  /** Sets the key that credentials are found by: one attribute, or two together. */
  setKey(key: AttributeId, alsoBy?: AttributeId | null): void;
  skipTheRest(): void;
}
