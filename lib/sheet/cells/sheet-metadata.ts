import type { SheetNote } from './sheet';

/** Metadata of a sheet besides its cells. Each format has another part of it. */
export interface SheetMetadata {
  readonly hidden: boolean;
  readonly merged: number;
  readonly hiddenRows: number;
  readonly filteredRows: number;
  readonly hiddenColumns: number;
  readonly formulasWithoutValue: number;
}

/** Metadata that is worth a note to the admin. */
export function notesOf(marks: SheetMetadata): readonly SheetNote[] {
  const notes: readonly SheetNote[] = [
    { code: 'merged-cells', count: marks.merged },
    { code: 'hidden-rows', count: marks.hiddenRows },
    { code: 'filtered-rows', count: marks.filteredRows },
    { code: 'hidden-columns', count: marks.hiddenColumns },
    { code: 'formula-without-value', count: marks.formulasWithoutValue },
  ];
  return notes.filter((note) => note.count > 0);
}

/** Sheet of SheetJS with the metadata that it may have. */
export interface SheetJsMetadata {
  readonly '!rows'?: readonly ({ readonly hidden?: boolean } | undefined)[];
  readonly '!cols'?: readonly ({ readonly hidden?: boolean } | undefined)[];
  readonly '!merges'?: readonly unknown[];
  readonly '!autofilter'?: unknown;
}

/** Metadata that SheetJS reads without styles: all of it for XLS, little for the other formats. */
export function metadataOfSheetJs(raw: SheetJsMetadata, hidden: number | undefined): SheetMetadata {
  const hiddenRows = countHidden(raw['!rows']);
  const filtered = raw['!autofilter'] !== undefined;
  return {
    hidden: hidden !== undefined && hidden !== 0,
    merged: raw['!merges']?.length ?? 0,
    hiddenRows: filtered ? 0 : hiddenRows,
    filteredRows: filtered ? hiddenRows : 0,
    hiddenColumns: countHidden(raw['!cols']),
    formulasWithoutValue: 0,
  };
}

function countHidden(lines: SheetJsMetadata['!rows']): number {
  if (lines === undefined) return 0;
  // Visits only existing indices: a row number of a damaged file makes billions of holes.
  return Object.keys(lines).filter((index) => lines[Number(index)]?.hidden === true).length;
}
