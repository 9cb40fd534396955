import { createModel, signal, type ReadonlySignal } from '@preact/signals-core';
import { attributesOf } from '../credential/attributes';
import type { CustomAttributeKey } from '../credential/attribute';
import type { Entry, RunId } from '../journal/entry';
import { entryRows } from '../report/entry-rows';
import { historyRun, type HistoryRun } from '../report/history';
import { historyCsv, historyJson } from '../report/history-file';
import type { ResultWords, RowResult } from '../report/result-rows';
import { failed, ok, type Result } from '../result';
import type { BackgroundClient } from '../rpc/background-client';
import type { DeleteProblem, RunProblem } from '../rpc/background-contract';
import { SheetWorkerEnded, type SheetClient } from '../rpc/sheet-client';
import { readEntries } from './read-entries';

/** Where the history on this computer stands (product.md 2.6). */
export type HistoryPhase =
  | { readonly kind: 'closed' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly problem: RunProblem }
  /** `runs`: the latest first. `said`: what the last thing that was asked for here came to. */
  | {
      readonly kind: 'open';
      readonly runs: readonly HistoryRun[];
      readonly keptDays: number;
      readonly said: HistoryNews | null;
    };

/** What came of something that was asked for in the history. */
export type HistoryNews =
  | { readonly kind: 'values-deleted'; readonly run: RunId }
  | { readonly kind: 'kept-days'; readonly days: number }
  | { readonly kind: 'everything-deleted' }
  | { readonly kind: 'refused'; readonly problem: DeleteProblem | { readonly code: 'reader-ended' } };

export interface HistoryModelShape {
  readonly phase: ReadonlySignal<HistoryPhase>;
  /** Shows it, as the journal has it now. */
  open(): Promise<void>;
  close(): void;
  /** What became of each credential of a run as an XLSX file; null when that is refused, which is said. */
  resultFile(
    run: HistoryRun,
    resultsOf: (entries: readonly Entry[], customKeys: readonly CustomAttributeKey[]) => readonly RowResult[],
    words: ResultWords,
  ): Promise<ArrayBuffer | null>;
  /** All runs that are shown as a file for other programs. */
  exportFile(format: 'json' | 'csv', runs: readonly HistoryRun[]): ArrayBuffer;
  deleteValues(run: RunId): Promise<void>;
  keepValues(days: number): Promise<void>;
  /** Deletes all that the extension has stored on this computer. */
  deleteEverything(): Promise<void>;
}

export interface HistorySurroundings {
  readonly background: BackgroundClient;
  readonly sheet: SheetClient;
  readonly now: () => number;
  /** The account's own attributes, as far as they are known now. */
  readonly customAttributes: () => readonly CustomAttributeKey[];
  /** Everything that was stored is gone, the key too. */
  readonly onEverythingDeleted: () => void;
}

/** The history on this computer, and what is done with what is stored. It is there without any connection. */
export const HistoryModel = createModel((surroundings: HistorySurroundings): HistoryModelShape => {
  const { background, sheet, now } = surroundings;
  const phase = signal<HistoryPhase>({ kind: 'closed' });

  /** Reads it again and says what came of the last thing. Who has closed it meanwhile wants to see nothing. */
  const show = async (said: HistoryNews | null): Promise<void> => {
    const answer = await background.call<'list-history'>({ kind: 'list-history' });
    if (phase.peek().kind === 'closed') return;
    if (!answer.ok) {
      phase.value = { kind: 'failed', problem: answer.problem };
      return;
    }
    const { keptDays } = answer.value;
    const runs = answer.value.runs.flatMap((run) => historyRun(run, keptDays) ?? []); // null: never begun
    phase.value = { kind: 'open', runs, keptDays, said };
  };
  const say = (said: HistoryNews) => {
    const open = phase.peek();
    if (open.kind === 'open') phase.value = { ...open, said };
  };
  const settle = (answer: Result<null, DeleteProblem>, done: HistoryNews) =>
    show(answer.ok ? done : { kind: 'refused', problem: answer.problem });

  return {
    phase,
    async open() {
      if (phase.peek().kind === 'closed') phase.value = { kind: 'reading' };
      await show(null);
    },
    close() {
      phase.value = { kind: 'closed' };
    },
    async resultFile(run, resultsOf, words) {
      const file = await made();
      if (file.ok) return file.value;
      say({ kind: 'refused', problem: file.problem });
      return null;

      async function made(): Promise<Result<ArrayBuffer, RunProblem | { readonly code: 'reader-ended' }>> {
        const entries = await readEntries(background, run.id, run.changes);
        if (!entries.ok) return entries;
        const keys = customKeysOf(entries.value, surroundings.customAttributes());
        const results = resultsOf(entries.value, keys);
        const rows = entryRows(entries.value, results, attributesOf(keys), words, 'all');
        try {
          return ok(await sheet.call('workbook', rows));
        } catch (error) {
          if (error instanceof SheetWorkerEnded) return failed({ code: 'reader-ended' });
          throw error;
        }
      }
    },
    exportFile(format, runs) {
      const text = format === 'json' ? historyJson(runs, now()) : historyCsv(runs);
      return new TextEncoder().encode(text).buffer;
    },
    async deleteValues(run) {
      const answer = await background.call<'forget-values'>({ kind: 'forget-values', run });
      await settle(answer, { kind: 'values-deleted', run });
    },
    async keepValues(days) {
      const answer = await background.call<'keep-values'>({ kind: 'keep-values', days });
      await settle(answer, { kind: 'kept-days', days });
    },
    async deleteEverything() {
      const answer = await background.call<'delete-everything'>({ kind: 'delete-everything' });
      if (answer.ok) surroundings.onEverythingDeleted();
      await settle(answer, { kind: 'everything-deleted' });
    },
  };
});

/** The account's own attributes, with those that only the entries know: the run may be of another account or of earlier. */
function customKeysOf(
  entries: readonly Entry[],
  known: readonly CustomAttributeKey[],
): readonly CustomAttributeKey[] {
  const names = new Set(known.map(({ name }) => name));
  const unknown = new Set<string>();
  for (const { change } of entries) {
    for (const { attribute } of change.fields) {
      const name = attribute.startsWith('custom:') ? attribute.slice('custom:'.length) : null;
      if (name !== null && !names.has(name)) unknown.add(name);
    }
  }
  return [...known, ...[...unknown].map((name) => ({ name, kind: 'text' as const }))];
}
