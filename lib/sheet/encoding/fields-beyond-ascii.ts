import { uint8At } from '../../element-at';

const SAMPLE_BYTES = 12_000;
/** Most bytes of a field. More of it would not tell more. */
const LONGEST_FIELD = 1000;

/**
 * Collects the fields with non-ASCII bytes from the whole text. E-mails and numbers say nothing,
 * and the first such name of a large file may be in its last row. Fields end at bytes that are
 * never the second half of a character.
 */
export function fieldsBeyondAscii(bytes: Uint8Array): readonly Uint8Array[] {
  const fields: Uint8Array[] = [];
  let size = 0;
  let at = nextBeyondAscii(bytes, 0);
  while (at < bytes.length) {
    const start = fieldStart(bytes, at);
    const end = fieldEnd(bytes, at);
    size += end - start + 1;
    if (size > SAMPLE_BYTES) break;
    fields.push(bytes.subarray(start, end));
    at = nextBeyondAscii(bytes, end);
  }
  return fields;
}

/** Joins fields by spaces. */
export function joined(fields: readonly Uint8Array[]): Uint8Array {
  const sample = new Uint8Array(fields.reduce((size, field) => size + field.length + 1, 0)).fill(32);
  let at = 0;
  for (const field of fields) {
    sample.set(field, at);
    at += field.length + 1;
  }
  return sample;
}

function nextBeyondAscii(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && uint8At(bytes, at) < 0x80) at += 1;
  return at;
}

function fieldStart(bytes: Uint8Array, inside: number): number {
  let at = inside;
  while (at > 0 && inside - at < LONGEST_FIELD && !isFieldEnd(uint8At(bytes, at - 1))) at -= 1;
  return at;
}

function fieldEnd(bytes: Uint8Array, inside: number): number {
  let at = inside;
  while (at < bytes.length && at - inside < LONGEST_FIELD && !isFieldEnd(uint8At(bytes, at))) at += 1;
  return at;
}

/** Line feed, carriage return, tab, comma, semicolon or quote. */
function isFieldEnd(byte: number): boolean {
  return byte === 10 || byte === 13 || byte === 9 || byte === 44 || byte === 59 || byte === 34;
}
