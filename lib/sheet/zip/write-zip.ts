import { crc32 } from './crc32';

/** A part of an archive. Its text comes in pieces, so that it is never in memory as a whole. */
export interface WrittenPart {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** A part that is packed, with what the directory says of it. */
interface PackedPart {
  readonly name: Uint8Array;
  readonly packed: readonly Uint8Array[];
  readonly packedSize: number;
  readonly size: number;
  readonly checksum: number;
}

const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the first day that an archive can name. The real day is nobody's business. */
const FIRST_DAY = 33;
const LOCAL_HEADER = 30;
const DIRECTORY_ENTRY = 46;
const END_OF_DIRECTORY = 22;

/**
 * Writes a zip archive (APPNOTE 6.3.10, without ZIP64) of these parts, packed by the browser. Only
 * what is packed is kept in memory.
 */
export async function writeZip(parts: readonly WrittenPart[]): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  const entries: DataView[] = [];
  let at = 0;
  for (const part of parts) {
    const packed = await packPart(part);
    entries.push(entryOf(packed, at));
    const local = localHeader(packed);
    chunks.push(bytesOf(local), packed.name, ...packed.packed);
    at += local.byteLength + packed.name.length + packed.packedSize;
  }
  const directory = entries.map(bytesOf);
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return joined([...chunks, ...directory, bytesOf(endOf(entries.length, size, at))]);
}

async function packPart({ name, pieces }: WrittenPart): Promise<PackedPart> {
  const encoder = new TextEncoder();
  const stream = new CompressionStream('deflate-raw');
  const reading = chunksOf(stream.readable);
  const writer = stream.writable.getWriter();
  let [size, checksum] = [0, 0];
  for (const piece of pieces) {
    const bytes = encoder.encode(piece);
    size += bytes.length;
    checksum = crc32(bytes, checksum);
    await writer.write(bytes);
  }
  await writer.close();
  const packed = await reading;
  const packedSize = packed.reduce((sum, { length }) => sum + length, 0);
  return { name: encoder.encode(name), packed, packedSize, size, checksum };
}

async function chunksOf(stream: ReadableStream<Uint8Array>): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value);
  return chunks;
}

function localHeader(part: PackedPart): DataView {
  const view = new DataView(new ArrayBuffer(LOCAL_HEADER));
  view.setUint32(0, 0x04034b50, true);
  setFacts(view, 4, part);
  return view;
}

/** The entry of the directory, with the name behind it. `at`: where the part begins. */
function entryOf(part: PackedPart, at: number): DataView {
  const view = new DataView(new ArrayBuffer(DIRECTORY_ENTRY + part.name.length));
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, VERSION, true);
  setFacts(view, 6, part);
  view.setUint32(42, at, true);
  bytesOf(view).set(part.name, DIRECTORY_ENTRY);
  return view;
}

/** Both headers have the same facts in the same order. */
function setFacts(view: DataView, from: number, { name, packedSize, size, checksum }: PackedPart): void {
  view.setUint16(from, VERSION, true);
  view.setUint16(from + 2, UTF8_NAMES, true);
  view.setUint16(from + 4, DEFLATED, true);
  view.setUint16(from + 8, FIRST_DAY, true);
  view.setUint32(from + 10, checksum, true);
  view.setUint32(from + 14, packedSize, true);
  view.setUint32(from + 18, size, true);
  view.setUint16(from + 22, name.length, true);
}

function endOf(count: number, size: number, at: number): DataView {
  const view = new DataView(new ArrayBuffer(END_OF_DIRECTORY));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return view;
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer);
}

function joined(chunks: readonly Uint8Array[]): ArrayBuffer {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all.buffer;
}
