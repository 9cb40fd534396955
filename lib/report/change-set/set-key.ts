/** Rounds of PBKDF2 with SHA-256, as OWASP's password storage cheat sheet has it (2023). */
export const ROUNDS = 600_000;
/** More would only keep the reader busy. */
export const MOST_ROUNDS = 10_000_000;
export const SALT_BYTES = 16;
/** 96 bits by chance, as NIST SP 800-38D has it for AES-GCM. A key closes one file only. */
export const IV_BYTES = 12;

/**
 * Makes the key of a file from its passphrase: PBKDF2 with SHA-256, then AES-256 in GCM. The
 * passphrase counts in one composition, without spaces around it: it is typed on another keyboard.
 */
export async function setKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> {
  const { subtle } = crypto;
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC').trim());
  const from = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    from,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
