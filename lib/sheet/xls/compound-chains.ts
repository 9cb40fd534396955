import { entriesOf } from './compound-entries';
import { nextSector, sectorsOf } from './compound-sectors';

/** What all chains together may gather: of files that programs save it is the file once or twice. */
const MOST_BYTES = 1_000_000_000;

/** A stream of at least so many bytes has a chain of sectors of its own (MS-CFB 2.6.1). */
const LEAST_OF_CHAIN = 4096;

/**
 * Why SheetJS must not read the streams of a compound file; null when it may, or when it is another file.
 *
 * It gathers what is behind every sector that it has not met yet, from the directory on and then from the file's
 * beginning, and copies it: much of a file whose chains run backwards or end in one another is gathered again and again.
 * Then it follows the streams without looking where it was: one that leads back into itself fills the memory.
 */
export function chainProblem(bytes: Uint8Array): string | null {
  const sectors = bytes[0] === 0xd0 ? sectorsOf(bytes) : null;
  if (sectors === null) return null;
  const long = entriesOf(bytes, sectors).filter(({ size }) => size >= LEAST_OF_CHAIN);
  const starts = new Set(long.map(({ start }) => start));
  const { count, directory } = sectors;
  const most = MOST_BYTES / sectors.size;
  let steps = 0;
  let walks = 0;
  /** In which walk a sector was met last, from 1. */
  const met = new Int32Array(count);
  /** Whether the walk came to an end and not to where it was before. */
  const walkEnds = (start: number): boolean => {
    walks += 1;
    for (let at: number | null = start; at !== null && steps <= most; at = nextSector(sectors, at)) {
      if (met[at] === walks) return false;
      met[at] = walks;
      steps += 1;
    }
    return true;
  };
  for (let index = 0; index < count; index += 1) {
    const sector = (index + directory) % count;
    if (met[sector] === 0) walkEnds(sector);
  }
  for (const start of starts) {
    if (start < count && !walkEnds(start)) return 'a stream of the file runs in a circle';
  }
  return steps > most ? 'the streams of the file are entangled' : null;
}
