import { readOpenDocumentMetadata } from './open-document-metadata';
import type { SheetMetadata } from '../cells/sheet-metadata';
import { readXlsxMetadata } from './xlsx-metadata';
import { sheetPaths } from './xlsx-sheet-files';

/** Marks of one sheet that were found in its own XML; what the XML does not tell is missing. */
export interface FoundMetadata extends Partial<SheetMetadata> {
  /** References of cells that are dates by their type. */
  readonly isoDates: ReadonlySet<string>;
}

const NO_DATES: ReadonlySet<string> = new Set();

/**
 * The marks of each sheet of an XLSX, in the order of `ids` (the `r:id` of each sheet in the workbook, when it is text);
 * null where the XML of the sheet is not found. `parts` are the unpacked parts by path.
 */
export function metadataOfXlsx(
  parts: ReadonlyMap<string, Uint8Array>,
  ids: readonly unknown[],
): readonly (FoundMetadata | null)[] {
  const paths = [...parts.keys()];
  const relations = paths.find((path) => /(^|\/)_rels\/workbook[^/]*\.xml\.rels$/i.test(path));
  const textOfPart = (path: string | null | undefined): string =>
    asciiText((path === null || path === undefined ? undefined : parts.get(path)) ?? new Uint8Array());
  const known = ids.map((id) => (typeof id === 'string' ? id : null));
  return sheetPaths(textOfPart(relations), known, paths).map((path) => {
    if (path === null) return null;
    const { hiddenRows, filtered, ...marks } = readXlsxMetadata(textOfPart(path));
    return { ...marks, hiddenRows: filtered ? 0 : hiddenRows, filteredRows: filtered ? hiddenRows : 0 };
  });
}

/** The marks of each sheet of an OpenDocument spreadsheet, in order. */
export function metadataOfOpenDocument(xml: string): readonly FoundMetadata[] {
  return readOpenDocumentMetadata(xml).map((marks) => ({ ...marks, isoDates: NO_DATES }));
}

/** The marks of a sheet of which formulas were blanked. */
export function metadataOfBlanked(formulasWithoutValue: number): FoundMetadata {
  return { formulasWithoutValue, isoDates: NO_DATES };
}

/** Tags and attributes are ASCII: a byte for a character is enough to find them, and half the memory. */
export function asciiText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
