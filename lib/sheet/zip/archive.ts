import { readZipDirectory, type ZipEntry } from './zip-directory';
import { crc32 } from './crc32';
import { inflate, type ChunkTaker, type Proof } from './inflate';
import { damaged, unsupported, ReaderError } from './reader-error';
import { partTooLarge, unpackedTooLarge } from './zip-limits';

/** Interval of yielding to the event loop, so that an abort is heard. */
const PAUSE_AFTER_MS = 100;

/**
 * Archive whose parts are unpacked one at a time, within limits that are checked while unpacking.
 */
export interface Archive {
  /** Tells whether there is such a part. Paths have no leading slash and ignore case. */
  has(path: string): boolean;
  /** Unpacks a part. `take` gets its bytes in order and may stop early. */
  read(path: string, take: ChunkTaker): Promise<void>;
  /** Whole bytes of a small part. */
  bytes(path: string, most: number): Promise<Uint8Array>;
}

/**
 * Opens a zip archive. Throws a ReaderError when the directory is missing, or entries share bytes
 * (one packed bomb listed many times). `read` throws one when more comes out than the limits allow,
 * whatever the directory says, and when the checksum is wrong. It throws the reason of an aborted
 * signal.
 */
export function openArchive(given: Uint8Array, signal: AbortSignal | undefined): Archive {
  const bytes = owned(given);
  const entries = readZipDirectory(bytes);
  if (entries === null) throw damaged('the directory of the archive is missing');
  const parts = new Map<string, { readonly entry: ZipEntry; readonly packed: Uint8Array<ArrayBuffer> }>();
  for (const [entry, packed] of packedParts(bytes, entries)) parts.set(keyOf(entry.name), { entry, packed });
  let unpacked = 0;
  let pausedAt = performance.now();

  const read: Archive['read'] = async (path, take) => {
    const part = parts.get(keyOf(path));
    if (part === undefined) throw unsupported(`the part ${path} is missing`);
    const { entry, packed } = part;
    let size = 0;
    const takeWithinLimits = (chunk: Uint8Array): boolean => {
      signal?.throwIfAborted();
      size += chunk.length;
      unpacked += chunk.length;
      const tooLarge = unpackedTooLarge(Infinity, unpacked) ?? unpackedTooLarge(packed.length, size);
      if (tooLarge !== null) throw new ReaderError(tooLarge, 'it unpacks to too much');
      return take(chunk);
    };
    const proof = proofOf(entry);
    if (entry.method === 0) {
      if (proof !== null && crc32(packed) !== proof.checksum)
        throw damaged(`the part ${path} is not what was written`);
      takeWithinLimits(packed);
    } else if (entry.method === 8) await inflate(packed, proof, takeWithinLimits);
    else throw unsupported(`packed by method ${entry.method}`);
    if (performance.now() - pausedAt > PAUSE_AFTER_MS) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      pausedAt = performance.now();
      signal?.throwIfAborted();
    }
  };
  return {
    has: (path) => parts.has(keyOf(path)),
    read,
    async bytes(path, most) {
      const chunks: Uint8Array[] = [];
      let length = 0;
      await read(path, (chunk) => {
        length += chunk.length;
        if (length > most) throw new ReaderError(partTooLarge(length, most), 'a part is too large');
        chunks.push(chunk);
        return true;
      });
      const whole = new Uint8Array(length);
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      return whole;
    },
  };
}

/**
 * Checksum and size that a part must have, or null when they are not checked. Some writers leave
 * the checksum out; none writes a wrong one. Relations hold no cell value, and a wrong path is
 * found anyway.
 */
function proofOf({ name, checksum, unpacked }: ZipEntry): Proof | null {
  return checksum === 0 || name.endsWith('.rels') ? null : { checksum, size: unpacked };
}

/** Types the bytes as not shared, which a stream needs. */
function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes);
}

/** Part names ignore case (ECMA-376 part 2, 6.2.2.3). */
function keyOf(path: string): string {
  return path.replace(/^\/+/, '').toLowerCase();
}

/** Packed bytes of each entry, by its local header. No two may overlap. */
function packedParts(
  bytes: Uint8Array<ArrayBuffer>,
  entries: readonly ZipEntry[],
): readonly (readonly [ZipEntry, Uint8Array<ArrayBuffer>])[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = 0;
  return [...entries]
    .sort((one, other) => one.offset - other.offset)
    .map((entry) => {
      const { offset, packed } = entry;
      if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) {
        throw damaged(`the part ${entry.name} is not where the directory says`);
      }
      const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
      if (offset < end) throw damaged('parts of the archive overlap');
      end = start + packed;
      if (end > bytes.length) throw damaged(`the part ${entry.name} is cut off`);
      return [entry, bytes.subarray(start, end)] as const;
    });
}
