import { recordsOf, type BiffRecord } from './biff-records';
import { md5 } from './md5';

/** What Excel locks a workbook with whose structure is protected, or of which it recommends to write nothing, so that nobody is asked. */
const DEFAULT_PASSWORD = 'VelvetSweatshop';

const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
/** BOF, FilePass, InterfaceHdr, UsrExcl, FileLock, RRDInfo and RRDHead are never locked (MS-XLS 2.2.10). */
const OPEN_RECORDS: readonly number[] = [0x809, FILE_PASS, 0xe1, 0x194, 0x195, 0x196, 0x138];
/** More than any program writes before it. */
const RECORDS_BEFORE = 20;
/** What is selected, which no reader of cells looks at: what locked the file becomes that, and the rest stays where it was. */
const SELECTION = 0x1d;
/** The key is another one for each of so many bytes of the stream. */
const BLOCK = 1024;

/**
 * The stream of a workbook of BIFF 8, unlocked, that is locked with Excel's own password by RC4 (MS-OFFCRYPTO 2.3.6; it is
 * how Excel of 1997 and later does it); null for one with a password of its author, or locked in another way.
 */
export function unlockedByDefault(stream: Uint8Array): Uint8Array | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const pass = filePass(view);
  // Locked by RC4, version 1.1: 6 bytes that say so, then salt, verifier and its hash, of 16 bytes each.
  if (
    pass?.length !== 54 ||
    pass.start + 54 > stream.length || // it is cut off
    view.getUint16(pass.start, true) !== 1 ||
    view.getUint32(pass.start + 2, true) !== 0x10001
  ) {
    return null;
  }
  const part = (index: number) => stream.slice(pass.start + 6 + index * 16, pass.start + 22 + index * 16);
  const secret = secretOf(part(0));
  const keys = keyStream(keyOf(secret, 0));
  const verifier = part(1).map((byte) => byte ^ keys());
  const hash = part(2).map((byte) => byte ^ keys());
  if (md5(verifier).some((byte, index) => byte !== hash[index])) return null;
  // Not by its own `slice`: a Buffer, which SheetJS gives where there are some, shares its memory then.
  const unlocked = new Uint8Array(stream);
  new DataView(unlocked.buffer).setUint16(pass.start - 4, SELECTION, true);
  // Taken of the stream as it came: its heads of records are never locked.
  unlock(unlocked, recordsOf(view), secret);
  return unlocked;
}

/** The record that says how the workbook is locked: it is behind the first BOF, with nothing but WriteProtect before it (MS-XLS, Globals Substream). */
function filePass(view: DataView): BiffRecord | null {
  let seen = 0;
  for (const record of recordsOf(view)) {
    if (record.type === FILE_PASS) return record;
    seen += 1;
    if (seen === RECORDS_BEFORE) return null;
  }
  return null;
}

/** Takes the key stream off the records in place; it runs on under what is not locked. */
function unlock(stream: Uint8Array, records: Iterable<BiffRecord>, secret: Uint8Array): void {
  let block = -1;
  let keys = (): number => 0;
  let at = 0;
  const nextKey = (): number => {
    if (at % BLOCK === 0) {
      block += 1;
      keys = keyStream(keyOf(secret, block));
    }
    at += 1;
    return keys();
  };
  for (const { type, start, length } of records) {
    // Of a sheet's name the place of the sheet in the stream is open.
    const from = OPEN_RECORDS.includes(type) ? length : type === BOUND_SHEET ? 4 : 0;
    while (at < start + from && at < stream.length) nextKey();
    while (at < start + length && at < stream.length) {
      const byte = stream[at] ?? 0;
      const place = at;
      stream[place] = byte ^ nextKey();
    }
  }
}

function secretOf(salt: Uint8Array): Uint8Array {
  const password = new Uint8Array(DEFAULT_PASSWORD.length * 2);
  for (let at = 0; at < DEFAULT_PASSWORD.length; at += 1) password[at * 2] = DEFAULT_PASSWORD.charCodeAt(at);
  const mixed = new Uint8Array(21 * 16);
  for (let copy = 0; copy < 16; copy += 1) {
    mixed.set(md5(password).subarray(0, 5), copy * 21);
    mixed.set(salt, copy * 21 + 5);
  }
  return md5(mixed).subarray(0, 5);
}

function keyOf(secret: Uint8Array, block: number): Uint8Array {
  const numbered = new Uint8Array(9);
  numbered.set(secret);
  new DataView(numbered.buffer).setUint32(5, block, true);
  return md5(numbered);
}

/** RC4: the bytes that a text is mixed with. */
function keyStream(key: Uint8Array): () => number {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    const kept = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = kept;
  };
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  return () => {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    return state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0;
  };
}
