import { addedByResults } from '../guess/result-headers';

/**
 * What stands for headers where an assignment is kept on disk: a row that was taken for the header by mistake holds a
 * person's values, and none of a sheet's text may stay behind. The same headers give the same prints, and from a print
 * nobody reads a header; whoever already has the header can check it.
 */
export interface HeaderFingerprints {
  /** Of each header, in their order. */
  readonly columns: readonly string[];
  /**
   * Of all of them together, whatever their order: the same export with a column moved is the same set, and so is a result
   * of it with what results add.
   */
  readonly set: string;
}

/**
 * Whether columns can be known again by their headers. Those of a sheet without a header row, and of results of it, have
 * their letters only: A, B and C of any other sheet would be the same set.
 */
export function haveOwnHeaders(
  columns: readonly { readonly header: string; readonly letter: string }[],
): boolean {
  const added = addedByResults(columns.map(({ header }) => header));
  return columns.some(({ header, letter }) => header !== letter && !added.has(header));
}

/** 128 bits: enough that no two headers share a print by chance. */
const PRINT_BYTES = 16;

export async function fingerprintsOf(headers: readonly string[]): Promise<HeaderFingerprints> {
  const columns = await Promise.all(headers.map(printOf));
  const added = addedByResults(headers);
  const own = columns.filter((_, at) => !added.has(headers[at] ?? ''));
  return { columns, set: await printOf(own.sort().join(' ')) };
}

async function printOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text.normalize('NFC')));
  return Array.from(new Uint8Array(digest, 0, PRINT_BYTES), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
