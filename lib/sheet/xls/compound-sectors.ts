/**
 * Entries of the allocation table from here on are no sectors but ends of chains, or free (MS-CFB
 * 2.3).
 */
const LEAST_OF_NO_SECTOR = 0xfffffffa;
/** Sectors of the allocation table that the header lists: 7 MB of a file with small sectors. */
const LISTED_IN_HEADER = 109;

/** Sectors of a compound file (MS-CFB 2.2). */
export interface Sectors {
  readonly view: DataView;
  /** Bytes of a sector. */
  readonly size: number;
  readonly count: number;
  /** First sector of the directory. */
  readonly directory: number;
  /** Sectors of the allocation table, in its order. */
  readonly tables: readonly number[];
}

/** Reads the layout of the file. Null when the header does not say the size of a sector. */
export function sectorsOf(bytes: Uint8Array): Sectors | null {
  if (bytes.length < 512) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const size = 1 << shift;
  const count = Math.ceil(bytes.length / size) - 1;
  const directory = view.getUint32(48, true);
  return { view, size, count, directory, tables: tablesOf(view, size, count) };
}

/** Offset of a sector in the file. */
export function offsetOfSector({ size }: Sectors, sector: number): number {
  return (sector + 1) * size;
}

/** Next sector of a chain. Null at its end, and where the file has no such sector. */
export function nextSector({ view, size, count, tables }: Sectors, sector: number): number | null {
  const perTable = size / 4;
  const table = tables[Math.floor(sector / perTable)];
  if (table === undefined) return null;
  const at = (table + 1) * size + (sector % perTable) * 4;
  if (at + 4 > view.byteLength) return null;
  const next = view.getUint32(at, true);
  return next < count ? next : null;
}

/**
 * Lists the sectors of the allocation table: in the header and, beyond 7 MB, in a chain of their
 * own (MS-CFB 2.5), which may have a cycle.
 */
function tablesOf(view: DataView, size: number, count: number): readonly number[] {
  const tables: number[] = [];
  const most = Math.ceil((count * 4) / size);
  const take = (at: number, places: number) => {
    for (let place = 0; place < places && tables.length < most; place += 1) {
      const sector = view.getUint32(at + place * 4, true);
      if (sector >= LEAST_OF_NO_SECTOR) return;
      tables.push(sector);
    }
  };
  take(76, LISTED_IN_HEADER);
  let list = view.getUint32(68, true);
  while (tables.length < most && list < count && (list + 2) * size <= view.byteLength) {
    const before = tables.length;
    take((list + 1) * size, size / 4 - 1);
    if (tables.length === before) break;
    list = view.getUint32((list + 2) * size - 4, true);
  }
  return tables;
}
