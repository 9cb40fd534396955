const AT_ONCE = 8192;

/**
 * Decodes UTF-32 ("utf-32le" or "utf-32be"), which TextDecoder does not know. Null when a value is
 * no character.
 */
export function decodeUtf32(bytes: Uint8Array, encoding: string): string | null {
  if (bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = encoding === 'utf-32le';
  const parts: string[] = [];
  let codes: number[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, littleEndian);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    if (at === 0 && code === 0xfeff) continue;
    codes.push(code);
    if (codes.length < AT_ONCE) continue;
    parts.push(String.fromCodePoint(...codes));
    codes = [];
  }
  parts.push(String.fromCodePoint(...codes));
  return parts.join('');
}
