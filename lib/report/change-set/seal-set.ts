import { toBase64 } from '../../secrets/seal';
import type { SetContent } from './change-set';
import { packedText } from './packed-text';
import { boundBytes, setFile } from './set-file';
import { IV_BYTES, ROUNDS, SALT_BYTES, setKey } from './set-key';

/**
 * Writes a change set, or the answer to one, as a file that opens with the passphrase alone
 * (docs/four-eyes.md, Format). In the clear is the group and how it is sealed: the hash of the
 * changes is not, since by it a guess about a short list could be tried.
 */
export async function sealSet(content: SetContent, passphrase: string): Promise<ArrayBuffer> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const header = {
    environment: content.environment,
    group: content.group.id,
    key: { name: 'PBKDF2-SHA-256', rounds: ROUNDS, salt: toBase64(salt) },
    seal: { name: 'AES-256-GCM', iv: toBase64(iv) },
  };
  const bound = boundBytes(JSON.stringify(header));
  const [key, text] = await Promise.all([
    setKey(passphrase, salt, ROUNDS),
    packedText(JSON.stringify(content)),
  ]);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, text);
  return setFile(bound, new Uint8Array(sealed));
}
