/**
 * The SHA-256 of bytes, in hexadecimal: by it anybody can tell which file something was made from,
 * and nothing of its content.
 */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
