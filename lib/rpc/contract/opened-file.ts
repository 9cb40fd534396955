import type { ColumnFacts } from '../../assign/facts/describe-columns';
import type { FileFormat, FoundReading, SheetNote } from '../../sheet/cells/sheet';
import type { Download } from '../../review/base/read-base';
import type { TableId } from './held';
import type { HeaderReason, ExcludedRows } from '../../sheet/table/table';

/** A file after it was opened: its sheets, and how its text was read. */
export interface OpenedFile {
  /** The hash of its bytes as they came, in hexadecimal; null when it is no file (an undo). */
  readonly sha256: string | null;
  readonly format: FileFormat;
  readonly text: FoundReading | null;
  /** Index of the sheet that is opened first. */
  readonly first: number;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rows: number }[];
  /** Whether it is a download of ours, and has its record. */
  readonly download: Download;
}

/** The first rows of a sheet from row 1, as shown. */
export interface FirstRows {
  /** The number of the header row; `NO_HEADER_ROW` when there is none. */
  readonly headerRow: number;
  readonly preview: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/**
 * A sheet with its header row, as Upload shows it; its preview is there to choose the header row
 * by.
 */
export interface OpenedTable extends FirstRows {
  readonly id: TableId;
  readonly sheet: number;
  readonly sheetName: string;
  readonly headerReason: HeaderReason;
  /** Counts the data rows. */
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
  readonly excluded: readonly ExcludedRows[];
  readonly notes: readonly SheetNote[];
}
