import { signal } from '@preact/signals-core';
import { createLatest } from '../state/latest';
import { modelFactory } from '../state/model-factory';
import type { RunId, RunSource } from '../../journal/entry';
import { ok } from '../../result';
import { SheetWorkerEnded, type SheetClient } from '../../rpc/client/sheet-client';
import type { FirstRows, OpenedFile, OpenedTable } from '../../rpc/contract/sheet-contract';
import type { TextReading } from '../../sheet/cells/sheet';
import type { FileFollowers, FileModel, FilePhase, FileProblem, SheetFile } from './file-model';
import { readFile } from './read-file';

export type { FileModel, FilePhase, FileProblem, SheetFile } from './file-model';

/** The file that was dropped, chosen or pasted. */
export const createFileModel = modelFactory(
  (sheet: SheetClient, { onTable, onMade, onRestart }: FileFollowers): FileModel => {
    const phase = signal<FilePhase>({ kind: 'none' });
    let current: SheetFile | null = null;
    const latest = createLatest();

    const settle = (next: FilePhase) => {
      phase.value = next;
      onTable(next.kind === 'open' && next.table.ok && !isEncodingAsked(next) ? next.table.value : null);
    };
    const read = async (file: SheetFile, reading: Partial<TextReading>) => {
      await latest.run(async (turn) => {
        if (phase.peek().kind === 'reading') {
          // Another file is still being read: end that work at once instead of waiting for it.
          sheet.stop();
          onRestart();
        }
        const show = (firstRows: FirstRows) =>
          void (phase.value = { kind: 'reading', name: file.name, firstRows });
        settle({ kind: 'reading', name: file.name, firstRows: null });
        try {
          settle(await readFile(sheet, turn, file, reading, show));
        } catch (error) {
          if (!(error instanceof SheetWorkerEnded)) throw error;
          onRestart();
          settle({ kind: 'failed', name: file.name, problem: problemOf(error) });
        }
      });
    };
    const rechoose = async (sheetIndex: number | null, headerRow: number | null) => {
      const open = phase.peek();
      // Its table is not made from a sheet.
      if (open.kind !== 'open' || isMade(open)) return;
      await latest.run(async (turn) => {
        onTable(null);
        try {
          const chosen = sheetIndex ?? open.sheet;
          const table = await turn.answer(sheet.call('chooseTable', chosen, headerRow));
          settle({ ...open, sheet: chosen, table });
        } catch (error) {
          if (!(error instanceof SheetWorkerEnded)) throw error;
          lose(error);
        }
      });
    };
    /** Puts something else in the place of the file, whatever is still being read. */
    const replace = (next: FilePhase) => {
      latest.outdate();
      current = null;
      settle(next);
    };
    /**
     * Shows a table that was made of a run or of the group. Its assignment comes with it, so nobody
     * has to begin one.
     */
    const showMade = (next: FilePhase) => {
      latest.outdate();
      current = null;
      phase.value = next;
      onMade();
    };
    const lose = (end: SheetWorkerEnded) => {
      const open = phase.peek();
      if (open.kind !== 'open') return;
      latest.outdate();
      onRestart();
      settle({ kind: 'failed', name: open.name, problem: problemOf(end) });
    };

    return {
      phase,
      async open(file) {
        current = file;
        await read(file, {});
      },
      async readAs(reading) {
        const before = chosenReading(phase.peek());
        if (current !== null && before !== null) await read(current, { ...before, ...reading });
      },
      chooseSheet: (index) => rechoose(index, null),
      chooseHeaderRow: (row) => rechoose(null, row),
      openUndo(name, undo, runs) {
        if (undo === null) replace({ kind: 'failed', name, problem: { code: 'nothing-to-undo' } });
        else showMade({ ...madeOf(name, undo.table), undo: { ...undo, runs } });
      },
      openDecided: (name, table, runs) => showMade({ ...madeOf(name, table), undo: null, decided: { runs } }),
      openChecked: (name, table, checked) => showMade({ ...madeOf(name, table), undo: null, checked }),
      openGroup: (name, table) => showMade({ ...madeOf(name, table), undo: null, group: true }),
      refuse: (name, problem) => replace({ kind: 'failed', name, problem }),
      forget(run) {
        const open = phase.peek();
        if (open.kind !== 'open') return false;
        if (!isMadeOf(open, run)) return false;
        latest.outdate();
        // The rows are in the worker's memory, and go with it.
        sheet.stop();
        onRestart();
        settle({ kind: 'failed', name: open.name, problem: { code: 'values-deleted' } });
        return true;
      },
      lose,
      close: () => replace({ kind: 'none' }),
    };
  },
);

