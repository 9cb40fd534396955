import { nextSector, offsetOfSector, type Sectors } from './compound-sectors';

const DIRECTORY_ENTRY = 128;
const MOST_ENTRIES = 4096;
/** Directory entry: name in lower case, first sector of its stream, size in bytes. */
export interface Entry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** Reads the entries of the directory along its chain of sectors. */
export function entriesOf(bytes: Uint8Array, sectors: Sectors): readonly Entry[] {
  const { view, size } = sectors;
  const entries: Entry[] = [];
  let sector = sectors.directory;
  for (let steps = 0; steps * (size / DIRECTORY_ENTRY) < MOST_ENTRIES; steps += 1) {
    const start = offsetOfSector(sectors, sector);
    if (start + DIRECTORY_ENTRY > bytes.length) break;
    for (let at = start; at < start + size && at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
      const length = view.getUint16(at + 64, true);
      const name =
        length < 2 || length > 64
          ? ''
          : new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)).toLowerCase();
      entries.push({ name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
    }
    const next = nextSector(sectors, sector);
    if (next === null) break;
    sector = next;
  }
  return entries;
}
