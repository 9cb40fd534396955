import { signal } from '@preact/signals-core';
import { createLatest } from '../state/latest';
import { modelFactory } from '../state/model-factory';
import { attributesOf } from '../../credential/attributes';
import { totalOf } from '../../journal/entry-counts';
import { customKeysOf } from '../../journal/custom-keys';
import type { JournalRun } from '../../journal/journal';
import { entryRows } from '../../report/entry-rows';
import { historyRun } from '../../report/history';
import { failed, ok, type Result } from '../../result';
import type { DeleteProblem, RunProblem } from '../../rpc/contract/background-contract';
import { SheetWorkerEnded } from '../../rpc/client/sheet-client';
import type { HistoryModel, HistoryNews, HistoryPhase, HistoryDeps } from './history-model';
import { readEntries } from '../run/read-entries';

/**
 * The history on this computer, and what is done with what is stored. It is there without any
 * connection.
 */
export const createHistoryModel = modelFactory((deps: HistoryDeps): HistoryModel => {
  const { background, sheet, now } = deps;
  const phase = signal<HistoryPhase>({ kind: 'closed' });
  const keptDays = signal<number | null>(null);
  /** The runs that are shown, as the journal has them. */
  let stored: readonly JournalRun[] = [];
  /** A list from before the last thing that was done is a stale one. */
  const listings = createLatest();

  /** Reads the history again and says the outcome of the last thing; nothing once it is closed. */
  const show = async (said: HistoryNews | null): Promise<void> => {
    await listings.run(async (turn) => {
      const answer = await turn.answer(background.call({ kind: 'list-history' }));
      if (answer.ok) keptDays.value = answer.value.keptDays;
      if (phase.peek().kind === 'closed') return;
      if (!answer.ok) {
        phase.value = { kind: 'failed', problem: answer.problem, said };
        return;
      }
      const { unreadable } = answer.value;
      stored = answer.value.runs;
      const days = answer.value.keptDays;
      const runs = stored.flatMap((run) => historyRun(run, days) ?? []); // null: never begun
      phase.value = { kind: 'open', runs, keptDays: days, unreadable, said };
    });
  };
  const say = (said: HistoryNews) => {
    const open = phase.peek();
    if (open.kind === 'open') phase.value = { ...open, said };
  };
  const settle = (answer: Result<null, DeleteProblem>, done: HistoryNews) =>
    show(answer.ok ? done : { kind: 'refused', problem: answer.problem });

  return {
    phase,
    keptDays,
    async lookUpKeptDays() {
      const answer = await background.call({ kind: 'list-history' });
      if (answer.ok) keptDays.value = answer.value.keptDays;
    },
    async open() {
      if (phase.peek().kind === 'closed') phase.value = { kind: 'reading' };
      await show(null);
    },
    close() {
      phase.value = { kind: 'closed' };
    },
    async resultFile(run, resultsOf, words, only, format) {
      const file = await made();
      if (file.ok) return file.value;
      say({ kind: 'refused', problem: file.problem });
      return null;

      async function made(): Promise<Result<ArrayBuffer, RunProblem | { readonly code: 'reader-ended' }>> {
        const entries = await readEntries(background, run.id, run.changes);
        if (!entries.ok) return entries;
        const keys = customKeysOf(entries.value, deps.customAttributes());
        const results = resultsOf(entries.value, keys);
        const rows = entryRows(entries.value, results, attributesOf(keys), words, only);
        try {
          const file = await sheet.call('workbook', rows, format);
          const missing = totalOf(run.counts) - entries.value.length;
          if (missing > 0) say({ kind: 'unreadable', entries: missing });
          return ok(file);
        } catch (error) {
          if (error instanceof SheetWorkerEnded) return failed({ code: 'reader-ended' });
          throw error;
        }
      }
    },
    async finished({ id, changes }) {
      const run = stored.find(({ record }) => record.id === id);
      if (run === undefined) return null; // deleted meanwhile: the list says so
      const entries = await readEntries(background, id, changes);
      if (!entries.ok) {
        say({ kind: 'refused', problem: entries.problem });
        return null;
      }
      const { record, counts, partly, creditsSpent } = run;
      return {
        progress: { run: record, counts, partly, creditsSpent, perMinute: null },
        entries: entries.value,
      };
    },
    async exportFile(format, runs) {
      // Late: the history is seldom exported.
      const { historyCsv, historyJson } = await import('../../report/history-file');
      const text = format === 'json' ? historyJson(runs, now()) : historyCsv(runs);
      return new TextEncoder().encode(text).buffer;
    },
    async deleteValues(run) {
      const answer = await background.call({ kind: 'forget-values', run });
      if (answer.ok) deps.onValuesDeleted(run);
      await settle(answer, { kind: 'values-deleted', run });
    },
    async keepValues(days) {
      const answer = await background.call({ kind: 'keep-values', days });
      await settle(answer, { kind: 'kept-days', days });
    },
    async deleteEverything() {
      const answer = await background.call({ kind: 'delete-everything' });
      if (answer.ok) deps.onEverythingDeleted();
      await settle(answer, { kind: 'everything-deleted' });
    },
  };
});
