import { crc32 } from './crc32';
import { endOfDirectory } from './zip-directory';

const LOCAL_HEADER = 30;
const DIRECTORY_ENTRY = 46;

/**
 * Adds a part to an archive, unpacked, for a reader that insists on it. Null when the archive has
 * no directory of the usual form (ZIP64).
 */
export function withPart(bytes: Uint8Array, name: string, content: Uint8Array): Uint8Array | null {
  const directory = endOfDirectory(bytes);
  if (directory === null) return null;
  const { at, end, count } = directory;
  const title = new TextEncoder().encode(name);
  const facts = { title, checksum: crc32(content), size: content.length };
  const local = header(LOCAL_HEADER, 0x04034b50, 6, facts);
  const entry = header(DIRECTORY_ENTRY, 0x02014b50, 8, facts);
  entry.setUint32(42, at, true);
  const tail = bytes.slice(end);
  const numbers = new DataView(tail.buffer);
  numbers.setUint16(8, count + 1, true);
  numbers.setUint16(10, count + 1, true);
  numbers.setUint32(12, end - at + DIRECTORY_ENTRY + title.length, true);
  numbers.setUint32(16, at + LOCAL_HEADER + title.length + content.length, true);
  return joined([bytes.subarray(0, at), local, title, content, bytes.subarray(at, end), entry, title, tail]);
}

/** Header of a stored part. Both kinds have the same numbers, at `from` and behind. */
function header(
  length: number,
  signature: number,
  from: number,
  { title, checksum, size }: { readonly title: Uint8Array; readonly checksum: number; readonly size: number },
): DataView {
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, signature, true);
  view.setUint16(from - 2, 20, true);
  view.setUint32(from + 8, checksum, true);
  view.setUint32(from + 12, size, true);
  view.setUint32(from + 16, size, true);
  view.setUint16(from + 20, title.length, true);
  return view;
}

function joined(parts: readonly (Uint8Array | DataView)[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    all.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return all;
}
