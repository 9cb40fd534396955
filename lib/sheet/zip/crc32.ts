import { int32At } from '../../element-at';

const TABLE = new Int32Array(256);
for (let index = 0; index < 256; index += 1) {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  TABLE[index] = value;
}

/**
 * CRC-32 of these bytes as zip archives use it (APPNOTE 4.4.7), unsigned. `before`: that of the
 * bytes in front of them.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of bytes) value = (value >>> 8) ^ int32At(TABLE, (value ^ byte) & 255);
  return ~value >>> 0;
}
