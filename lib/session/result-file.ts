import { attributesOf } from '../credential/attributes';
import type { CustomAttributeKey } from '../credential/attribute';
import type { ResultFormat } from '../report/csv';
import { entryRows } from '../report/entry-rows';
import { SheetWorkerEnded, type SheetClient } from '../rpc/client/sheet-client';
import type { RunModel } from './run/run-model';
import type { Session } from './session';
import type { WorkStore } from './state/work-store';

interface ResultFileDeps {
  readonly sheet: SheetClient;
  readonly run: RunModel;
  readonly work: WorkStore;
  readonly customAttributes: () => readonly CustomAttributeKey[];
  readonly format: () => ResultFormat;
}

/** Writes rows as a file of the chosen format. */
export function createWrittenFile({
  sheet,
  format,
}: Pick<ResultFileDeps, 'sheet' | 'format'>): Session['writtenFile'] {
  return async (rows) => {
    try {
      return await sheet.call('workbook', rows, format());
    } catch (error) {
      // The admin can ask again: the next call starts a new worker.
      if (error instanceof SheetWorkerEnded) return null;
      throw error;
    }
  };
}

/**
 * Makes the result of the run that is shown: of the admin's own rows where the worker has them,
 * else of the journal.
 */
export function createResultFile(deps: ResultFileDeps): Session['resultFile'] {
  const { sheet, run, work, customAttributes, format } = deps;

  return async (results, wordsFor, only) => {
    const over = run.phase.peek();
    if (over.kind !== 'over') return null;
    const { rows } = work.now.peek();
    try {
      if (rows?.run === over.progress.run.id) {
        const skipped = await sheet.call('skippedRows', rows.plan);
        const words = wordsFor(skipped.ok ? skipped.value : []);
        const own = await sheet.call('results', rows.plan, results, words, only, format());
        if (own.ok) return { bytes: own.value, from: 'sheet' };
      }
      const ofJournal = entryRows(
        over.entries,
        results,
        attributesOf(customAttributes()),
        wordsFor([]),
        only,
      );
      return { bytes: await sheet.call('workbook', ofJournal, format()), from: 'journal' };
    } catch (error) {
      // The admin can ask again: the next call starts a new worker.
      if (error instanceof SheetWorkerEnded) return null;
      throw error;
    }
  };
}
