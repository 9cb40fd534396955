import { uint16At } from '../../element-at';

/**
 * Characters of the bytes 0x80 to 0x9F in windows-1252. Five bytes have none and stay control
 * characters (WHATWG Encoding).
 */
const WINDOWS_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/**
 * Decodes windows-1252. Node 20 gives control characters for 0x80 to 0x9F, unless `stream` says
 * that more may follow, which changes nothing else in a single-byte encoding. Other platforms get
 * our own table.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  if (platformKnowsWindows1252()) return new TextDecoder('windows-1252').decode(bytes, { stream: true });
  // Most bytes are their own character. The UTF-16 decoder makes the string as fast as a copy.
  const codes = new Uint16Array(bytes);
  for (let at = 0; at < codes.length; at += 1) {
    const code = uint16At(codes, at);
    if (code >= 0x80 && code <= 0x9f) codes[at] = WINDOWS_1252.charCodeAt(code - 0x80);
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(codes);
}

function platformKnowsWindows1252(): boolean {
  const tried = Uint8Array.from(WINDOWS_1252, (_, index) => 0x80 + index);
  return new TextDecoder('windows-1252').decode(tried, { stream: true }) === WINDOWS_1252;
}
