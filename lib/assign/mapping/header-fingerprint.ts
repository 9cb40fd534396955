import { itemAt } from '../../element-at';
import { addedByResults } from '../guess/result-headers';

/**
 * Hashes that stand for headers on disk. A row that was mistaken for the header holds a person's
 * values, and no text of a sheet may be stored. Equal headers have equal hashes.
 */
export interface HeaderFingerprints {
  /** Hash of each header, in order. */
  readonly columns: readonly string[];
  /**
   * Hash of all headers in any order. An export with a moved column has the same one, and so has
   * its result with our added columns.
   */
  readonly set: string;
}

/**
 * Tells whether the headers identify columns. A sheet without a header row has only letters, and so
 * has its result: A, B and C would match any other sheet.
 */
export function haveOwnHeaders(
  columns: readonly { readonly header: string; readonly letter: string }[],
): boolean {
  const added = addedByResults(columns.map(({ header }) => header));
  return columns.some(({ header, letter }) => header !== letter && !added.has(header));
}

/** 128 bits, so that no two headers collide by chance. */
const PRINT_BYTES = 16;

export async function fingerprintsOf(headers: readonly string[]): Promise<HeaderFingerprints> {
  const columns = await Promise.all(headers.map(printOf));
  const added = addedByResults(headers);
  const own = columns.filter((_, at) => !added.has(itemAt(headers, at)));
  return { columns, set: await printOf(own.sort().join(' ')) };
}

async function printOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text.normalize('NFC')));
  return Array.from(new Uint8Array(digest, 0, PRINT_BYTES), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
