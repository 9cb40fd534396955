/** The first bytes of what Firefox packs with LZ4; four bytes of the size follow. */
const MAGIC = Buffer.from('mozLz40\0', 'latin1');

/**
 * The bytes in a file of Firefox's own LZ4 format, such as `recovery.jsonlz4`; those of any other
 * file as they are. A text that is in a packed file is not always in its bytes in one piece.
 * Source: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
 */
export function unpacked(file: Buffer): Buffer {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return file;
  const out = Buffer.alloc(file.readUInt32LE(MAGIC.length));
  let at = MAGIC.length + 4;
  let end = 0;
  /** The rest of a length that did not fit into four bits. */
  const more = (length: number): number => {
    if (length < 15) return length;
    let byte = 255;
    let whole = length;
    while (byte === 255) {
      byte = file.readUInt8(at++);
      whole += byte;
    }
    return whole;
  };
  while (at < file.length) {
    const token = file.readUInt8(at++);
    const literals = more(token >> 4);
    end += file.copy(out, end, at, at + literals);
    at += literals;
    if (at >= file.length) break;
    const back = file.readUInt16LE(at);
    at += 2;
    const repeated = more(token & 15) + 4;
    // One by one: a repetition may reach into itself.
    for (let n = 0; n < repeated; n++, end++) out[end] = out.readUInt8(end - back);
  }
  return out.subarray(0, end);
}
