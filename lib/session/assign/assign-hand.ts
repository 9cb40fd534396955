import type { Signal } from '@preact/signals-core';
import type { Assignment } from '../../assign/choice/assignment';
import { assignmentOf, mergeGuesses, withFormatsOfValues } from '../../assign/edit/edit-assignment';
import type { Join } from '../../assign/edit/join';
import { guessesWithMapping } from '../../assign/mapping/saved-mapping';
import { attributesOf } from '../../credential/attributes';
import { ignoreWorkerEnd } from '../../rpc/client/sheet-client';
import type { AssignmentReport } from '../../rpc/contract/sheet-contract';
import type { Latest } from '../state/latest';
import type { AssignDeps, AssignState, ShownPreview } from './assign-model';

/** State of the table in hand beside what the views see. The next table begins with a fresh one. */
export interface AssignHand {
  /** Columns that the admin decided; a later guess leaves them alone. */
  readonly decided: Set<number>;
  /** Columns whose date format the admin chose; the values of the credentials decide it no more. */
  readonly dated: Set<number>;
  /**
   * Whether Review was asked for: no saved mapping that arrives after it changes what was reviewed.
   */
  isAccepted: boolean;
  /** Whether the admin took a joined column apart: then none is joined without being asked for. */
  isApart: boolean;
  /** The joins that the worker was asked for last. */
  joins: readonly Join[];
  /**
   * Fingerprints of the headers. Null while they are made, for columns without names, and for a
   * table that nobody will bring again.
   */
  prints: { readonly set: string; readonly names: ReadonlyMap<number, string> } | null;
}

export function freshHand(): AssignHand {
  return { decided: new Set(), dated: new Set(), isAccepted: false, isApart: false, joins: [], prints: null };
}

/** Shared by the parts of the Assign model. */
export interface AssignParts {
  readonly deps: AssignDeps;
  readonly state: Signal<AssignState | null>;
  readonly report: Signal<AssignmentReport | null>;
  readonly preview: Signal<ShownPreview | null>;
  readonly settled: Signal<Assignment | null>;
  /** An answer about an earlier table, report or set of joins is a stale one. */
  readonly latest: Readonly<Record<'table' | 'report' | 'preview' | 'joins', Latest>>;
  readonly hand: () => AssignHand;
}

/** Changes an assignment, and counts under what it is now. */
export function createEdits({ deps, state, report, preview, settled: settledOn, latest, hand }: AssignParts) {
  const { sheet, customAttributes, onChange } = deps;

  const count = async (assignment: Assignment) => {
    const before = state.peek();
    if (before === null) return;
    await latest.report.run(async (turn) => {
      const asked = sheet.call('report', before.table.id, assignment, customAttributes());
      const counted = await turn.held(asked);
      report.value = counted;
      const now = state.peek();
      if (now === null) return;
      const settled = withFormatsOfValues(now.assignment, counted.columns, hand().dated);
      // It does not depend on what it decides: the next report changes nothing more.
      if (settled !== now.assignment) put(settled);
      else {
        settledOn.value = settled;
        void ignoreWorkerEnd(look(0));
      }
    });
  };
  /** Looks at what the assignment would do, with one row as an example. */
  const look = async (at: number) => {
    const now = state.peek();
    if (now === null) return;
    await latest.preview.run(async (turn) => {
      const { assignment } = now;
      const request = {
        table: now.table.id,
        assignment,
        customAttributes: customAttributes(),
        today: deps.today(),
        record: deps.ownRecord(),
      };
      const seen = await turn.held(sheet.call('preview', request, at));
      preview.value = seen === null ? null : { ...seen, at };
    });
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
  /** Takes all that is shown as the admin's word, which no later guess changes. */
  const decideAll = () => {
    const { decided, dated } = hand();
    const { columns } = state.peek()?.assignment ?? { columns: [] }; // no table
    for (const { column, dateFormat } of columns) {
      decided.add(column);
      if (dateFormat !== null) dated.add(column);
    }
  };
  /** Guesses again, and keeps what the admin decides until the answer is there. */
  const reguess = async () => {
    const asked = state.peek();
    if (asked === null) return;
    await latest.table.join(async (turn) => {
      const known = customAttributes();
      const guessed = await turn.held(sheet.call('guess', asked.table.id, known));
      const before = state.peek();
      if (before === null) return;
      const attributes = attributesOf(known);
      const guesses = before.restored === null ? guessed : guessesWithMapping(guessed, before.restored);
      const ofGuesses = assignmentOf(guesses, before.table.columns);
      const assignment = mergeGuesses(ofGuesses, before.assignment, hand().decided, attributes);
      state.value = { ...before, attributes, guesses, assignment };
      // A guess that changes nothing does not outdate the review.
      if (JSON.stringify(assignment) !== JSON.stringify(before.assignment)) onChange();
      await count(assignment);
    });
  };
  return { count, look, put, change, decideAll, reguess };
}

export type AssignEdits = ReturnType<typeof createEdits>;
