import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { modelFactory } from '../state/model-factory';
import type { CredentialId } from '../../credential/ids';
import type { ConflictField, Entry, RunId } from '../../journal/entry';
import type { Result } from '../../result';
import type { RunProblem } from '../../rpc/contract/background-contract';
import { withNewer } from './with-newer';
import { conflictsOf, type Conflict, type MovedField } from '../../run/afterwards/conflicts';
import type { Choice, ConflictsModel, ConflictsNotice } from './conflicts-model';
import type { RunPhase } from './run-model';

/** All entries of a run, which has so many. */
export type ReadRun = (run: RunId, total: number) => Promise<Result<readonly Entry[], RunProblem>>;

/** Conflicts drawn at once; more come on request. */
const AT_ONCE = 100;

/**
 * Decisions of the admin about the conflicts of a run (docs/product.md 2.5). A choice is about the
 * value that was shown.
 */
export const createConflictsModel = modelFactory(
  (run: ReadonlySignal<RunPhase>, readRun: ReadRun): ConflictsModel => {
    const choices = signal<ReadonlyMap<string, Choice>>(new Map());
    const isReading = signal(false);
    /** Fields that had moved when decisions were to be sent, and the result that they are of. */
    const found = signal<Moved | null>(null);
    const said = signal<{ readonly of: unknown; readonly notice: ConflictsNotice } | null>(null);
    const { looked, drawn, runId, entries, moved, conflicts, shown } = knownConflicts(run, found);
    /**
     * The subject of a notice: the entries that are shown, or the run of which none are read yet.
     */
    const about = computed(() => entries.value ?? runId.value);
    const fields = computed(() => fieldsOf(conflicts.value));
    const decided = computed(() =>
      fields.value.flatMap(({ credential, field }) => {
        const choice = choices.value.get(nameOf(credential, field));
        if (choice === undefined) return [];
        return [{ credential, attribute: field.attribute, shown: field.now, send: choice === 'sheet' }];
      }),
    );
    const say = (notice: ConflictsNotice | null) => {
      said.value = notice && { of: about.peek(), notice };
    };
    const reading = async <T>(work: Promise<T>): Promise<T> => {
      say(null);
      isReading.value = true;
      try {
        return await work;
      } finally {
        isReading.value = false;
      }
    };

    return {
      conflicts,
      shown,
      showMore() {
        const { conflicts: before } = shown.peek();
        drawn.value = { of: runId.peek(), count: before.length + AT_ONCE };
      },
      unread: computed(() => {
        const [phase, known] = [run.value, conflicts.value];
        return phase.kind === 'watching' ? phase.progress.counts.conflict - known.length : 0;
      }),
      async look() {
        const phase = run.peek();
        if (phase.kind !== 'watching' || isReading.peek()) return;
        const { id, entries: total } = phase.progress.run;
        const read = await reading(readRun(id, total));
        const now = run.peek();
        // The end of the run has all of its conflicts; another run has none of these.
        if (now.kind !== 'watching' || now.progress.run.id !== id) return;
        if (!read.ok) return say({ kind: 'problem', problem: read.problem });
        looked.value = { of: id, entries: read.value.filter(({ state }) => state.kind === 'conflict') };
      },
      canSend: computed(() => run.value.kind === 'over'),
      decided,
      undecided: computed(() => fields.value.length - decided.value.length),
      moved,
      notice: computed(() => {
        const [last, present] = [said.value, about.value];
        return last === null || last.of !== present ? null : last.notice;
      }),
      isReading,
      choiceOf: (credential, field) => choices.value.get(nameOf(credential, field)) ?? null, // not yet
      choose(credential, field, choice) {
        choices.value = new Map(choices.peek()).set(nameOf(credential, field), choice);
      },
      chooseAll(choice) {
        const all = new Map(choices.peek());
        for (const { credential, field } of fieldsOf(shown.peek().conflicts))
          all.set(nameOf(credential, field), choice);
        choices.value = all;
      },
      reading,
      refuse: (problem) => say({ kind: 'problem', problem }),
      forget() {
        // A choice is kept by the values that were shown.
        choices.value = new Map();
        looked.value = null;
        found.value = null;
        said.value = null;
      },
      settle(answer) {
        if (answer.kind === 'sheet') return true;
        if (answer.kind === 'nothing') say({ kind: 'nothing' });
        else {
          found.value = { of: entries.peek(), moved: withNewer(moved.peek(), answer.fields) };
          say({ kind: 'moved', count: answer.fields.length });
        }
        return false;
      },
    };
  },
);

interface Moved {
  readonly of: unknown;
  readonly moved: readonly MovedField[];
}

/** Derives the conflicts of the run that is shown, with the values as they are known last. */
function knownConflicts(run: ReadonlySignal<RunPhase>, found: ReadonlySignal<Moved | null>) {
  /** Conflicts of a run under way, as they were looked at. */
  const looked = signal<{ readonly of: RunId; readonly entries: readonly Entry[] } | null>(null);
  const drawn = signal<{ readonly of: RunId | null; readonly count: number }>({ of: null, count: AT_ONCE });
  const runId = computed(() => {
    const phase = run.value;
    return phase.kind === 'over' || phase.kind === 'watching' ? phase.progress.run.id : null;
  });
  /**
   * They stay the same while the result does, also while a review of its conflicts is confirmed.
   */
  const entries = computed(() => {
    if (run.value.kind === 'over') return run.value.entries;
    return looked.value !== null && looked.value.of === runId.value ? looked.value.entries : null;
  });
  const moved = computed(() => {
    const [known, shown] = [found.value, entries.value];
    return known === null || known.of !== shown ? [] : known.moved;
  });
  const conflicts = computed(() => conflictsOf(entries.value ?? [], moved.value)); // nothing read: none
  const shown = computed(() => {
    const count = drawn.value.of === runId.value ? drawn.value.count : AT_ONCE;
    const part = conflicts.value.slice(0, count);
    return {
      conflicts: part,
      hidden: conflicts.value.length - part.length,
      decidable: part.filter(({ canBeSent }) => canBeSent).length,
    };
  });
  return { looked, drawn, runId, entries, moved, conflicts, shown };
}

/** The fields that can be decided. */
function fieldsOf(conflicts: readonly Conflict[]) {
  return conflicts
    .filter(({ canBeSent }) => canBeSent)
    .flatMap(({ entry, fields }) => fields.map((field) => ({ credential: entry.credential, field })));
}

/**
 * Names a choice by both values that it is between: with another one, nothing is chosen yet.
 * Example: "the sheet's B over X" says nothing of a later run that wants C over X.
 */
function nameOf(
  credential: CredentialId,
  { attribute, now, wanted }: Pick<ConflictField, 'attribute' | 'now' | 'wanted'>,
): string {
  return JSON.stringify([credential, attribute, now, wanted]);
}
