import { computed, createModel, signal, type ReadonlySignal } from '@preact/signals-core';
import type { AttributeId } from '../credential/attribute';
import type { CredentialId } from '../credential/ids';
import type { ConflictField } from '../journal/entry';
import type { PlatformProblem } from '../platform/platform-problem';
import type { OpenedDecision } from '../rpc/sheet-contract';
import { conflictsOf, type Conflict, type DecidedField, type MovedField } from '../run/conflicts';
import type { RunPhase } from './run-model-shape';

/** Whose value is to stand: what is on the platform now, or what the sheet wants. */
export type Choice = 'platform' | 'sheet';

/** Why nothing of what was decided is being reviewed. */
export type ConflictsNotice =
  /** So many values are others than the ones that were shown; they are shown now, to be decided anew. */
  | { readonly kind: 'moved'; readonly count: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly problem: PlatformProblem };

export interface ConflictsModelShape {
  /** The conflicts of the finished run that is shown, with the values as they are known last. */
  readonly conflicts: ReadonlySignal<readonly Conflict[]>;
  /** What was decided about fields as they are shown. */
  readonly decided: ReadonlySignal<readonly DecidedField[]>;
  /** How many fields are to be decided, and are not yet. */
  readonly undecided: ReadonlySignal<number>;
  readonly moved: ReadonlySignal<readonly MovedField[]>;
  readonly notice: ReadonlySignal<ConflictsNotice | null>;
  /** True while the group is read for what was decided. */
  readonly isReading: ReadonlySignal<boolean>;
  choiceOf(credential: CredentialId, field: ConflictField): Choice | null;
  choose(credential: CredentialId, field: ConflictField, choice: Choice): void;
  /** For every field that can be decided. */
  chooseAll(choice: Choice): void;
  reading<T>(work: Promise<T>): Promise<T>;
  refuse(problem: PlatformProblem): void;
  /** Takes the worker's answer; true when there is a sheet to review. */
  settle(answer: OpenedDecision): boolean;
}

/** What the admin decides about the conflicts of a finished run (product.md 2.5). A choice is about the value that was shown. */
export const ConflictsModel = createModel((run: ReadonlySignal<RunPhase>): ConflictsModelShape => {
  const choices = signal<ReadonlyMap<string, Choice>>(new Map());
  const isReading = signal(false);
  /** What a try to send found out, and of which result. */
  const found = signal<{ readonly of: unknown; readonly moved: readonly MovedField[] } | null>(null);
  const said = signal<{ readonly of: unknown; readonly notice: ConflictsNotice } | null>(null);
  /** The entries stay the same while the result does, also while a review of its conflicts is confirmed. */
  const entries = computed(() => (run.value.kind === 'over' ? run.value.entries : null));
  const moved = computed(() => {
    const [known, shown] = [found.value, entries.value];
    return known === null || known.of !== shown ? [] : known.moved;
  });
  const conflicts = computed(() => conflictsOf(entries.value ?? [], moved.value)); // no result: none
  const fields = computed(() =>
    conflicts.value
      .filter(({ canBeSent }) => canBeSent)
      .flatMap((conflict) =>
        conflict.fields.map((field) => ({ credential: conflict.entry.credential, field })),
      ),
  );
  const decided = computed(() =>
    fields.value.flatMap(({ credential, field }) => {
      const choice = choices.value.get(nameOf(credential, field.attribute, field.now));
      if (choice === undefined) return [];
      return [{ credential, attribute: field.attribute, shown: field.now, send: choice === 'sheet' }];
    }),
  );
  const say = (notice: ConflictsNotice | null) => {
    said.value = notice && { of: entries.peek(), notice };
  };

  return {
    conflicts,
    decided,
    undecided: computed(() => fields.value.length - decided.value.length),
    moved,
    notice: computed(() => {
      const [last, shown] = [said.value, entries.value];
      return last === null || last.of !== shown ? null : last.notice;
    }),
    isReading,
    choiceOf: (credential, { attribute, now }) =>
      choices.value.get(nameOf(credential, attribute, now)) ?? null, // not yet
    choose(credential, { attribute, now }, choice) {
      choices.value = new Map(choices.peek()).set(nameOf(credential, attribute, now), choice);
    },
    chooseAll(choice) {
      const all = new Map(choices.peek());
      for (const { credential, field } of fields.peek())
        all.set(nameOf(credential, field.attribute, field.now), choice);
      choices.value = all;
    },
    async reading(work) {
      say(null);
      isReading.value = true;
      try {
        return await work;
      } finally {
        isReading.value = false;
      }
    },
    refuse: (problem) => say({ kind: 'problem', problem }),
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
});

/** The value is a part of it: with another one, nothing is chosen yet. */
function nameOf(credential: CredentialId, attribute: AttributeId, now: ConflictField['now']): string {
  return JSON.stringify([credential, attribute, now]);
}

function withNewer(before: readonly MovedField[], newer: readonly MovedField[]): readonly MovedField[] {
  const isAgain = (one: MovedField) =>
    newer.some((other) => other.credential === one.credential && other.attribute === one.attribute);
  return [...before.filter((one) => !isAgain(one)), ...newer];
}
