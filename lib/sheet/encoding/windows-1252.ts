/**
 * Decodes windows-1252. `stream` says that more may follow, which changes nothing in a single-byte
 * encoding, but keeps Node 20 from giving control characters for 0x80 to 0x9F.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes, { stream: true });
}