/** Why there is no table when the worker ended. */
function problemOf({ gaveUpAfter }: SheetWorkerEnded): FileProblem {
  if (gaveUpAfter === null) return { code: 'reader-ended' };
  return { code: 'reading-given-up', seconds: gaveUpAfter };
}

/**
 * Whether the letters of a text do not tell its encoding, so that the admin has to. Nothing is done
 * with it until then.
 */
export function isEncodingAsked({ file }: Extract<FilePhase, { kind: 'open' }>): boolean {
  return file.text !== null && file.text.encodingChoices.length > 0;
}

/** Gives the admin's choices of how a text is read; null where nothing can be chosen. */
function chosenReading(phase: FilePhase): Partial<TextReading> | null {
  if (phase.kind === 'failed') return phase.problem.code === 'text-undecodable' ? {} : null;
  if (phase.kind !== 'open' || phase.file.text === null) return null;
  const { encoding, encodingReason, delimiter, delimiterReason } = phase.file.text;
  return {
    ...(encodingReason === 'chosen' && encoding !== null && { encoding }),
    ...(delimiterReason === 'chosen' && { delimiter }),
  };
}

/**
 * Source of the changes that are made from it, for the journal; undefined where that is not known.
 */
export function sourceOf(open: Extract<FilePhase, { kind: 'open' }>): RunSource | undefined {
  const { sha256 } = open.file;
  if (open.undo !== null) return { kind: 'undo', runs: open.undo.runs };
  if (open.checked !== undefined) return open.checked.source;
  if (open.decided !== undefined) return { kind: 'retry', runs: open.decided.runs };
  return sha256 === null ? undefined : { kind: open.pasted ? 'pasted' : 'file', sha256 };
}

/**
 * Whether it is no sheet of the admin: an undo, decided conflicts, a change set, or the whole
 * group.
 */
export function isMade({ undo, decided, group, checked }: Extract<FilePhase, { kind: 'open' }>): boolean {
  return undo !== null || decided !== undefined || group === true || checked !== undefined;
}

/** Whether a table was made of this run, or of any; a sheet of the admin's own is of none. */
function isMadeOf(open: Extract<FilePhase, { kind: 'open' }>, run: RunId | undefined): boolean {
  const { runs } = open.undo ?? open.decided ?? { runs: [] };
  return runs.length > 0 && (run === undefined || runs.includes(run));
}

/** A table that was made here, in the place of a file. */
function madeOf(name: string, table: OpenedTable) {
  const sheets = [{ name: table.sheetName, hidden: false, rows: table.rows }];
  const download = { kind: 'none' } as const;
  const file: OpenedFile = { sha256: null, format: 'csv', text: null, first: 0, sheets, download };
  return { kind: 'open', name, pasted: false, file, sheet: 0, table: ok(table) } as const;
}

/**
 * Pasted cells as a file: text in the clipboard is what a spreadsheet program copies, cells by
 * tabs.
 */
export function pastedFile(name: string, text: string): SheetFile {
  const bytes = new TextEncoder().encode(text);
  // Each reading hands its buffer over to the worker, so each gets its own, as from a file.
  return { name, size: bytes.length, pasted: true, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
}
