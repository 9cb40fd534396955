import { failed, ok, type Result } from '../result';
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
    return sectors !== null && runsInCircle(entries, sectors)
      ? failed({ code: 'file-damaged', detail: 'a stream of the file runs in a circle' })
      : ok('xls');
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

/** The sectors of a compound file (MS-CFB 2.2); null when the header does not say how large they are. */
interface Sectors {
  readonly view: DataView;
  readonly size: number;
}

function sectorsOf(bytes: Uint8Array): Sectors | null {
  if (bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  return shift === 9 || shift === 12 ? { view, size: 1 << shift } : null;
}

/** The entries of the directory, whose chain of sectors is followed through the allocation table. */
function entriesOf(bytes: Uint8Array, { view, size }: Sectors): readonly Entry[] {
  const entries: Entry[] = [];
  let sector = view.getUint32(48, true);
  for (let steps = 0; steps * (size / DIRECTORY_ENTRY) < MOST_ENTRIES; steps += 1) {
    const start = (sector + 1) * size;
    if (start + DIRECTORY_ENTRY > bytes.length) break;
    for (let at = start; at < start + size && at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
      const length = view.getUint16(at + 64, true);
      const name =
        length < 2 || length > 64
          ? ''
          : new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)).toLowerCase();
      entries.push({ name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
    }
    const next = nextSector({ view, size }, sector);
    if (next === null) break;
    sector = next;
  }
  return entries;
}

/** Whether the chain of a stream leads back into itself: SheetJS would follow it until the memory is full. */
function runsInCircle(entries: readonly Entry[], sectors: Sectors): boolean {
  const count = Math.floor(sectors.view.byteLength / sectors.size);
  /** By which stream a sector was met, from 1: what an earlier one has met is known to end. */
  const metBy = new Int32Array(count);
  for (const [index, { start, size }] of entries.entries()) {
    if (size < LEAST_OF_CHAIN) continue;
    for (let at: number | null = start; at !== null && at < count; at = nextSector(sectors, at)) {
      if (metBy[at] === index + 1) return true;
      if (metBy[at] !== 0) break;
      metBy[at] = index + 1;
    }
  }
  return false;
}

/** The sector after this one. The first 109 sectors of the allocation table are listed in the header: 7 MB and more. */
function nextSector({ view, size }: Sectors, sector: number): number | null {
  const perTable = size / 4;
  const table = Math.floor(sector / perTable);
  if (table >= 109) return null;
  const at = (view.getUint32(76 + table * 4, true) + 1) * size + (sector % perTable) * 4;
  if (at + 4 > view.byteLength) return null;
  const next = view.getUint32(at, true);
  return next >= 0xfffffffa ? null : next;
}
