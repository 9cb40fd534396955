import { int32At, uint8At } from '../../element-at';

/** Bytes that are taken at once. */
const STEP = 8;
const BYTE = 256;

/**
 * The remainder of each byte, and behind it that of a byte with one to seven zeros after it: so
 * eight bytes are looked up at once, which is three times as quick as one after the other
 * ("Slicing-by-8", Kounavis and Berry).
 */
const TABLES = new Int32Array(STEP * BYTE);
for (let byte = 0; byte < BYTE; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  TABLES[byte] = value;
}
for (let at = BYTE; at < TABLES.length; at += 1) {
  const before = int32At(TABLES, at - BYTE);
  TABLES[at] = (before >>> 8) ^ int32At(TABLES, before & 255);
}

/**
 * CRC-32 of these bytes as zip archives use it (APPNOTE 4.4.7), unsigned. `before`: that of the
 * bytes in front of them.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  let at = 0;
  for (const last = bytes.length - STEP; at <= last; at += STEP) {
    const low = value ^ word(bytes, at);
    const high = word(bytes, at + 4);
    value =
      int32At(TABLES, 7 * BYTE + (low & 255)) ^
      int32At(TABLES, 6 * BYTE + ((low >>> 8) & 255)) ^
      int32At(TABLES, 5 * BYTE + ((low >>> 16) & 255)) ^
      int32At(TABLES, 4 * BYTE + (low >>> 24)) ^
      int32At(TABLES, 3 * BYTE + (high & 255)) ^
      int32At(TABLES, 2 * BYTE + ((high >>> 8) & 255)) ^
      int32At(TABLES, BYTE + ((high >>> 16) & 255)) ^
      int32At(TABLES, high >>> 24);
  }
  for (; at < bytes.length; at += 1)
    value = (value >>> 8) ^ int32At(TABLES, (value ^ uint8At(bytes, at)) & 255);
  return ~value >>> 0;
}

/** Four bytes as a number, the lowest first. */
function word(bytes: Uint8Array, at: number): number {
  return (
    uint8At(bytes, at) |
    (uint8At(bytes, at + 1) << 8) |
    (uint8At(bytes, at + 2) << 16) |
    (uint8At(bytes, at + 3) << 24)
  );
}
