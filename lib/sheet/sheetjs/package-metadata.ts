import { readOpenDocumentMetadata } from './open-document-metadata';
import type { SheetMetadata } from '../cells/sheet-metadata';
import { readXlsxMetadata } from './xlsx-metadata';
import { sheetPaths } from './xlsx-sheet-files';

/** Metadata found in the XML of one sheet. Missing where the XML does not say it. */
export interface FoundMetadata extends Partial<SheetMetadata> {
  /** References of cells that are typed as dates. */
  readonly isoDates: ReadonlySet<string>;
}

const NO_DATES: ReadonlySet<string> = new Set();

/**
 * Metadata of each sheet of an XLSX, in the order of `ids` (`r:id` of each sheet in the workbook).
 * Null where the XML of the sheet is missing. `parts` are the unpacked parts by path.
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

/** Metadata of each sheet of an OpenDocument spreadsheet, in order. */
export function metadataOfOpenDocument(xml: string): readonly FoundMetadata[] {
  return readOpenDocumentMetadata(xml).map((marks) => ({ ...marks, isoDates: NO_DATES }));
}

/** Metadata of a sheet with blanked formulas. */
export function metadataOfBlanked(formulasWithoutValue: number): FoundMetadata {
  return { formulasWithoutValue, isoDates: NO_DATES };
}

/** Decodes a byte to a character. Tags and attributes are ASCII, and it takes half the memory. */
export function asciiText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
