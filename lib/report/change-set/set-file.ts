/*
 * The bytes of a change set (docs/four-eyes.md, Format):
 *
 *   6   "UCSET\n"
 *   1   version
 *   4   length of the header, most significant byte first
 *   n   header, JSON as UTF-8
 *   m   what is sealed
 *   32  SHA-256 of all before it
 *
 * The hash tells a damaged file from a wrong passphrase. It proves nothing about who wrote the
 * file: that is for the seal, which covers all bytes before itself too.
 */

const MAGIC = [0x55, 0x43, 0x53, 0x45, 0x54, 0x0a] as const;
export const SET_VERSION = 1;
const VERSION_AT = MAGIC.length;
const LENGTH_AT = VERSION_AT + 1;
const HEADER_AT = LENGTH_AT + 4;
const HASH_BYTES = 32;
/** A header is a few hundred bytes. */
const MOST_HEADER_BYTES = 65_536;

/** The parts of a file. `bound`: all bytes before what is sealed. */
export interface SetParts {
  readonly bound: Uint8Array<ArrayBuffer>;
  readonly header: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export type ReadParts =
  | ({ readonly kind: 'parts' } & SetParts)
  | { readonly kind: 'other-version'; readonly version: number }
  | { readonly kind: 'damaged' };

/** Whether bytes begin as a change set does, of any version. */
export function isChangeSet(bytes: Uint8Array): boolean {
  return bytes.length > VERSION_AT && MAGIC.every((byte, at) => bytes[at] === byte);
}

/** Writes everything that stands before what is sealed. */
export function boundBytes(header: string): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(header);
  const bytes = new Uint8Array(HEADER_AT + text.length);
  bytes.set(MAGIC);
  bytes[VERSION_AT] = SET_VERSION;
  new DataView(bytes.buffer).setUint32(LENGTH_AT, text.length);
  bytes.set(text, HEADER_AT);
  return bytes;
}

/** Puts a file together. */
export async function setFile(bound: Uint8Array, sealed: Uint8Array): Promise<ArrayBuffer> {
  const whole = new Uint8Array(bound.length + sealed.length + HASH_BYTES);
  whole.set(bound);
  whole.set(sealed, bound.length);
  const hashed = whole.subarray(0, bound.length + sealed.length);
  whole.set(new Uint8Array(await crypto.subtle.digest('SHA-256', hashed)), hashed.length);
  return whole.buffer;
}

/** Takes a file apart. Its version comes first: another one may look otherwise behind it. */
export async function readParts(file: Uint8Array<ArrayBuffer>): Promise<ReadParts> {
  const version = file[VERSION_AT];
  if (!isChangeSet(file) || version === undefined) return { kind: 'damaged' };
  if (version !== SET_VERSION) return { kind: 'other-version', version };
  const end = file.length - HASH_BYTES;
  if (end < HEADER_AT) return { kind: 'damaged' };
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', file.subarray(0, end)));
  if (!hash.every((byte, at) => file[end + at] === byte)) return { kind: 'damaged' };
  const length = new DataView(file.buffer, file.byteOffset).getUint32(LENGTH_AT);
  const sealedAt = HEADER_AT + length;
  if (length > MOST_HEADER_BYTES || sealedAt > end) return { kind: 'damaged' };
  return {
    kind: 'parts',
    bound: file.subarray(0, sealedAt),
    header: new TextDecoder().decode(file.subarray(HEADER_AT, sealedAt)),
    sealed: file.subarray(sealedAt, end),
  };
}
