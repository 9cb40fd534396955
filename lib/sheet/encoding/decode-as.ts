import { decodeWindows1252 } from './windows-1252';

const MARKS = /^\uFEFF+/;

const LABELS_OF_WINDOWS_1252 = new Set([
  'windows-1252',
  'cp1252',
  'x-cp1252',
  'iso-8859-1',
  'iso8859-1',
  'iso_8859-1',
  'latin1',
  'l1',
  'ascii',
  'us-ascii',
]);

/**
 * Decodes text by a label that browsers know, without a byte order mark. Null for another label,
 * and when a byte is not of the encoding: never puts U+FFFD.
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  if (LABELS_OF_WINDOWS_1252.has(encoding)) return decodeWindows1252(bytes);
  const text = decodeStrictly(bytes, encoding);
  // A second mark was added by another program.
  return text?.replace(MARKS, '') ?? null;
}

/** Name under which an encoding is shown. Browsers read the other western labels as this one. */
export function shownEncoding(encoding: string): string {
  return LABELS_OF_WINDOWS_1252.has(encoding) ? 'windows-1252' : encoding;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    // Without `fatal` the decoder puts U+FFFD for a wrong byte and says nothing.
    return new TextDecoder(encoding, { fatal: true }).decode(evenLength(bytes, encoding));
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Drops the last byte of UTF-16 that was cut, or that a tool ended with a single line feed. */
function evenLength(bytes: Uint8Array, encoding: string): Uint8Array {
  return encoding.startsWith('utf-16') && bytes.length % 2 === 1 ? bytes.subarray(0, -1) : bytes;
}
