import { failed, ok, type Result } from '../result';
import type { SheetProblem } from './sheet';

/**
 * What a compound file (the container of XLS, DOC, MSG and of encrypted OOXML) holds, by the names of its streams:
 * they stand in UTF-16 in its directory. The container itself is read by SheetJS.
 */
export function compoundFormat(bytes: Uint8Array): Result<'xls', SheetProblem> {
  const names = streamNames(bytes);
  if (names.has('encryptedpackage')) return failed({ code: 'file-encrypted' });
  if (names.has('workbook') || names.has('book')) return ok('xls');
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
const MOST_NAMES = 4096;

/** Names of the directory's entries, small. The chain of directory sectors is followed through the allocation table. */
function streamNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  if (bytes.length < 512) return names;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return names;
  const sectorSize = 1 << shift;
  let sector = view.getUint32(48, true);
  for (let steps = 0; steps * (sectorSize / DIRECTORY_ENTRY) < MOST_NAMES; steps += 1) {
    const start = (sector + 1) * sectorSize;
    if (start + DIRECTORY_ENTRY > bytes.length) break;
    for (
      let at = start;
      at < start + sectorSize && at + DIRECTORY_ENTRY <= bytes.length;
      at += DIRECTORY_ENTRY
    ) {
      const length = view.getUint16(at + 64, true);
      if (length < 2 || length > 64) continue;
      names.add(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)).toLowerCase());
    }
    const next = nextSector(view, sector, sectorSize);
    if (next === null) break;
    sector = next;
  }
  return names;
}

/** The sector after this one. The first 109 sectors of the allocation table are listed in the header: 7 MB and more. */
function nextSector(view: DataView, sector: number, sectorSize: number): number | null {
  const perTable = sectorSize / 4;
  const table = Math.floor(sector / perTable);
  if (table >= 109) return null;
  const at = (view.getUint32(76 + table * 4, true) + 1) * sectorSize + (sector % perTable) * 4;
  if (at + 4 > view.byteLength) return null;
  const next = view.getUint32(at, true);
  return next >= 0xfffffffa ? null : next;
}
