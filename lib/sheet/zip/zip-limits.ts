import type { SheetProblem } from '../cells/sheet';

const MEGABYTE = 1_000_000;
/** Most unpacked size. A full sheet of 1,048,575 rows and 12 columns is 0.7 GB. */
const MOST_MEGABYTES = 1000;
/**
 * Most compression. Deflate packs at most 1,032 to 1; ordinary sheets are near 10, very empty ones
 * near 100.
 */
const MOST_TIMES = 400;
/** Size below which any compression is harmless. */
const HARMLESS_BYTES = 20 * MEGABYTE;
const MOST_PARTS = 20_000;

/** Problem of an archive, or a part of it, that unpacks to too much; null for an ordinary one. */
export function unpackedTooLarge(packed: number, unpacked: number): SheetProblem | null {
  if (unpacked > MOST_MEGABYTES * MEGABYTE) {
    const amount = Math.ceil(unpacked / MEGABYTE);
    return { code: 'file-too-large', what: 'unpacked', amount, limit: MOST_MEGABYTES };
  }
  if (unpacked <= HARMLESS_BYTES || unpacked <= packed * MOST_TIMES) return null;
  const amount = Math.ceil(unpacked / Math.max(1, packed));
  return { code: 'file-too-large', what: 'ratio', amount, limit: MOST_TIMES };
}

/** Problem of an archive with too many parts; null for an ordinary one. */
export function tooManyParts(parts: number): SheetProblem | null {
  return parts > MOST_PARTS
    ? { code: 'file-too-large', what: 'parts', amount: parts, limit: MOST_PARTS }
    : null;
}

/** Problem of a part that nobody makes so large, such as the list of sheets. */
export function partTooLarge(bytes: number, most: number): SheetProblem {
  const amount = Math.ceil(bytes / MEGABYTE);
  return { code: 'file-too-large', what: 'part', amount, limit: most / MEGABYTE };
}
