/**
 * Whether XML that begins with these bytes is in UTF-8, as nearly all is: no mark of UTF-16, and no other encoding in
 * its declaration.
 */
export function isUtf8(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0) return false;
  const beginning = String.fromCharCode(...bytes.subarray(0, 200));
  const stated = /^[^<]{0,3}<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)/.exec(beginning)?.[1];
  return stated === undefined || /^(utf-?8|us-ascii|ascii)$/i.test(stated);
}
