import { entriesOf } from './compound-entries';
import { nextSector, sectorsOf } from './compound-sectors';

/**
 * Most bytes of all chains together. In ordinary files it is the size of the file once or twice.
 */
const MOST_BYTES = 1_000_000_000;

/** Least size of a stream with a chain of its own (MS-CFB 2.6.1). */
const LEAST_OF_CHAIN = 4096;

/**
 * Reason why SheetJS must not read the streams of a compound file. Null when it may, and for
 * another file.
 *
 * SheetJS gathers and copies the chain behind every sector that it has not met yet. It begins at
 * the directory, then goes on from the beginning of the file. Chains that run backwards, or end in
 * one another, are gathered again and again. Then it follows the streams without a check for
 * cycles: one that leads back into itself fills the memory.
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
  /** Number of the walk that met a sector last, from 1. */
  const met = new Int32Array(count);
  /** Follows a chain. False when it has a cycle. */
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
