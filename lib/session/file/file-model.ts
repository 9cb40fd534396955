import { createModel, signal } from '@preact/signals-core';
import type { RunId, RunSource } from '../../journal/entry';
import { ok } from '../../result';
import { SheetWorkerEnded, type SheetClient } from '../../rpc/client/sheet-client';
import type { OpenedFile, OpenedTable } from '../../rpc/contract/sheet-contract';
import type { TextReading } from '../../sheet/cells/sheet';
import type { FileFollowers, FileModelShape, FilePhase, FileProblem, SheetFile } from './file-shape';

export type { FileModelShape, FilePhase, FileProblem, SheetFile } from './file-shape';

/** Smaller files are read before anybody could look at their first rows. */
const LARGE_BYTES = 50_000;

/** The file that was dropped, chosen or pasted. */
export const FileModel = createModel(
  (sheet: SheetClient, { onTable, onRestart }: FileFollowers): FileModelShape => {
    const phase = signal<FilePhase>({ kind: 'none' });
    let current: SheetFile | null = null;
    /** Counts the files: an answer about an older one is not for the page any more. */
    let latest = 0;

    const settle = (next: FilePhase) => {
      phase.value = next;
      onTable(next.kind === 'open' && next.table.ok ? next.table.value : null);
    };
    const chooseTable = async (
      name: string,
      file: OpenedFile,
      sheetIndex: number,
      headerRow: number | null,
    ) => {
      const table = await sheet.call('chooseTable', sheetIndex, headerRow);
      const pasted = current?.pasted === true;
      return { kind: 'open', name, pasted, file, sheet: sheetIndex, table, undo: null } satisfies FilePhase;
    };
    const firstUsable = (file: OpenedFile) =>
      Math.max(
        0,
        file.sheets.findIndex((candidate) => !candidate.hidden && candidate.rows > 0),
      );

    const read = async (file: SheetFile, reading: Partial<TextReading>) => {
      const turn = ++latest;
      if (phase.peek().kind === 'reading') {
        // Another file is still being read: end that work at once instead of waiting for it.
        sheet.stop();
        onRestart();
      }
      settle({ kind: 'reading', name: file.name, firstRows: null });
      const next = await readInto(file, reading, () => turn !== latest);
      if (next !== null && turn === latest) settle(next);
    };
    /** Null when a newer file took over: nothing more of this one may reach the worker then. */
    const readInto = async (
      file: SheetFile,
      reading: Partial<TextReading>,
      isOld: () => boolean,
    ): Promise<FilePhase | null> => {
      const failed = (problem: FileProblem): FilePhase => ({ kind: 'failed', name: file.name, problem });
      let bytes: ArrayBuffer;
      try {
        bytes = await file.arrayBuffer();
      } catch (error) {
        if (error instanceof DOMException) return failed({ code: 'file-unreadable' });
        throw error;
      }
      if (isOld()) return null;
      try {
        const isLarge = bytes.byteLength > LARGE_BYTES;
        if (isLarge) {
          const firstRows = await sheet.call('look', bytes, reading);
          if (isOld()) return null;
          phase.value = { kind: 'reading', name: file.name, firstRows };
        }
        const opened = await sheet.call('open', isLarge ? null : bytes, reading);
        if (isOld()) return null;
        if (!opened.ok) return failed(opened.problem);
        return await chooseTable(file.name, opened.value, firstUsable(opened.value), null);
      } catch (error) {
        if (!(error instanceof SheetWorkerEnded)) throw error;
        if (!isOld()) onRestart();
        return failed({ code: 'reader-ended' });
      }
    };
    const rechoose = async (sheetIndex: number | null, headerRow: number | null) => {
      const open = phase.peek();
      // An undo is no file, nor is what was decided: their tables are not made from a sheet.
      if (open.kind !== 'open' || open.undo !== null || open.decided !== undefined) return;
      const turn = ++latest;
      onTable(null);
      let next: FilePhase;
      try {
        next = await chooseTable(open.name, open.file, sheetIndex ?? open.sheet, headerRow);
      } catch (error) {
        if (!(error instanceof SheetWorkerEnded)) throw error;
        if (turn === latest) lose();
        return;
      }
      if (turn === latest) settle(next);
    };
    const lose = () => {
      const open = phase.peek();
      if (open.kind !== 'open') return;
      latest += 1;
      onRestart();
      settle({ kind: 'failed', name: open.name, problem: { code: 'reader-ended' } });
    };

    return {
      phase,
      async open(file) {
        current = file;
        await read(file, {});
      },
      async readAs(reading) {
        const open = phase.peek();
        if (current === null || open.kind !== 'open' || open.file.text === null) return;
        await read(current, { ...open.file.text, ...reading });
      },
      async chooseSheet(index) {
        await rechoose(index, null);
      },
      async chooseHeaderRow(row) {
        await rechoose(null, row);
      },
      openUndo(name, undo, runs) {
        latest += 1;
        current = null;
        if (undo === null) {
          settle({ kind: 'failed', name, problem: { code: 'nothing-to-undo' } });
          return;
        }
        phase.value = { ...madeOf(name, undo.table), undo: { ...undo, runs } };
      },
      openDecided(name, table, runs) {
        latest += 1;
        current = null;
        phase.value = { ...madeOf(name, table), undo: null, decided: { runs } };
      },
      refuseUndo(name, problem) {
        latest += 1;
        settle({ kind: 'failed', name, problem });
      },
      forget(run) {
        const open = phase.peek();
        if (open.kind !== 'open') return false;
        const { runs } = open.undo ?? open.decided ?? NOT_MADE;
        if (runs.length === 0 || (run !== undefined && !runs.includes(run))) return false;
        latest += 1;
        // The rows are in the worker's memory, and go with it.
        sheet.stop();
        onRestart();
        settle({ kind: 'failed', name: open.name, problem: { code: 'values-deleted' } });
        return true;
      },
      lose,
      close() {
        latest += 1;
        current = null;
        settle({ kind: 'none' });
      },
    };
  },
);

/** Where the changes that are made from it come from, for the journal; undefined where that cannot be told. */
export function sourceOf(open: Extract<FilePhase, { kind: 'open' }>): RunSource | undefined {
  const { sha256 } = open.file;
  if (open.undo !== null) return { kind: 'undo', runs: open.undo.runs };
  if (open.decided !== undefined) return { kind: 'retry', runs: open.decided.runs };
  return sha256 === null ? undefined : { kind: open.pasted ? 'pasted' : 'file', sha256 };
}

/** A sheet of the admin's own is of no run. */
const NOT_MADE = { runs: [] as readonly RunId[] };

/** A table that was made here, in the place of a file. */
function madeOf(name: string, table: OpenedTable) {
  const sheets = [{ name: table.sheetName, hidden: false, rows: table.rows }];
  const file: OpenedFile = { sha256: null, format: 'csv', text: null, sheets };
  return { kind: 'open', name, pasted: false, file, sheet: 0, table: ok(table) } as const;
}

/** Pasted cells as a file: text in the clipboard is what a spreadsheet program copies, cells by tabs. */
export function pastedFile(name: string, text: string): SheetFile {
  const bytes = new TextEncoder().encode(text);
  // Each reading hands its buffer over to the worker, so each gets its own, as from a file.
  return { name, size: bytes.length, pasted: true, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) };
}
