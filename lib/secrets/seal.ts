/**
 * Closes texts so that only who has the secret reads them. What is closed may stay on a disk that
 * never forgets: once the secret is gone, it is noise.
 */
export interface Seal {
  /**
   * Closes a text. `about`: what it belongs to; it opens for nothing else, so that a text which was
   * moved to another record is found out. Two closings of one text differ.
   */
  close(text: string, about: string): Promise<string>;
  /** Gives the text; null when it was damaged, moved, or closed by another secret. */
  open(closed: string, about: string): Promise<string | null>;
  /** A fingerprint that stands for a text: the same each time, and by this secret only. */
  print(text: string): Promise<string>;
}

/** A secret has two halves: one closes, one makes fingerprints. */
export const SECRET_BYTES = 64;
const HALF_BYTES = SECRET_BYTES / 2;
/** As NIST SP 800-38D has it for AES-GCM: 96 bits, by chance, for each text. */
const IV_BYTES = 12;
/** 128 bits, so that no two texts collide by chance. */
const PRINT_BYTES = 16;
/** Arguments of one call, below the limit of every browser. */
const AT_ONCE = 0x8000;

/** Makes the seal of a secret of `SECRET_BYTES` random bytes: AES-256-GCM and HMAC-SHA-256. */
export async function sealOf(secret: Uint8Array<ArrayBuffer>): Promise<Seal> {
  const { subtle } = crypto;
  const [closing, printing] = await Promise.all([
    subtle.importKey('raw', secret.subarray(0, HALF_BYTES), 'AES-GCM', false, ['encrypt', 'decrypt']),
    subtle.importKey('raw', secret.subarray(HALF_BYTES), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ]);
  return {
    async close(text, about) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const closed = await subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: bytesOf(about) },
        closing,
        bytesOf(text),
      );
      return toBase64(iv) + toBase64(new Uint8Array(closed));
    },
    async open(closed, about) {
      const bytes = fromBase64(closed);
      if (bytes === null) return null;
      try {
        const text = await subtle.decrypt(
          { name: 'AES-GCM', iv: bytes.subarray(0, IV_BYTES), additionalData: bytesOf(about) },
          closing,
          bytes.subarray(IV_BYTES),
        );
        return new TextDecoder().decode(text);
      } catch (error) {
        // Its only failure by what is given: this text is not the one that was closed.
        if (error instanceof DOMException && error.name === 'OperationError') return null;
        throw error;
      }
    },
    async print(text) {
      const digest = await subtle.sign('HMAC', printing, bytesOf(text));
      return Array.from(new Uint8Array(digest, 0, PRINT_BYTES), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
    },
  };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  return btoa(text);
}

/** Null for a text that is no base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
