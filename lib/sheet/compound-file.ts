import { failed, ok, type Result } from '../result';
import { wrongChains } from './compound-chains';
import { nextSector, sectorsOf, startOf, type Sectors } from './compound-sectors';
import type { SheetProblem } from './sheet';

/**
 * What a compound file (the container of XLS, DOC, MSG and of encrypted OOXML) holds, by the names of its streams:
 * they stand in UTF-16 in its directory. The container itself is read by SheetJS.
 */
export function compoundFormat(bytes: Uint8Array): Result<'xls', SheetProblem> {
  const sectors = sectorsOf(bytes);
  const entries = sectors === null ? [] : entriesOf(bytes, sectors);
  const names = new Set(entries.map(({ name }) => name).filter((name) => name !== ''));
  if (names.has('encryptedpackage')) return failed({ code: 'file-encrypted' });
  if (names.has('workbook') || names.has('book')) {
    const starts = new Set(entries.filter(({ size }) => size >= LEAST_OF_CHAIN).map(({ start }) => start));
    const wrong = sectors === null ? null : wrongChains(starts, sectors);
    return wrong === null ? ok('xls') : failed({ code: 'file-damaged', detail: wrong });
  }
  if (names.has('worddocument')) return failed({ code: 'not-a-spreadsheet', looksLike: 'doc' });
  if (names.has('powerpoint document')) return failed({ code: 'not-a-spreadsheet', looksLike: 'ppt' });
  if ([...names].some((name) => name.startsWith('__substg1.0_'))) {
    return failed({ code: 'not-a-spreadsheet', looksLike: 'msg' });
  }
  if (names.size === 0)
    return failed({ code: 'file-damaged', detail: 'the directory of the file is missing' });
  return failed({ code: 'not-a-spreadsheet', looksLike: null });
}

const DIRECTORY_ENTRY = 128;
const MOST_ENTRIES = 4096;
/** A stream of at least so many bytes has a chain of sectors of its own (MS-CFB 2.6.1). */
const LEAST_OF_CHAIN = 4096;

/** An entry of the directory: its name, small; where its stream begins; how many bytes it has. */
interface Entry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** The entries of the directory, whose chain of sectors is followed through the allocation table. */
function entriesOf(bytes: Uint8Array, sectors: Sectors): readonly Entry[] {
  const { view, size } = sectors;
  const entries: Entry[] = [];
  let sector = sectors.directory;
  for (let steps = 0; steps * (size / DIRECTORY_ENTRY) < MOST_ENTRIES; steps += 1) {
    const start = startOf(sectors, sector);
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
