import { failed, ok, type Result } from '../result';
import { compoundFormat } from './xls/compound-file';
import type { BinaryFormat, SheetProblem } from './cells/sheet';
import { foundEncoding } from './encoding/found-encoding';
import { zipFormat } from './zip/zip-format';

/** Other kinds of file, by their first bytes, that people drop by mistake. */
const OTHER_FILES: readonly (readonly [looksLike: string, firstBytes: string])[] = [
  ['pdf', '%PDF'],
  ['png', '\x89PNG'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF8'],
  ['webp', 'RIFF'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['rtf', '{\\rtf'],
  ['gzip', '\x1f\x8b'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['rar', 'Rar!'],
];

const ESCAPE = 0x1b;
const LOCK_BYTES_OF_EXCEL = 165;
const LOCK_BYTES_OF_WORD = 162;
const LONGEST_USER = 53;

const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const ZIP = ['PK\x03\x04', 'PK\x05\x06'];
/**
 * Record "beginning of file" with its length: BIFF 2, 3 and 4, and a bare stream of BIFF 5 and 8.
 */
const BARE_BIFF = [
  '\x09\0\x04\0',
  '\x09\0\x06\0',
  '\x09\x02\x06\0',
  '\x09\x04\x06\0',
  '\x09\x08\x08\0',
  '\x09\x08\x10\0',
];

/**
 * Detects the kind of file by content, never by name (docs/product.md 2.2). "text" is everything
 * written in characters; `textFormat` looks closer once it is decoded. "packed" is one file in a
 * zip archive.
 */
export function fileFormat(bytes: Uint8Array): Result<BinaryFormat | 'text' | 'packed', SheetProblem> {
  if (bytes.length === 0) return failed({ code: 'file-empty' });
  const begins = (signature: string) => startsWith(bytes, signature);
  if (ZIP.some(begins)) return zipFormat(bytes);
  if (begins(COMPOUND_FILE)) return compoundFormat(bytes);
  if (BARE_BIFF.some(begins)) return ok('xls');
  const other = OTHER_FILES.find(([, signature]) => begins(signature));
  if (other) return failed({ code: 'not-a-spreadsheet', looksLike: other[0] });
  if (isLockFile(bytes)) return failed({ code: 'lock-file' });
  if (isDbf(bytes)) return ok('dbf');
  // SYLK has an escape for each letter beyond ASCII.
  if (begins('ID;P')) return ok('text');
  if (isBinary(bytes)) return failed({ code: 'not-a-spreadsheet', looksLike: null });
  return ok('text');
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let at = 0; at < signature.length; at += 1) {
    if (bytes[at] !== signature.charCodeAt(at)) return false;
  }
  return true;
}

/**
 * Tells whether it is the note that Excel or Word keeps beside an open file ("~$fixes.xlsx"): the
 * name of its user with its length, filled up with spaces, and the same in UTF-16.
 */
function isLockFile(bytes: Uint8Array): boolean {
  const [length = 0] = bytes;
  const isSize = bytes.length === LOCK_BYTES_OF_EXCEL || bytes.length === LOCK_BYTES_OF_WORD;
  const isAgain = bytes[54] === length || bytes[55] === length;
  return isSize && length > 0 && length < LONGEST_USER && isAgain && bytes[LONGEST_USER] === 0x20;
}

/**
 * Tells whether it is dBASE: a version byte, a date, and a header that ends with its terminator.
 */
function isDbf(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  if (![0x02, 0x03, 0x30, 0x31, 0x43, 0x83, 0x8b, 0x8c, 0xcb, 0xf5, 0xfb].includes(version)) return false;
  const header = (bytes[8] ?? 0) | ((bytes[9] ?? 0) << 8);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && header >= 65 && bytes[header - 1] === 0x0d;
}

/**
 * Tells whether more than one character in fifty is a control character, and it is not UTF-16. One
 * or two of them may divide fields and records (0x1F, 0x1E, 0x01), which a binary file has more of.
 */
function isBinary(bytes: Uint8Array): boolean {
  if (foundEncoding(bytes).encoding !== 'utf-8') return false;
  const sample = bytes.subarray(0, 4096);
  // Tab, line feed, vertical tab, form feed and carriage return are text. 0x1A ended files of DOS.
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a));
  if (controls.length * 50 <= sample.length) return false;
  return controls.includes(0) || controls.includes(ESCAPE) || new Set(controls).size > 2;
}
