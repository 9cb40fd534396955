/** Entry of the central directory of a zip archive. Sizes in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number;
  readonly encrypted: boolean;
  /** Offset of its local header. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LARGE_END_SIGNATURE = 0x06064b50;
const LARGE_END_LOCATOR_SIGNATURE = 0x07064b50;
const END_LENGTH = 22;
const LOCATOR_LENGTH = 20;
/** Says in an entry that the number is among its extra fields (ZIP64, APPNOTE 4.5.3). */
const ELSEWHERE = 0xffffffff;
const LONGEST_COMMENT = 0xffff;

/**
 * Lists a zip archive by its central directory, without unpacking. Null when the directory is
 * missing or cut off: the file is damaged.
 */
export function readZipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const directory = largeDirectory(view, end) ?? {
    count: view.getUint16(end + 10, true),
    at: view.getUint32(end + 16, true),
  };
  const { count } = directory;
  let { at } = directory;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const [unpacked, packed, offset] = sizesOf(view, at, at + 46 + nameLength);
    entries.push({
      // Some Windows programs write backslashes.
      name: name.replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed,
      unpacked,
      offset,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Bytes of an entry that is stored unpacked, as the `mimetype` of OpenDocument must be; else null.
 */
export function storedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  if (entry.method !== 0 || entry.offset + 30 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  return bytes.subarray(start, start + entry.packed);
}

/** Offset and number of entries of a ZIP64 directory; null for another archive. */
function largeDirectory(view: DataView, end: number): { count: number; at: number } | null {
  const locator = end - LOCATOR_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== LARGE_END_LOCATOR_SIGNATURE) return null;
  const largeEnd = numberAt(view, locator + 8);
  if (largeEnd + 56 > view.byteLength || view.getUint32(largeEnd, true) !== LARGE_END_SIGNATURE) return null;
  return { count: numberAt(view, largeEnd + 32), at: numberAt(view, largeEnd + 48) };
}

/**
 * Unpacked size, packed size and offset of an entry. Those that exceed 32 bits are in an extra
 * field.
 */
function sizesOf(view: DataView, entry: number, extra: number): readonly [number, number, number] {
  const sizes: [number, number, number] = [
    view.getUint32(entry + 24, true),
    view.getUint32(entry + 20, true),
    view.getUint32(entry + 42, true),
  ];
  if (!sizes.includes(ELSEWHERE)) return sizes;
  const end = Math.min(view.byteLength, extra + view.getUint16(entry + 30, true));
  for (let at = extra; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    sizes.forEach((size, index) => {
      if (size !== ELSEWHERE || next + 8 > end) return;
      sizes[index] = numberAt(view, next);
      next += 8;
    });
    break;
  }
  return sizes;
}

/** Reads a 64-bit number. One that exceeds a double is far beyond any file, and stays so. */
function numberAt(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** Place and number of the entries of an archive, as the usual form of its end says; else null. */
export function endOfDirectory(bytes: Uint8Array): { at: number; end: number; count: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null || largeDirectory(view, end) !== null) return null;
  const at = view.getUint32(end + 16, true);
  return at > end ? null : { at, end, count: view.getUint16(end + 10, true) };
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}
