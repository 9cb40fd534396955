import { computed, signal, type Signal } from '@preact/signals-core';
import { assignmentProblems } from '../../assign/edit/assignment-problems';
import {
  assignmentOf,
  skipRest,
  withAnySpelling,
  withBlank,
  withDateFormat,
  withKey,
  withRule,
  withTarget,
  withTransform,
  withWrite,
} from '../../assign/edit/edit-assignment';
import { withoutRule } from '../../assign/edit/assigned-rules';
import { haveOwnHeaders } from '../../assign/mapping/header-fingerprint';
import { attributesOf } from '../../credential/attributes';
import { ignoreWorkerEnd } from '../../rpc/client/sheet-client';
import type { Assignment } from '../../assign/choice/assignment';
import type { AssignmentReport } from '../../rpc/contract/sheet-contract';
import { createLatest } from '../state/latest';
import { modelFactory } from '../state/model-factory';
import { createEdits, freshHand, type AssignEdits, type AssignHand, type AssignParts } from './assign-hand';
import type { AssignDeps, AssignModel, AssignState, ShownPreview } from './assign-model';
import { createJoins } from './joined-part';
import { createSavedMapping } from './saved-part';

/** The Assign step: columns and their attributes (docs/product.md 2.3). */
export const createAssignModel = modelFactory((deps: AssignDeps): AssignModel => {
  const { sheet, customAttributes, onChange, onDecided } = deps;
  const state = signal<AssignState | null>(null);
  const report = signal<AssignmentReport | null>(null);
  const preview = signal<ShownPreview | null>(null);
  const settled = signal<Assignment | null>(null);
  const loaded: Signal<ReturnType<AssignModel['loaded']['peek']>> = signal(null);
  const problems = computed(() =>
    state.value === null
      ? []
      : assignmentProblems(state.value.assignment, state.value.table.columns, state.value.attributes),
  );
  const latest = {
    table: createLatest(),
    report: createLatest(),
    preview: createLatest(),
    joins: createLatest(),
  };
  let hand: AssignHand = freshHand();
  const parts: AssignParts = { deps, state, report, preview, settled, latest, hand: () => hand };
  const edits = createEdits(parts);
  const joined = createJoins(parts, edits);
  const saved = createSavedMapping(parts, edits, joined, loaded);
  /** Nothing that is still on its way is about the next table. */
  const outdate = () => {
    for (const one of Object.values(latest)) one.outdate();
    report.value = null;
    preview.value = null;
    settled.value = null;
  };

  return {
    state,
    report,
    preview,
    settled,
    problems,
    loaded,
    async begin(table) {
      outdate();
      hand = freshHand();
      loaded.value = null;
      await latest.table.join(async (turn) => {
        const known = customAttributes();
        const guesses = await turn.held(sheet.call('guess', table.id, known));
        const assignment = assignmentOf(guesses, table.columns);
        const attributes = attributesOf(known);
        state.value = { table, attributes, guesses, assignment, joins: [], restored: null };
        onChange();
        // A help that nothing waits for.
        if (haveOwnHeaders(table.columns)) void saved.restoreFor(table);
        await edits.count(assignment);
      });
    },
    clear() {
      const hadTable = state.peek() !== null;
      outdate();
      if (!hadTable) return;
      state.value = null;
      onChange();
    },
    take(table, assignment) {
      outdate();
      hand = freshHand();
      const attributes = attributesOf(customAttributes());
      state.value = { table, attributes, guesses: [], assignment, joins: [], restored: null };
      edits.decideAll();
      onChange();
      void ignoreWorkerEnd(edits.count(assignment));
    },
    async restore() {
      const now = state.peek();
      if (now !== null) await saved.restoreFor(now.table);
    },
    async refresh() {
      await edits.reguess();
      await joined.joinNames();
    },
    ...saved.actions,
    ...joined.actions,
    ...columnActions(parts, edits),
    ...ruleActions(parts, edits),
    setKey(key, alsoBy) {
      edits.change((assignment) => withKey(assignment, key, alsoBy));
    },
    setAnySpelling(anySpelling) {
      edits.change((assignment) => withAnySpelling(assignment, anySpelling));
    },
    showExample(at) {
      void ignoreWorkerEnd(edits.look(at));
    },
    skipTheRest() {
      const before = state.peek();
      if (before === null) return;
      edits.decideAll();
      edits.put(skipRest(before.assignment));
      onDecided();
    },
  };
});

/** Makes the actions for value rules. A column that loses its attribute to one is decided. */
function ruleActions(
  { hand }: AssignParts,
  { change }: AssignEdits,
): Pick<AssignModel, 'setRule' | 'removeRule'> {
  return {
    setRule(rule) {
      change((assignment) => {
        for (const { column, target } of assignment.columns)
          if (target.kind === 'attribute' && target.id === rule.attribute) hand().decided.add(column);
        return withRule(assignment, rule);
      });
    },
    removeRule(attribute) {
      change((assignment) => withoutRule(assignment, attribute));
    },
  };
}

type ColumnAction = 'setTarget' | 'setDateFormat' | 'setBlank' | 'setWrite' | 'setTransform';

/** Makes the actions for one column, which is decided by the admin's word from then on. */
function columnActions({ hand }: AssignParts, { change }: AssignEdits): Pick<AssignModel, ColumnAction> {
  return {
    setTarget(column, target) {
      hand().decided.add(column);
      change((assignment, { attributes }) => withTarget(assignment, column, target, attributes));
    },
    setDateFormat(column, format) {
      hand().decided.add(column);
      hand().dated.add(column);
      change((assignment) => withDateFormat(assignment, column, format));
    },
    setBlank(column, blank) {
      hand().decided.add(column);
      change((assignment) => withBlank(assignment, column, blank));
    },
    setWrite(column, write) {
      hand().decided.add(column);
      change((assignment) => withWrite(assignment, column, write));
    },
    setTransform(column, tidy) {
      hand().decided.add(column);
      change((assignment) => withTransform(assignment, column, tidy));
    },
  };
}
