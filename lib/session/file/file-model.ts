import type { ReadonlySignal } from '@preact/signals-core';
import type { RunId } from '../../journal/entry';
import type { PlatformProblem } from '../../platform/platform-problem';
import type { Result } from '../../result';
import type { SheetWorkerEnded } from '../../rpc/client/sheet-client';
import type { FirstRows, OpenedFile, OpenedTable, OpenedUndo } from '../../rpc/contract/sheet-contract';
import type { SheetProblem, TextReading } from '../../sheet/cells/sheet';
import type { CheckedSet } from './checked-set';

/** A file as the browser gives it; kept so that it can be read again with another encoding. */
export interface SheetFile {
  readonly name: string;
  readonly size: number;
  /** It is cells out of the clipboard. */
  readonly pasted?: true;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Why there is no table: the file's own problem, or ours in reading it. */
export type FileProblem =
  | SheetProblem
  /** The worker ended under it, most likely for want of memory. */
  | { readonly code: 'reader-ended' }
  /** Reading it took longer than any honest file takes, so the worker was ended. */
  | { readonly code: 'reading-given-up'; readonly seconds: number }
  /** It was made of the values of a run, which were deleted. */
  | { readonly code: 'values-deleted' }
  /** Every value of the run was edited since, or cannot be taken back by a sheet. */
  | { readonly code: 'nothing-to-undo' }
  /** The group has no credentials to update without a sheet. */
  | { readonly code: 'group-empty' }
  /** The group could not be read, and without its present values nothing can be taken back. */
  | PlatformProblem
  /** Several files were dropped at once; none of them was read. */
  | { readonly code: 'several-files'; readonly files: number }
  /** A change set of more bytes than a message carries. */
  | { readonly code: 'set-too-large' }
  /** The browser does not give the file any more: moved, deleted, or a folder. */
  | { readonly code: 'file-unreadable' };

export type FilePhase =
  | { readonly kind: 'none' }
  /** `firstRows`: the beginning of a large file, as soon as it is known. */
  | { readonly kind: 'reading'; readonly name: string; readonly firstRows: FirstRows | null }
  | { readonly kind: 'failed'; readonly name: string; readonly problem: FileProblem }
  /** A change set for a second person, which its passphrase opens (docs/four-eyes.md). */
  | { readonly kind: 'change-set'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly pasted: boolean;
      readonly file: OpenedFile;
      /** The sheet that is chosen, or why it cannot be used (another one may). */
      readonly sheet: number;
      readonly table: Result<OpenedTable, SheetProblem>;
      /**
       * Set when this is no file but the old values of these runs: how many of them are not in it,
       * and why.
       */
      readonly undo:
        (Pick<OpenedUndo, 'editedSince' | 'cannot'> & { readonly runs: readonly RunId[] }) | null;
      /** Set when this is no file but the conflicts of these runs, decided. */
      readonly decided?: { readonly runs: readonly RunId[] };
      /** Set when this is no file but the whole group, for an update without a sheet. */
      readonly group?: true;
      /** Set when this is no file but a change set that is checked here. */
      readonly checked?: CheckedSet;
    };

export interface FileModel {
  readonly phase: ReadonlySignal<FilePhase>;
  open(file: SheetFile): Promise<void>;
  /** Reads the same file's text another way. */
  readAs(reading: Partial<TextReading>): Promise<void>;
  chooseSheet(sheet: number): Promise<void>;
  /** `NO_HEADER_ROW`: the sheet has none. */
  chooseHeaderRow(row: number): Promise<void>;
  /** An undo takes the place of the file; null: there is nothing to take back. */
  openUndo(name: string, undo: OpenedUndo | null, runs: readonly RunId[]): void;
  /** Decided conflicts of these runs take the place of the file. */
  openDecided(name: string, table: OpenedTable, runs: readonly RunId[]): void;
  /** The whole group takes the place of the file. */
  openGroup(name: string, table: OpenedTable): void;
  /** A change set takes the place of its own file. */
  openChecked(name: string, table: OpenedTable, checked: CheckedSet): void;
  /** Says why there is no undo of this name, or why what was dropped is not read. */
  refuse(name: string, problem: FileProblem): void;
  /**
   * Drops a sheet that is made of the values of this run, or of any: they were deleted. True when
   * one was open.
   */
  forget(run?: RunId): boolean;
  /** The worker ended under somebody else's call, and the rows with it. */
  lose(end: SheetWorkerEnded): void;
  /** Drops the file, so that another one can come. */
  close(): void;
}

/** Listeners of the file model. */
export interface FileFollowers {
  /**
   * Runs whenever there is a table, new or read differently. Null: the one that there was is gone,
   * or about to go; said before the worker is asked, so that nothing is asked about rows that are
   * no longer there.
   */
  readonly onTable: (table: OpenedTable | null) => void;
  /** Runs when a table that was made here takes the place of the file. */
  readonly onMade: () => void;
  /** Runs when the worker ended: everything that it held has to be given to the next one. */
  readonly onRestart: () => void;
}
